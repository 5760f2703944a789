"""An editor's say over related stories: pinned ones first, blocked ones never, once published."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.http import HttpResponse
from django.test import Client
from wagtail.models import GroupPagePermission
from wagtail.test.utils.form_data import inline_formset

from roznama.archive.following import Follower
from roznama.changes.log import end, news
from roznama.changes.reads import recorded
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage, RelatedChoice, SectionPage, User
from roznama.paper.assembly.article import article_sheet
from tests.factories import get_section, make_story
from tests.integration import markup
from tests.integration.test_article import FLOODS, OTHERS, also_read, read, related
from tests.integration.test_newsroom import form

pytestmark = pytest.mark.django_db


@pytest.fixture
def floods(archive: Follower) -> list[ArticlePage]:
    """Five stories on one flood, and some on other matters, all of them in the index."""
    for headline in OTHERS:
        make_story(headline)
    stories = [make_story(headline) for headline in FLOODS[:5]]
    archive.follow()
    return stories


@pytest.fixture
def choose(newsroom: Client) -> Callable[..., HttpResponse]:
    """Send a story's form with choices, as (story, kind), and publish it."""

    def send(
        story: ArticlePage,
        *choices: tuple[ArticlePage, str],
        action: str = "action-publish",
        initial: Sequence[RelatedChoice] = (),
    ) -> HttpResponse:
        rows: list[dict[str, Any]] = [{"story": o.pk, "kind": kind} for o, kind in choices]
        for row, old in zip(rows, initial, strict=False):
            row["id"] = old.pk
        fields = {"title": story.title, "slug": story.slug}
        related = inline_formset(rows, initial=len(initial))
        path = f"/newsroom/pages/{story.pk}/edit/"
        return newsroom.post(path, {**form(**fields, related_choices=related), action: "1"})

    return send


def test_pinned_stories_come_first_in_their_order(
    client: Client, choose: Callable[..., HttpResponse], floods: list[ArticlePage]
) -> None:
    story, *others = floods
    far = make_story("شطرنج کا مقابلہ", section="khel")
    before = related(read(client, story))
    assert far.url not in before
    last = next(one for one in others if one.url == before[-1])
    choose(story, (far, "pinned"), (last, "pinned"))
    shown = related(read(client, story))
    assert shown[:2] == [far.url, last.url]
    assert len(shown) == len(set(shown))


def test_pinned_stories_are_reordered(
    client: Client, choose: Callable[..., HttpResponse], floods: list[ArticlePage]
) -> None:
    story, first, second, *_ = floods
    choose(story, (first, "pinned"), (second, "pinned"))
    assert related(read(client, story))[:2] == [first.url, second.url]
    initial = list(RelatedChoice.objects.filter(article=story).order_by("-sort_order"))
    choose(story, (second, "pinned"), (first, "pinned"), initial=initial)
    assert related(read(client, story))[:2] == [second.url, first.url]
    assert RelatedChoice.objects.count() == 2


def test_all_pinned_stories_are_shown(
    client: Client, choose: Callable[..., HttpResponse], floods: list[ArticlePage]
) -> None:
    story, *others = floods
    pinned = [*others, make_story("شطرنج کا مقابلہ")]
    choose(story, *((one, "pinned") for one in pinned))
    assert related(read(client, story)) == [one.url for one in pinned]


def test_a_pinned_story_takes_the_first_empty_slot(client: Client) -> None:
    far = make_story("شطرنج کا مقابلہ", section="khel")
    slots = [("also_read", {"story": None}), "متن", ("also_read", {"story": None})]
    story = make_story(FLOODS[0], body=["متن", *slots])
    for headline in FLOODS[1:]:
        make_story(headline)
    story.related_choices = [RelatedChoice(story=far, kind="pinned")]
    story.save_revision().publish()
    document = read(client, story)
    assert also_read(document)[0] == far.url
    assert far.url not in related(document)


def test_a_blocked_story_is_nowhere(
    client: Client, choose: Callable[..., HttpResponse], floods: list[ArticlePage]
) -> None:
    story, first, second, *_ = floods
    choose(story, (first, "blocked"), (second, "blocked"))
    shown = [*related(read(client, story)), *also_read(read(client, story))]
    assert first.url not in shown
    assert second.url not in shown
    assert len(shown) == len(floods) - 3
    # A block is one story's matter.
    assert first.url in related(read(client, second))


def test_a_blocked_story_is_not_in_a_slot_either(client: Client) -> None:
    blocked = make_story(FLOODS[1])
    story = make_story(FLOODS[0], body=["متن", ("also_read", {"story": blocked}), "متن"])
    assert also_read(read(client, story)) == [blocked.url]
    story.related_choices = [RelatedChoice(story=blocked, kind="blocked")]
    story.save_revision().publish()
    assert also_read(read(client, story)) == []


def test_a_pinned_draft_waits_until_it_is_published(
    client: Client, choose: Callable[..., HttpResponse], floods: list[ArticlePage]
) -> None:
    story = floods[0]
    draft = make_story("شطرنج کا مقابلہ", draft=True)
    choose(story, (draft, "pinned"))
    document = read(client, story)
    assert len(related(document)) == 4
    assert draft.title not in markup.text(document)
    with recorded() as reads:
        article_sheet(ArticlePage.objects.get(pk=story.pk))
    assert keys.article(draft.pk) in reads.keys  # so the page is printed when it comes out
    draft.save_revision().publish()
    assert related(read(client, story))[0] == client_url(draft)


def client_url(story: ArticlePage) -> str:
    return str(ArticlePage.objects.get(pk=story.pk).url)


def test_a_choice_goes_live_with_publishing(
    client: Client, choose: Callable[..., HttpResponse], floods: list[ArticlePage]
) -> None:
    story = floods[0]
    far = make_story("شطرنج کا مقابلہ", section="khel")
    choose(story, (far, "pinned"), action="action-save")
    assert far.url not in related(read(client, story))
    cursor = end()
    ArticlePage.objects.get(pk=story.pk).get_latest_revision().publish()
    assert related(read(client, story))[0] == far.url
    changed = news(cursor).changes
    assert any(keys.article(story.pk) in change.keys for change in changed)
    assert any(story.url in change.paths for change in changed)


@pytest.mark.parametrize("places", [[0], [1, 1]])
def test_a_story_is_not_chosen_for_itself_nor_twice(
    choose: Callable[..., HttpResponse], floods: list[ArticlePage], places: list[int]
) -> None:
    kinds = ("pinned", "blocked")
    rows = [(floods[place], kind) for place, kind in zip(places, kinds, strict=False)]
    answer = choose(floods[0], *rows)
    assert answer.status_code == 200
    assert markup.texts(markup.parse(answer), markup.by_class("error-message"))
    assert not RelatedChoice.objects.exists()


def test_a_story_with_choices_can_lose_what_it_chose(
    client: Client, choose: Callable[..., HttpResponse], floods: list[ArticlePage]
) -> None:
    story, gone, *_ = floods
    choose(story, (gone, "pinned"))
    gone.delete()
    assert gone.url not in related(read(client, story))
    ArticlePage.objects.get(pk=story.pk).get_latest_revision().publish()
    assert not RelatedChoice.objects.exists()


def candidates(client: Client, story: ArticlePage) -> list[str]:
    """The stories that the archive proposes for one, in order."""
    response = client.get(f"/newsroom/related/{story.pk}/")
    assert response.status_code == 200
    document = markup.parse(response)
    return document.xpath("//button[@data-kind='pinned']/@data-story")


def test_the_archive_proposes_stories_for_a_draft(
    newsroom: Client, floods: list[ArticlePage]
) -> None:
    draft = make_story("کرکٹ", draft=True)
    assert not set(candidates(newsroom, draft)) & {str(one.pk) for one in floods}
    draft.title = "سوات کے دریا میں سیلاب: تازہ صورت حال"
    draft.save_revision()
    found = candidates(newsroom, draft)
    assert set(found[: len(floods)]) == {str(one.pk) for one in floods}
    response = newsroom.get(f"/newsroom/related/{draft.pk}/").content.decode()
    assert floods[0].title in response
    assert "دنیا" in response


def test_where_the_archive_has_nothing_it_says_so(newsroom: Client) -> None:
    response = newsroom.get(f"/newsroom/related/{make_story('تنہا خبر').pk}/")
    document = markup.parse(response)
    assert not document.xpath("//button")
    assert markup.texts(document, "//p[@class='help']") == [
        "پرانی خبروں میں کوئی خبر اس سے اتنی قریب نہیں کہ تجویز کی جائے۔"
    ]


def test_candidates_are_for_who_may_edit_the_story(
    client: Client, floods: list[ArticlePage]
) -> None:
    own, other = floods[0], make_story(floods[0].title, section="khel", draft=True)
    client.force_login(
        make_editor_of(get_section("dunya")),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    assert candidates(client, own)
    response = client.get(f"/newsroom/related/{other.pk}/")
    assert response.status_code == 403
    assert floods[1].title not in response.content.decode()
    assert client.get(f"/newsroom/related/{get_section('khel').pk}/").status_code == 404


def test_candidates_are_not_for_strangers(client: Client, floods: list[ArticlePage]) -> None:
    response = client.get(f"/newsroom/related/{floods[0].pk}/")
    assert response.status_code == 302
    assert response["Location"].startswith("/newsroom/login/")


def make_editor_of(section: SectionPage) -> User:
    group = Group.objects.create(name="مدیر")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    permission = Permission.objects.get(codename="change_page", content_type__model="page")
    GroupPagePermission.objects.create(group=group, page=section, permission=permission)
    editor = User.objects.create_user("section-editor", password="a long pass phrase")
    editor.groups.add(group)
    return editor


def test_the_form_knows_where_to_ask(newsroom: Client) -> None:
    story = make_story()
    document = markup.parse(newsroom.get(f"/newsroom/pages/{story.pk}/edit/"))
    assert document.xpath("//@data-candidates") == [f"/newsroom/related/{story.pk}/"]
    path = f"/newsroom/pages/add/newsroom/articlepage/{get_section().pk}/"
    assert not markup.parse(newsroom.get(path)).xpath("//@data-candidates")
