"""Addresses: lists and their pages, the archive's days, and what leads nowhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from roznama.newsroom.models import FrontPage, SectionPage
from tests.factories import make_author, make_story
from tests.integration import markup
from tests.integration.edition import LISTS, SLUG, TAG, Edition

pytestmark = pytest.mark.django_db

SITE = "https://paper.example"


@pytest.mark.parametrize("name", ["/", "/dunya/", "/about/", "/corrections/", "/feed.rss"])
def test_an_empty_paper_answers_too(client: Client, name: str) -> None:
    assert client.get(name).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/author/nobody/",
        "/tag/nothing/",
        "/archive/2026/13/1/",
        "/archive/2026/2/30/",
        "/archive/0/1/1/",
        "/archive/99999999999999999999/1/1/",
        "/archive/2026/99999999999999999999/",
        "/archive/1/1/",
        "/archive/2001/1/",
        "/media/images/none.webp",
        "/media/images/..",
        "/media/images/none%00.webp",
        "/media/original_images/none.jpg",
        "/sitemap-nothing.xml",
        "/favicon.txt",
    ],
)
def test_addresses_that_lead_nowhere(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/archive/1/1/1/", "/archive/9999/12/31/"])
def test_a_day_far_away_is_empty_or_not_there(client: Client, path: str) -> None:
    assert client.get(path).status_code in {200, 404}


def test_the_archive_counts_days_by_the_clock_of_the_paper(client: Client) -> None:
    # Eight in the evening in London's winter is one in the morning in Karachi.
    story = make_story(published=datetime(2026, 1, 31, 20, 0, tzinfo=UTC))
    assert client.get("/archive/")["Location"] == "/archive/2026/2/1/"
    assert client.get("/archive/2026/2/")["Location"] == "/archive/2026/2/1/"
    assert story.url in markup.links(markup.parse(client.get("/archive/2026/2/1/")))
    assert story.url not in markup.links(markup.parse(client.get("/archive/2026/1/31/")))
    assert client.get("/archive/2026/1/").status_code == 404


def test_a_missing_slash_is_added(client: Client) -> None:
    response = client.get("/dunya")
    assert (response.status_code, response["Location"]) == (301, "/dunya/")


@pytest.mark.parametrize("path", ["/feed.rss", "/sitemap.xml", "/robots.txt", "/dunya/feed.json"])
def test_files_for_machines_are_read_only(client: Client, path: str) -> None:
    assert client.head(path).status_code == 200
    assert client.post(path).status_code == 405


def test_a_long_list_has_pages_that_name_each_other(client: Client) -> None:
    author = make_author(slug=SLUG)
    noon = datetime(2026, 1, 31, 12, tzinfo=UTC)  # all on one day of the archive
    stories = [
        make_story(f"خبر {n}", authors=[author], tags=[TAG], published=noon + timedelta(seconds=n))
        for n in range(41)
    ]
    # What a source has is listed by its claims: test_sources looks at those pages.
    for name in [name for name in LISTS if not name.startswith("/source/")]:
        path = Edition(stories[0]).path(name)
        paths = [path, f"{path}?page=2", f"{path}?page=3"]
        seen: list[set[str]] = []
        for number, here in enumerate(paths):
            document = markup.parse(client.get(here))
            seen.append({x for x in markup.links(document) if x.startswith("/dunya/khabar")})
            assert document.xpath("//link[@rel='canonical']/@href") == [f"{SITE}{here}"]
            assert document.xpath("//link[@rel='prev']/@href") == paths[:number][-1:]
            assert document.xpath("//link[@rel='next']/@href") == paths[number + 1 :][:1]
        assert [len(links) for links in seen] == [20, 20, 1]
        assert set.union(*seen) == {story.url for story in stories}


@pytest.mark.parametrize("slug", ["search", "archive", "newsroom", "silsila"])
def test_a_section_cannot_take_an_address_of_the_paper(db: None, slug: str) -> None:
    front = FrontPage.objects.get()
    with pytest.raises(ValidationError, match="slug"):
        front.add_child(instance=SectionPage(title="حصہ", slug=slug))
