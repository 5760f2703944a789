"""The editors' index follows a story, whichever way it is saved, and never takes it back."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.search.backends import get_search_backend

from roznama.newsroom.models import ArticlePage
from tests.factories import make_story
from tests.integration.test_newsroom import form

pytestmark = pytest.mark.django_db


def publish(newsroom: Client, story: ArticlePage, **fields: Any) -> HttpResponse:
    data = form(**{"title": story.title, "slug": story.slug, **fields})
    address = f"/newsroom/pages/{story.pk}/edit/"
    return newsroom.post(address, {**data, "action-publish": "1"})


def finds(newsroom: Client, word: str, story: ArticlePage) -> bool:
    return story.title in newsroom.get("/newsroom/stories/", {"q": word}).content.decode()


def test_a_publication_writes_the_index_once(newsroom: Client) -> None:
    story = make_story("نہر میں پانی")
    with CaptureQueriesContext(connection) as captured:
        assert publish(newsroom, story, deck="چناب کے کنارے").status_code == 302
    writes = [one["sql"].split() for one in captured if "wagtailsearch_indexentry" in one["sql"]]
    assert sum(one[0] in {"INSERT", "UPDATE"} for one in writes) == 1
    assert finds(newsroom, "چناب", story)


def test_a_save_that_is_refused_leaves_the_index(newsroom: Client) -> None:
    story = make_story("نہر میں پانی")
    assert publish(newsroom, story, title="", deck="چناب کے کنارے").status_code == 200
    assert not finds(newsroom, "چناب", story)


def test_the_index_follows_a_save_without_a_form_and_a_deletion(newsroom: Client) -> None:
    story = make_story("نہر میں پانی")
    story.deck = "چناب کے کنارے"
    story.save()
    assert finds(newsroom, "چناب", story)
    story.delete()
    assert not finds(newsroom, "چناب", story)


def test_an_index_that_fails_takes_no_publication_back(
    newsroom: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """PostgreSQL takes a whole transaction back after an error that nobody was told of."""
    story = make_story("نہر میں پانی")

    def fail(_obj: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM no_such_table")

    monkeypatch.setattr(type(get_search_backend()), "add", lambda _self, obj: fail(obj))
    with caplog.at_level(logging.ERROR):
        assert publish(newsroom, story, deck="چناب کے کنارے").status_code == 302
    assert "no_such_table" in caplog.text
    found = ArticlePage.objects.get(pk=story.pk)
    assert (found.live, found.deck) == (True, "چناب کے کنارے")


def test_postgresql_searches_by_its_indexes_and_only_searches(newsroom: Client) -> None:
    if connection.vendor != "postgresql":
        return
    make_story("نہر میں پانی")
    with CaptureQueriesContext(connection) as captured:
        assert newsroom.get("/newsroom/stories/", {"q": "پانی"}).status_code == 200
    is_on, searched = True, []
    for one in captured:
        if "enable_seqscan" in one["sql"]:
            is_on = one["sql"].startswith("RESET")
        elif "to_tsquery" in one["sql"]:
            searched.append(is_on)
    assert is_on
    assert searched
    assert not any(searched)


def test_long_lists_of_words_lie_outside_the_rows_on_postgresql(newsroom: Client) -> None:
    """A search reads a row of each story that it finds: the shorter, the fewer blocks."""
    if connection.vendor != "postgresql":
        return  # an FTS5 table keeps no such lists
    words = " ".join(str(number) for number in range(10_000, 10_100))
    story = make_story("نہر میں پانی", body=[("paragraph", f"<p>{words}</p>")])
    columns = ("title", "body", "autocomplete")
    chunks = ", ".join(f"pg_column_toast_chunk_id({column})" for column in columns)
    with connection.cursor() as cursor:
        where = "FROM wagtailsearch_indexentry WHERE object_id = %s AND content_type_id = %s"
        cursor.execute(f"SELECT {chunks} {where}", [str(story.pk), story.content_type_id])
        (found,) = cursor.fetchall()
    is_outside = {column: chunk is not None for column, chunk in zip(columns, found, strict=True)}
    assert is_outside == {"title": False, "body": True, "autocomplete": True}
