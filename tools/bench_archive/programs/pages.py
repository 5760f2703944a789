"""Fills a paper with given stories, around the models; for a Django program that is set up."""

import json
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from html import escape
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import Page

from roznama.newsroom.models import ArticlePage, SectionPage

BATCH = 1000

AFTER = 1_000_000
"""A story's page has its key and so much more: the paper has pages of its own."""

_FIELDS = ArticlePage._meta.local_concrete_fields
_EMPTY = {field.attname: getattr(ArticlePage(), field.attname) for field in _FIELDS}


def fill(stories: Iterable[dict[str, Any]]) -> None:
    """Make a page of every story under one section of the paper."""
    section = SectionPage.objects.order_by("pk")[0]
    kind = ContentType.objects.get_for_model(ArticlePage).pk
    done = section.numchild
    for some in batches(stories):
        with transaction.atomic():
            Page.objects.bulk_create(
                _page(story, section, done + number, kind) for number, story in enumerate(some, 1)
            )
            with connection.cursor() as cursor:
                cursor.executemany(_insert(), [_row(story) for story in some])
        done += len(some)
    Page.objects.filter(pk=section.pk).update(numchild=done)


def batches(things: Iterable[Any]) -> Iterator[list[Any]]:
    """The things in their order, `BATCH` at a time."""
    rest = iter(things)
    while some := list(islice(rest, BATCH)):
        yield some


def _page(story: dict[str, Any], section: SectionPage, number: int, kind: int) -> Page:
    """Wagtail's half of a story."""
    time = datetime.fromtimestamp(story["published"], UTC)
    slug = f"khabar-{story['pk']}"
    return Page(
        pk=AFTER + story["pk"], title=story["headline"], draft_title=story["headline"], slug=slug,
        path=Page._get_path(section.path, section.depth + 1, number), depth=section.depth + 1,
        url_path=f"{section.url_path}{slug}/", live=True, content_type_id=kind,
        locale_id=section.locale_id, translation_key=uuid.uuid4(), first_published_at=time,
        last_published_at=time, latest_revision_created_at=time,
    )  # fmt: skip


def _insert() -> str:
    names = ", ".join(field.column for field in _FIELDS)
    places = ", ".join(["%s"] * len(_FIELDS))
    return f"INSERT INTO {ArticlePage._meta.db_table} ({names}) VALUES ({places})"  # noqa: S608


def _row(story: dict[str, Any]) -> list[object]:
    """Our half of it."""
    text = {"type": "paragraph", "value": f"<p>{escape(story['body'])}</p>", "id": story["pk"]}
    own = {"page_ptr_id": AFTER + story["pk"], "deck": story["deck"], "body": json.dumps([text])}
    values = {**_EMPTY, **own, "sources": "[]"}
    return [values[field.attname] for field in _FIELDS]
