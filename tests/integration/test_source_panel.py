"""What a story's form proposes for its sources, from the text as it stands in the form."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.http import HttpResponse
from django.test import Client
from lxml.html import HtmlElement
from wagtail.test.utils.form_data import rich_text, streamfield

from roznama.newsroom.models import ArticlePage, DismissedClaim, Source, User
from roznama.newsroom.sources.suggesting import suggest
from tests.factories import get_section, make_story
from tests.integration import markup
from tests.integration.sources import claim, get_source
from tests.integration.test_newsroom import form

pytestmark = pytest.mark.django_db

SAID = "اے ایف پی کے مطابق پل کا ایک حصہ گر گیا ہے۔"
DENIED = "ترجمان علی احمد نے کہا کہ کوئی زخمی نہیں ہوا۔"


def sent(*paragraphs: str, sources: Any = None) -> dict[str, Any]:
    blocks = [("paragraph", rich_text(f"<p>{text}</p>")) for text in paragraphs]
    return form(body=streamfield(blocks), sources=sources or streamfield([]))


@pytest.fixture
def ask(newsroom: Client) -> Callable[..., HttpResponse]:
    def send(data: dict[str, Any], pk: int = 0) -> HttpResponse:
        return newsroom.post(f"/newsroom/sources/suggest/{pk}/", data)

    return send


def rows(response: HttpResponse) -> list[HtmlElement]:
    assert response.status_code == 200
    return markup.parse(response).xpath("//li[@data-suggestion]")


def test_the_unsaved_text_is_read_and_matched_with_the_register(
    ask: Callable[..., HttpResponse],
) -> None:
    first, second = rows(ask(sent(SAID, DENIED)))
    assert "پل کا ایک حصہ گر گیا" in markup.texts(first, ".//blockquote")[0]
    assert markup.texts(first, ".//ol/li/b") == ["اے ایف پی"]
    state = json.loads(first.xpath(".//script/text()")[0])
    (hand,) = state["chain"]
    assert hand["value"]["source"]["id"] == get_source("afp").pk
    assert state["is_own"] is False
    assert second.xpath(".//button[@data-enter]/@data-enter")
    assert not second.xpath(".//ol/li/b")


def test_what_is_there_is_not_proposed_again(ask: Callable[..., HttpResponse]) -> None:
    data = sent(SAID, DENIED)
    (value,) = [one.claim for one in suggest(SAID)]
    del data["sources-count"]
    data |= {
        "sources-count": "1",
        "sources-0-deleted": "",
        "sources-0-order": "0",
        "sources-0-type": "source",
        "sources-0-id": "",
        "sources-0-value-claim": value,
        "sources-0-value-chain-count": "0",
        "sources-0-value-url": "",
        "sources-0-value-note": "",
    }
    (left,) = rows(ask(data))
    assert "زخمی" in markup.text(left)


def test_an_editor_dismisses_a_claim_for_good(
    newsroom: Client, ask: Callable[..., HttpResponse]
) -> None:
    story = make_story(draft=True)
    first, _ = rows(ask(sent(SAID, DENIED), story.pk))
    data = {"key": first.get("data-suggestion")}
    for _ in range(2):
        assert newsroom.post(f"/newsroom/sources/dismiss/{story.pk}/", data).status_code == 204
    (left,) = rows(ask(sent(SAID, DENIED), story.pk))
    assert "زخمی" in markup.text(left)
    assert len(rows(ask(sent(SAID, DENIED)))) == 2
    assert DismissedClaim.objects.filter(article=story).count() == 1
    bad = newsroom.post(f"/newsroom/sources/dismiss/{story.pk}/", {"key": "x"})
    assert bad.status_code == 400


def test_a_source_is_entered_with_one_click(
    newsroom: Client, ask: Callable[..., HttpResponse]
) -> None:
    _, second = rows(ask(sent(SAID, DENIED)))
    (name,) = second.xpath(".//button/@data-enter")
    answer = newsroom.post("/newsroom/sources/enter/", {"name": name}).json()
    assert Source.objects.get(pk=answer["id"]).name == name == answer["name"]
    _, second = rows(ask(sent(SAID, DENIED)))
    assert not second.xpath(".//button[@data-enter]")
    assert newsroom.post("/newsroom/sources/enter/", {"name": "۔"}).status_code == 400


def test_what_is_no_form_is_refused(newsroom: Client, ask: Callable[..., HttpResponse]) -> None:
    for data in ({}, {"body-count": "x"}, {"body-count": "1"}, {"body-count": "0"}):
        assert ask(data).status_code == 400
    assert newsroom.get("/newsroom/sources/suggest/0/").status_code == 405
    assert ask(sent(SAID), 10**9).status_code == 404


def test_who_may_not_edit_a_story_asks_nothing_of_it(client: Client) -> None:
    story = make_story(draft=True)
    writer = User.objects.create_user("writer", password="a long pass phrase")
    group = Group.objects.create(name="Writers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    writer.groups.add(group)
    client.force_login(writer, backend="django.contrib.auth.backends.ModelBackend")
    for path in (f"suggest/{story.pk}/", f"dismiss/{story.pk}/", "enter/"):
        assert client.post(f"/newsroom/sources/{path}", sent(SAID)).status_code == 403
    assert len(rows(client.post("/newsroom/sources/suggest/0/", sent(SAID)))) == 1


def test_the_form_has_the_panel(newsroom: Client) -> None:
    story = make_story(draft=True, sources=[claim("پل", "AFP")])
    document = markup.parse(newsroom.get(f"/newsroom/pages/{story.pk}/edit/"))
    (panel,) = document.xpath("//*[@data-suggestions]")
    assert panel.get("data-suggestions") == f"/newsroom/sources/suggest/{story.pk}/"
    assert panel.get("data-dismissals") == f"/newsroom/sources/dismiss/{story.pk}/"


def test_an_accepted_claim_is_published(newsroom: Client) -> None:
    """The proposal's own values, sent back as the form would."""
    afp = get_source("afp")
    data = sent(SAID) | {
        "title": "پل گر گیا",
        "sources-count": "1",
        "sources-0-deleted": "",
        "sources-0-order": "0",
        "sources-0-type": "source",
        "sources-0-id": "",
        "sources-0-value-claim": "پل کا ایک حصہ گر گیا ہے",
        "sources-0-value-chain-count": "1",
        "sources-0-value-chain-0-deleted": "",
        "sources-0-value-chain-0-order": "0",
        "sources-0-value-chain-0-id": "",
        "sources-0-value-chain-0-value-source": str(afp.pk),
        "sources-0-value-chain-0-value-name": "",
        "sources-0-value-url": "",
        "sources-0-value-note": "",
        "action-publish": "1",
    }
    newsroom.post(f"/newsroom/pages/add/newsroom/articlepage/{get_section().pk}/", data)
    story = ArticlePage.objects.get(title="پل گر گیا")
    assert story.live
    assert list(story.source_uses.values_list("source__slug", flat=True)) == ["afp"]
    assert story.sources[0].value["chain"][0]["name"] == "اے ایف پی"


def test_the_paper_itself_is_no_hand_but_own_reporting() -> None:
    (found,) = suggest("روزنامہ کے مطابق پل کا ایک حصہ گر گیا ہے۔")
    assert (found.members, found.is_own) == ((), True)


def test_a_longer_name_begins_with_a_source_s() -> None:
    (found,) = suggest("بی بی سی اردو کے نامہ نگار کے مطابق پل کا ایک حصہ گر گیا ہے۔")
    assert found.members[0].source == get_source("bbc-urdu")


def test_a_hundred_thousand_words_are_answered() -> None:
    found = suggest(f"{SAID} " * 9_000)
    assert len(found) == 1
