"""Keys: the names under which changes are told and pages remember what they read.

A key names a thing (`article:12`, `author:7`) or a list (`front`, `day:2026-11-24`). The keys of
sections, authors and tags stand for the thing and for the list of its stories.
"""

from __future__ import annotations

from datetime import date

FRONT = "front"
"""The newest stories of all sections."""

SITE = "site"
"""What stands on every page: masthead, menu, footer."""

MONTHS = "months"
"""The months that have stories."""

BREAKING = "breaking"
"""The line that stands over every page, written as a live file and on no page."""

CORRECTIONS = "corrections"
"""The newest corrections."""

THREADS = "threads"
"""The threads that there are."""


SOURCES = "sources"
"""The sources that something published comes from."""


def article(pk: int) -> str:
    """A story, and its card elsewhere."""
    return f"article:{pk}"


def beside(pk: int) -> str:
    """The stories before and after a story in its section."""
    return f"beside:{pk}"


def related(pk: int) -> str:
    """The stories related to a story."""
    return f"related:{pk}"


def thread(pk: int) -> str:
    """A thread: its name, and which stories it has."""
    return f"thread:{pk}"


def source(pk: int) -> str:
    """A source: its names, kind and note, wherever a claim comes from it."""
    return f"source:{pk}"


def taken(pk: int) -> str:
    """The stories that took something from a source."""
    return f"taken:{pk}"


def coverage(pk: int) -> str:
    """The updates of a story's live coverage, as its own page has them."""
    return f"coverage:{pk}"


def coverage_page(pk: int, page: int) -> str:
    """One page of a live coverage's older updates."""
    return f"coverage:{pk}:{page}"


def section(pk: int) -> str:
    """A section and its stories."""
    return f"section:{pk}"


def author(pk: int) -> str:
    """An author and their stories."""
    return f"author:{pk}"


def tag(pk: int) -> str:
    """A tag and its stories."""
    return f"tag:{pk}"


def info(pk: int) -> str:
    """A page about the paper."""
    return f"info:{pk}"


def picture(pk: int) -> str:
    """A picture, its sizes, description and credit."""
    return f"picture:{pk}"


def document(pk: int) -> str:
    """A document that a text leads to."""
    return f"document:{pk}"


def sizes(pk: int) -> str:
    """The files that a picture is made into after pages show it already."""
    return f"sizes:{pk}"


def social_card(pk: int) -> str:
    """A story's social cards."""
    return f"social:{pk}"


def day(value: date) -> str:
    """The stories of a day."""
    return f"day:{value:%Y-%m-%d}"


def days(value: date) -> str:
    """The days of a month that have stories."""
    return f"days:{value:%Y-%m}"


NEWS_ADDRESSES = "addresses:news"
"""The addresses of the last days' stories."""


def addresses(section: int) -> str:
    """The addresses of a section's stories, as sitemaps have them."""
    return f"addresses:{section}"


WITHDRAWN = "withdrawn:"


def withdrawn(key: str) -> str:
    """That no page which read `key` may be handed out as it was: told, never read."""
    return f"{WITHDRAWN}{key}"


def withdrawn_story(key: str) -> int | None:
    """Return the story that a `withdrawn` key is about, None where it is about none."""
    pk = key.removeprefix(withdrawn("article:"))
    return int(pk) if pk != key else None
