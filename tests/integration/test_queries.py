"""A page costs the same queries however many stories there are."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from roznama.newsroom.models import ArticlePage
from tests.factories import make_author, make_image, make_story
from tests.integration.edition import LOST, PAGES, SLUG, Edition, fill, rich_story

# The queries are the ORM's, the same on both.
pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

# The front page asks for a strip per section, and there are eight.
MOST_QUERIES = 50
FILES = ["/feed.rss", "/feed.atom", "/feed.json", "/dunya/feed.rss", "/sitemap.xml"]
FILES += ["/sitemap-dunya.xml", "/sitemap-pages.xml", "/sitemap-news.xml", "/robots.txt"]
NAMES = [*PAGES, LOST, *FILES]


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


def test_a_story_costs_the_same_however_much_is_in_it(client: Client) -> None:
    author = make_author(slug=SLUG)
    fill(3, author)
    small, large = (story_with(amount) for amount in (2, 40))
    assert count_queries(client, large.url) == count_queries(client, small.url)


def story_with(amount: int) -> ArticlePage:
    """A story with so many links, pictures in all places, fact boxes and chosen stories."""
    others = [make_story(f"حوالے کی خبر {number}") for number in range(amount)]
    return make_story(
        f"{amount} حوالوں والی خبر",
        lead_image=make_image(),
        authors=[make_author(f"نامہ نگار {number}", portrait=make_image()) for number in range(3)],
        body=[
            *(f'متن <a linktype="page" id="{other.pk}">حوالہ</a> ہے۔' for other in others),
            *(("image", {"image": make_image(), "alt": "تصویر", "caption": ""}) for _ in others),
            *(("fact_box", {"title": "ایک نظر", "text": "<p>حقائق</p>"}) for _ in others),
            *(("also_read", {"story": other}) for other in others),
        ],
    )


def count_queries(client: Client, path: str) -> int:
    client.get(path)  # cuts the pictures and compares the stories, once
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(captured)
