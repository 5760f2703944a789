"""Feeds: read by a feed reader, and by the rules of JSON Feed 1.1."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
from django.test import Client
from django.utils.timezone import now

from roznama.newsroom.models import ArticlePage
from tests.factories import make_author, make_image, make_story

pytestmark = pytest.mark.django_db

SITE = "https://paper.example"
MOST = 30
XML = ("rss", "atom")
KINDS = (*XML, "json")
TYPES = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}


@pytest.fixture
def stories() -> list[ArticlePage]:
    """Three stories, newest first; their numbers go the other way."""
    author = make_author("ندا حسن")
    made = [
        make_story(
            f'خبر <{number}> & "باقی"',
            section=section,
            deck=f"خلاصہ {number}",
            authors=[author],
            tags=["سوات"],
            lead_image=make_image(),
            published=now() - timedelta(hours=number + 1),
            updated=now() - timedelta(minutes=number + 1),
        )
        for number, section in enumerate(["dunya", "khel", "dunya"])
    ]
    make_story("مسودہ", draft=True)
    return made


def absolute(story: ArticlePage) -> str:
    return f"{SITE}{story.url}"


def parse(client: Client, path: str) -> Any:
    response = client.get(path)
    assert response.status_code == 200
    kind = path.rpartition(".")[2]
    assert response["Content-Type"].split(";")[0] == TYPES[kind]
    assert response.charset == "utf-8"
    found = feedparser.parse(response.content)
    assert not found.bozo, found.get("bozo_exception")
    return found


@pytest.mark.parametrize("kind", XML)
def test_a_reader_understands_the_feed(
    client: Client, stories: list[ArticlePage], kind: str
) -> None:
    found = parse(client, f"/feed.{kind}")
    assert found.version == {"rss": "rss20", "atom": "atom10"}[kind]
    assert found.feed.title == "روزنامہ"
    assert found.feed.language == "ur"
    assert found.feed.link == f"{SITE}/"
    own = [link.href for link in found.feed.links if link.rel == "self"]
    assert own == [f"{SITE}/feed.{kind}"]


@pytest.mark.parametrize("kind", XML)
def test_entries_tell_their_story(client: Client, stories: list[ArticlePage], kind: str) -> None:
    entries = parse(client, f"/feed.{kind}").entries
    assert [entry.title for entry in entries] == [story.title for story in stories]
    for entry, story in zip(entries, stories, strict=True):
        assert entry.link == entry.id == absolute(story)
        assert entry.summary == story.deck
        assert entry.author == "ندا حسن"
        assert [tag.term for tag in entry.tags] == ["سوات"]
        published = story.first_published_at.replace(microsecond=0)
        assert datetime(*entry.published_parsed[:6], tzinfo=UTC) == published
        assert re.search(r"[+-]\d\d:?\d\d$", entry.published)
        (enclosure,) = entry.enclosures
        assert enclosure.href.startswith(f"{SITE}/media/images/")
        assert enclosure.type == "image/webp"
        answer = client.get(urlsplit(enclosure.href).path)
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")


def test_an_atom_entry_says_when_it_was_changed(client: Client, stories: list[ArticlePage]) -> None:
    entry = parse(client, "/feed.atom").entries[0]
    updated = stories[0].last_published_at.replace(microsecond=0)
    assert datetime(*entry.updated_parsed[:6], tzinfo=UTC) == updated


@pytest.mark.parametrize("kind", XML)
def test_an_id_outlives_an_edit(client: Client, kind: str) -> None:
    story = make_story(published=now() - timedelta(days=1))
    before = parse(client, f"/feed.{kind}").entries[0].id
    story.title = "بدلی ہوئی سرخی"
    story.save_revision().publish()
    entry = parse(client, f"/feed.{kind}").entries[0]
    assert (entry.title, entry.id) == ("بدلی ہوئی سرخی", before)


def test_a_json_feed_follows_its_specification(client: Client, stories: list[ArticlePage]) -> None:
    response = client.get("/feed.json")
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    feed = response.json()
    check_json_feed(feed)
    assert feed["home_page_url"] == f"{SITE}/"
    assert feed["feed_url"] == f"{SITE}/feed.json"
    assert feed["language"] == "ur"
    assert [item["id"] for item in feed["items"]] == [absolute(story) for story in stories]
    first, story = feed["items"][0], stories[0]
    assert first["title"] == story.title
    assert first["authors"] == [{"name": "ندا حسن"}]
    assert first["tags"] == ["سوات"]
    assert first["date_published"].endswith("+05:00")
    published = datetime.fromisoformat(first["date_published"])
    assert published == story.first_published_at.replace(microsecond=0)
    assert client.get(urlsplit(first["image"]).path).status_code == 200


def check_json_feed(feed: dict[str, Any]) -> None:
    """https://www.jsonfeed.org/version/1.1/: what must be there, and of what type."""
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    assert all(is_absolute(feed[name]) for name in ("home_page_url", "feed_url") if name in feed)
    ids = [item["id"] for item in feed["items"]]
    assert len(ids) == len(set(ids))
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert "content_html" in item or "content_text" in item
        assert all(is_absolute(item[name]) for name in ("url", "image") if name in item)
        for name in ("date_published", "date_modified"):
            if name in item:
                assert datetime.fromisoformat(item[name]).tzinfo
        assert all(author.get("name") for author in item.get("authors", []))
        assert all(isinstance(tag, str) for tag in item.get("tags", []))
        assert "" not in item.values()


def is_absolute(url: str) -> bool:
    return urlsplit(url).scheme in {"http", "https"} and bool(urlsplit(url).netloc)


@pytest.mark.parametrize("kind", XML)
def test_a_section_has_feeds_of_its_own(
    client: Client, stories: list[ArticlePage], kind: str
) -> None:
    found = parse(client, f"/khel/feed.{kind}")
    assert [entry.id for entry in found.entries] == [absolute(stories[1])]
    assert "کھیل" in found.feed.title
    assert found.feed.link == f"{SITE}/khel/"


def test_a_section_has_a_json_feed_of_its_own(client: Client, stories: list[ArticlePage]) -> None:
    feed = client.get("/khel/feed.json").json()
    check_json_feed(feed)
    assert [item["id"] for item in feed["items"]] == [absolute(stories[1])]
    assert feed["feed_url"] == f"{SITE}/khel/feed.json"


@pytest.mark.parametrize("kind", KINDS)
def test_a_section_without_stories_has_an_empty_feed(client: Client, kind: str) -> None:
    response = client.get(f"/sehat/feed.{kind}")
    assert response.status_code == 200
    if kind == "json":
        check_json_feed(response.json())
    else:
        assert parse(client, f"/sehat/feed.{kind}").entries == []


@pytest.mark.parametrize("path", ["/nothing/feed.rss", "/about/feed.rss", "/feed.xml"])
def test_there_is_no_such_feed(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_feed_has_the_newest_thirty(client: Client) -> None:
    for number in range(MOST + 1):
        make_story(f"خبر {number}", published=now() - timedelta(hours=number))
    titles = [entry.title for entry in parse(client, "/feed.rss").entries]
    assert titles == [f"خبر {number}" for number in range(MOST)]


@pytest.mark.parametrize("kind", XML)
def test_a_stray_control_character_does_not_break_the_feed(client: Client, kind: str) -> None:
    """Pasted text brings them along; XML has no way to write them."""
    author = make_author("ندا\x02 حسن")
    make_story("سر\x08خی", deck="خلا\x0bصہ", tags=["سو\x01ات"], authors=[author])
    (entry,) = parse(client, f"/feed.{kind}").entries
    assert (entry.title, entry.summary) == ("سرخی", "خلاصہ")


def test_every_feed_is_named_in_the_pages_head(client: Client) -> None:
    for page, base in (("/", "/"), ("/khel/", "/khel/")):
        html = client.get(page).content.decode()
        for kind in KINDS:
            assert f'type="{TYPES[kind]}"' in html
            assert f'href="{base}feed.{kind}"' in html
