"""A page costs the same queries however many stories there are."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import make_author, make_image
from tests.integration.edition import LOST, PAGES, SLUG, Edition, fill, rich_story

# The front page asks for a strip per section, and there are eight.
MOST_QUERIES = 50
FILES = ["/feed.rss", "/feed.atom", "/feed.json", "/dunya/feed.rss", "/sitemap.xml"]
FILES += ["/sitemap-dunya.xml", "/sitemap-pages.xml", "/sitemap-news.xml", "/robots.txt"]
NAMES = [*PAGES, LOST, *FILES]


@pytest.mark.django_db
def test_the_number_of_queries_is_bounded(client: Client) -> None:
    author = make_author(slug=SLUG, portrait=make_image())
    fill(2, author)
    edition = Edition(rich_story("سیلاب کے بعد کی بحالی", author))
    fill(2, author)
    five = {name: count_queries(client, edition.path(name)) for name in NAMES}
    fill(10, author)
    fifteen = {name: count_queries(client, edition.path(name)) for name in NAMES}
    assert fifteen == five
    assert max(fifteen.values()) <= MOST_QUERIES, fifteen


def count_queries(client: Client, path: str) -> int:
    client.get(path)  # cuts the pictures and compares the stories, once
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(captured)
