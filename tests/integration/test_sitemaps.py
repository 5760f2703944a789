"""Sitemaps against their schemas, and robots.txt as Python's own robot reads it."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import pytest
from django.test import Client
from django.utils.timezone import now
from lxml import etree
from xmlschema import XMLSchema

from roznama.newsroom.models import ArticlePage, InfoPage, SectionPage
from roznama.paper import sitemaps
from tests.factories import make_story

pytestmark = pytest.mark.django_db

SITE = "https://paper.example"
SCHEMAS = Path(__file__).with_name("schemas")
SITEMAP = XMLSchema(SCHEMAS / "sitemap.xsd")
NEWS = XMLSchema(SCHEMAS / "news.xsd")


def read(client: Client, path: str, schema: XMLSchema = SITEMAP) -> list[str]:
    """A valid map's addresses, in order."""
    root = fetch(client, path)
    schema.validate(root)
    return [found.text for found in root.iter("{*}loc")]


def fetch(client: Client, path: str) -> etree._Element:
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    return etree.fromstring(response.content)


def read_all(client: Client) -> Counter[str]:
    """Every address of every map that the index names."""
    found: Counter[str] = Counter()
    for url in read(client, "/sitemap.xml"):
        assert url.startswith(f"{SITE}/")
        parts = urlsplit(url)
        found.update(read(client, f"{parts.path}?{parts.query}"))
    return found


def published() -> set[str]:
    pages = [*SectionPage.objects.live(), *InfoPage.objects.live(), *ArticlePage.objects.live()]
    return {f"{SITE}/", *(f"{SITE}{page.url}" for page in pages)}


def test_every_published_address_is_there_exactly_once(client: Client) -> None:
    for section in ("dunya", "dunya", "khel"):
        make_story(section=section)
    make_story("مسودہ", draft=True)
    assert read_all(client) == Counter(published())


def test_an_empty_paper_has_valid_maps(client: Client) -> None:
    assert read_all(client) == Counter(published())


def test_a_full_map_goes_on_in_the_next(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MOST_ADDRESSES", 2)
    day = timedelta(days=1)
    stories = [make_story(f"خبر {n}", published=now() - (9 - n) * day) for n in range(5)]
    maps = [url for url in read(client, "/sitemap.xml") if "dunya" in url]
    assert maps == [f"{SITE}/sitemap-dunya.xml{page}" for page in ("", "?p=2", "?p=3")]
    assert read_all(client) == Counter(published())
    # The oldest stand first, so that a full map stays as it is.
    assert read(client, "/sitemap-dunya.xml") == [f"{SITE}{story.url}" for story in stories[:2]]
    for number in ("0", "4", "abc"):
        assert client.get("/sitemap-dunya.xml", {"p": number}).status_code == 404


def test_a_map_says_when_its_stories_changed(client: Client) -> None:
    changed = now() - timedelta(days=3)
    make_story(published=changed - timedelta(days=1), updated=changed)
    (moment,) = fetch(client, "/sitemap-dunya.xml").iter("{*}lastmod")
    assert datetime.fromisoformat(moment.text) == changed
    index = fetch(client, "/sitemap.xml")
    moments = [datetime.fromisoformat(found.text) for found in index.iter("{*}lastmod")]
    assert changed in moments


def test_the_news_map_has_two_days(client: Client) -> None:
    fresh = make_story("تازہ <خبر> & باقی", published=now() - timedelta(hours=47))
    make_story("پرانی خبر", published=now() - timedelta(hours=49))
    make_story("مسودہ", draft=True)
    assert read(client, "/sitemap-news.xml", NEWS) == [f"{SITE}{fresh.url}"]
    root = fetch(client, "/sitemap-news.xml")
    values = {found.tag.rpartition("}")[2]: found.text for found in root.iter("{*}*")}
    assert values["name"] == "روزنامہ"
    assert values["language"] == "ur"
    assert values["title"] == fresh.title
    assert datetime.fromisoformat(values["publication_date"]) == fresh.first_published_at


def test_a_day_without_news_has_a_valid_map(client: Client) -> None:
    assert read(client, "/sitemap-news.xml", NEWS) == []


def test_a_stray_control_character_does_not_break_the_map(client: Client) -> None:
    make_story("سر\x08خی")
    assert len(read(client, "/sitemap-news.xml", NEWS)) == 1


def test_robots_read_the_paper_and_not_the_newsroom(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    robots = RobotFileParser()
    robots.parse(response.content.decode().splitlines())
    story = make_story()
    for agent in ("Googlebot", "Googlebot-News", "bingbot", "anything"):
        assert robots.can_fetch(agent, f"{SITE}{story.url}")
        assert robots.can_fetch(agent, f"{SITE}/")
        assert not robots.can_fetch(agent, f"{SITE}/newsroom/")
        assert not robots.can_fetch(agent, f"{SITE}/newsroom/stories/")
    assert robots.site_maps() == [f"{SITE}/sitemap.xml", f"{SITE}/sitemap-news.xml"]
