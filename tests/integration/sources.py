"""Stories that stand on sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from roznama.newsroom.models import ArticlePage, Source
from roznama.newsroom.sources.register import hands_named
from tests.factories import make_story


def get_source(slug: str) -> Source:
    """A source that every paper's register starts with."""
    return Source.objects.get(slug=slug)


def claim(text: str, *names: str, **fields: Any) -> tuple[str, dict[str, Any]]:
    """A claim for a story, by names that are looked up in the register."""
    empty = {"is_own": False, "url": "", "note": ""}
    return "source", {"claim": text, "chain": hands_named(names), **empty, **fields}


def make_sourced(*claims: tuple[str, dict[str, Any]], **fields: Any) -> ArticlePage:
    return make_story(sources=list(claims), **fields)


def hands(story: ArticlePage) -> Iterable[tuple[int | None, str]]:
    """The hands of a story's first claim, as they are stored now."""
    stored = ArticlePage.objects.get(pk=story.pk).sources.raw_data[0]["value"]["chain"]
    return [(item["value"]["source"], item["value"]["name"]) for item in stored]
