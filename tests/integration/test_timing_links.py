"""Drafts for people outside: made by who may publish, secret, for a time, revocable."""

from __future__ import annotations

import logging
import re
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils.timezone import now
from wagtail.models import PageLogEntry

from roznama.newsroom.models import ArticlePage, PreviewLink
from roznama.newsroom.timing.links import MADE, REVOKED
from roznama.press.addresses import page_path
from tests.factories import get_section
from tests.integration import markup
from tests.integration.copydesk import client_of, make_user
from tests.integration.timing import make_embargoed

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

OVER = "یہ ربط اب کارآمد نہیں"
HEADLINE = "بجٹ کی خفیہ دستاویز"


@pytest.fixture
def story() -> ArticlePage:
    return make_embargoed(HEADLINE, body=["مسودے کا متن"], embargo_note="صرف مدیر دیکھیں")


def make(client: Client, story: ArticlePage, hours: str = "24") -> str:
    """Make a link as an editor does; return its address."""
    data = {"reader": "وکیل صاحب", "hours": hours}
    response = client.post(f"/newsroom/timing/{story.pk}/links/", data)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    return str(markup.parse(response).xpath("//input[@readonly]/@value")[0])


def enter(client: Client, address: str) -> HttpResponse:
    """Do what the script on the first page does."""
    return client.post("/preview/open/", {"token": address.partition("#")[2]})


def is_over(response: HttpResponse) -> bool:
    assert response.status_code == 410
    text = response.content.decode()
    return OVER in text and HEADLINE not in text


def test_who_has_the_link_reads_the_draft_and_nothing_keeps_it(
    newsroom: Client, story: ArticlePage
) -> None:
    outside = Client()
    address = make(newsroom, story)
    assert re.fullmatch(r"http://testserver/preview/#[\w:-]+", address)
    door = outside.get("/preview/")
    response = enter(outside, address)
    assert response.status_code == 303
    token = address.partition("#")[2]
    assert token not in response["Location"]
    frame = outside.get(response["Location"])
    page = outside.get(markup.parse(frame).xpath("//iframe/@src")[0])
    assert HEADLINE in page.content.decode()
    assert "مسودے کا متن" in page.content.decode()
    assert "صرف مدیر دیکھیں" not in page.content.decode()
    for answer in (door, response, frame, page):
        assert answer["Cache-Control"] == "no-store, private"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer["X-Robots-Tag"]
        assert token not in answer.content.decode()
    cookie = response.cookies["preview"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == response["Location"]
    assert 0 < cookie["max-age"] <= 24 * 3600
    link = PreviewLink.objects.get()
    assert token not in str(vars(link))
    assert timedelta(hours=23) < link.expires_at - now() <= timedelta(hours=24)
    assert link.opened == 1


def test_it_shows_the_draft_as_it_was_sent(newsroom: Client, story: ArticlePage) -> None:
    address = make(newsroom, story)
    story.title = "بعد کی بات"
    story.save_revision()
    outside = Client()
    frame = enter(outside, address)["Location"]
    assert HEADLINE in outside.get(f"{frame}page/").content.decode()


def test_after_its_time_it_opens_nothing(newsroom: Client, story: ArticlePage) -> None:
    outside = Client()
    address = make(newsroom, story, "1")
    frame = enter(outside, address)["Location"]
    PreviewLink.objects.update(expires_at=now() - timedelta(seconds=1))
    assert is_over(enter(outside, address))
    assert is_over(outside.get(frame))
    assert is_over(outside.get(f"{frame}page/"))


def test_it_is_closed_at_once(newsroom: Client, story: ArticlePage) -> None:
    outside = Client()
    frame = enter(outside, make(newsroom, story))["Location"]
    link = PreviewLink.objects.get()
    assert newsroom.get(f"/newsroom/timing/links/{link.pk}/revoke/").status_code == 405
    newsroom.post(f"/newsroom/timing/links/{link.pk}/revoke/")
    assert is_over(outside.get(frame))
    actions = PageLogEntry.objects.filter(page_id=story.pk).values_list("action", flat=True)
    assert {MADE, REVOKED} <= set(actions)
    assert "وکیل صاحب" in newsroom.get(f"/newsroom/pages/{story.pk}/history/").content.decode()


def test_links_of_an_account_that_was_closed_are_over(newsroom: Client, story: ArticlePage) -> None:
    address = make(newsroom, story)
    editor = PreviewLink.objects.get().made_by
    assert editor is not None
    editor.is_active = False
    editor.save()
    assert is_over(enter(Client(), address))


@pytest.mark.parametrize("token", ["", "x", "#", "a:b:c", "WzEsImEiXQ:1abc:xyz", "%00", "ی" * 900])
def test_what_was_not_made_here_opens_nothing(token: str) -> None:
    assert is_over(enter(Client(), f"#{token}"))


def test_one_link_does_not_open_another(newsroom: Client, story: ArticlePage) -> None:
    other = make_embargoed("دوسری دستاویز")
    outside = Client()
    enter(outside, make(newsroom, other))
    make(newsroom, story)
    wanted = PreviewLink.objects.get(page=story)
    outside.cookies["preview"]["path"] = "/"
    assert is_over(outside.get(f"/preview/{wanted.pk}/page/"))


def test_only_who_may_publish_the_story_makes_or_closes_links(
    newsroom: Client, story: ArticlePage, client: Client
) -> None:
    make(newsroom, story)
    link = PreviewLink.objects.get()
    writer = make_user("writer", page=get_section(), on_page=("add_page", "change_page"))
    elsewhere = make_user("elsewhere", page=get_section("khel"), on_page=("publish_page",))
    for someone in (client, client_of(writer), client_of(elsewhere)):
        for path in (f"{story.pk}/links/", f"links/{link.pk}/revoke/"):
            answer = someone.post(f"/newsroom/timing/{path}", {"reader": "کوئی", "hours": "24"})
            assert answer.status_code in {302, 403}
    assert PreviewLink.objects.get().is_open
    here = make_user("here", page=get_section(), on_page=("change_page", "publish_page"))
    make(client_of(here), story)


def test_a_link_needs_a_name_and_a_time_that_is_offered(
    newsroom: Client, story: ArticlePage
) -> None:
    for data in ({"hours": "24"}, {"reader": "وکیل", "hours": "9999"}, {"reader": "", "hours": ""}):
        assert newsroom.post(f"/newsroom/timing/{story.pk}/links/", data).status_code == 200
    assert not PreviewLink.objects.exists()


def test_the_exchange_asks_for_a_token_against_forgery(
    newsroom: Client, story: ArticlePage
) -> None:
    address = make(newsroom, story)
    assert enter(Client(enforce_csrf_checks=True), address).status_code == 403


def test_no_token_is_logged_and_no_draft_is_printed(
    newsroom: Client, story: ArticlePage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    address = make(newsroom, story)
    outside = Client()
    frame = enter(outside, address)["Location"]
    outside.get(frame)
    enter(outside, f"{address}x")
    asked = [r.getMessage() for r in caplog.records if not r.name.startswith("django.db")]
    assert not any(address.partition("#")[2] in line for line in asked)
    for path in ("/preview/", "/preview/open/", frame, f"{frame}page/"):
        assert page_path(path) is None
