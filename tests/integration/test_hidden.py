"""What readers must not see: drafts, stories taken back, sections offline, originals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now
from wagtail.models import PageViewRestriction

from roznama.newsroom.models import ArticlePage
from tests.factories import get_section, make_author, make_image, make_story
from tests.integration import markup
from tests.integration.edition import LOST, SLUG, TAG, day_path

pytestmark = pytest.mark.django_db


@pytest.fixture
def listings(client: Client) -> Callable[[ArticlePage], list[str]]:
    """Every place that names stories, as one text each."""

    def read(story: ArticlePage) -> list[str]:
        paths = ["/", "/dunya/", f"/author/{SLUG}/", "/tag/sailab/", day_path(story), story.url]
        paths += ["/corrections/", LOST, "/sitemap-dunya.xml", "/sitemap-news.xml", "/feed.atom"]
        paths += [f"{base}feed.{kind}" for base in ("/", "/dunya/") for kind in ("rss", "json")]
        return [client.get(path).content.decode() for path in paths]

    return read


def test_a_draft_is_nowhere(client: Client, listings: Callable[..., list[str]]) -> None:
    author = make_author(slug=SLUG)
    open_story = make_story("سیلاب کی تازہ خبر", authors=[author], tags=[TAG], body=["سیلاب"])
    hidden = make_story(
        "سیلاب کی خفیہ خبر",
        draft=True,
        authors=[author],
        tags=[TAG],
        body=["سیلاب"],
        corrections=[(now(), "خفیہ تصحیح")],
    )
    assert client.get(hidden.url).status_code == 404
    assert not any("خفیہ" in answer for answer in listings(open_story))


@pytest.mark.parametrize("how", ["unpublished", "expired", "scheduled", "private", "deleted"])
def test_a_story_taken_back_is_nowhere(
    client: Client, listings: Callable[..., list[str]], how: str
) -> None:
    author = make_author(slug=SLUG)
    hidden = make_story(
        "سیلاب کی خفیہ خبر",
        authors=[author],
        tags=[TAG],
        body=["سیلاب سے دیہات متاثر"],
        corrections=[(now(), "خفیہ تصحیح")],
        draft=how == "scheduled",
    )
    open_story = make_story(
        "سیلاب کی تازہ خبر",
        authors=[author],
        tags=[TAG],
        body=["سیلاب سے دیہات متاثر", ("also_read", {"story": hidden, "title": ""})],
    )
    url = hidden.url
    take_back(hidden, how)
    response = client.get(url)
    assert response.status_code in {302, 404}
    assert response.status_code == 404 or how == "private"
    assert not any("خفیہ" in answer for answer in listings(open_story))


def take_back(story: ArticlePage, how: str) -> None:
    if how == "unpublished":
        story.unpublish()
    elif how == "expired":
        story.expire_at = now() - timedelta(minutes=1)
        story.save_revision().publish()
        ArticlePage.objects.get(pk=story.pk).unpublish(set_expired=True)
    elif how == "scheduled":
        story.go_live_at = now() + timedelta(hours=1)
        story.save_revision().publish()
    elif how == "private":
        PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)
    else:
        story.delete()


def test_a_section_offline_is_not_there_and_its_stories_stay(client: Client) -> None:
    story = make_story(section="khel")
    get_section("khel").unpublish()
    assert client.get("/khel/").status_code == 404
    assert client.get("/khel/feed.rss").status_code == 404
    assert client.get("/sitemap-khel.xml").status_code == 404
    assert "/khel/" not in markup.links(markup.parse(client.get("/")))
    assert client.get(story.url).status_code == 200


def test_readers_get_sizes_of_a_picture_never_the_original(client: Client) -> None:
    image = make_image()
    story = make_story(lead_image=image)
    source = markup.parse(client.get(story.url)).xpath("//img/@src")[0]
    answer = client.get(source)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
    assert "immutable" in answer["Cache-Control"]
    assert client.get(image.file.url).status_code == 404
