"""A story in plain values: what the index knows of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """A published story in plain values; `published` is in seconds since the epoch."""

    pk: int
    headline: str
    deck: str = ""
    """Kicker and deck: what else says in few words what it is about."""
    topics: str = ""
    """The names of its tags."""
    names: str = ""
    """Its city and authors: it is found by them, but they say nothing of its subject."""
    body: str = ""
    section: int = 0
    authors: tuple[int, ...] = ()
    tags: tuple[int, ...] = ()
    published: int = 0
    year: int = 0
