"""Searching: from what a reader typed to the stories that are shown."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from functools import cache

from tantivy import Query

from roznama.archive.index.reading import Found, Snapshot
from roznama.archive.search.building import Filters, Wanted, wanted
from roznama.archive.search.meaning import meant
from roznama.archive.search.parsing import Asked, parsed
from roznama.archive.search.spelled import Spelled, spelled

PER_PAGE = 10
MOST_PAGES = 50
"""Nobody reads further, and a page far down costs as much as all before it."""

_WINDOW = 50  # stories among which the fresher ones come forward
# A story of today counts up to half more than an old one that matches as well; that wears off
# by half in a month. A match twice as good is never overtaken.
_FRESH = 0.5
_HALF_LIFE = 30 * 86400.0
_FEW = 3


@dataclass(frozen=True, slots=True)
class Search:
    """A search: what was typed, what narrows it, the order, and the page of results."""

    text: str
    filters: Filters = field(default_factory=Filters)
    newest: bool = False
    page: int = 1


@dataclass(frozen=True, slots=True)
class Results:
    """What was found. `terms` are the terms that stories were found by."""

    total: int = 0
    stories: tuple[int, ...] = ()
    terms: frozenset[str] = frozenset()
    sections: dict[int, int] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)
    is_loose: bool = False
    """No story had all words; these have most of them."""
    meant: str = ""
    """The query as it may have been meant; empty where there is nothing to propose."""

    @property
    def pages(self) -> int:
        """How many pages there are to turn."""
        return min(MOST_PAGES, -(-self.total // PER_PAGE))


def search(snapshot: Snapshot, asked_for: Search) -> Results:
    """Return a page of the stories that a search finds. Never fails, whatever was typed."""
    asked = parsed(asked_for.text)
    if not asked:
        return Results()
    frequency = cache(snapshot.frequency)
    words = spelled(snapshot.generation.folder)
    made = wanted(asked, frequency, words.vocabulary)
    lacking = _lacking(snapshot, asked, made, asked_for.filters)
    query = made.query(asked_for.filters, lacking=lacking)
    page = max(1, min(asked_for.page, MOST_PAGES))
    found, total = _page(snapshot, query, page, newest=asked_for.newest)
    return Results(
        total=total,
        stories=tuple(story.pk for story in found),
        terms=_terms(asked, made),
        sections=_counts(snapshot, made, asked_for.filters, lacking, "section"),
        years=_counts(snapshot, made, asked_for.filters, lacking, "year"),
        is_loose=lacking > 0 and total > 0 and not asked_has_latin(asked),
        meant=_meant(snapshot, asked_for, words, 0 if lacking else total),
    )


def asked_has_latin(asked: Asked) -> bool:
    """Whether some words may be Roman Urdu, so that it is open what was asked."""
    return any(word.latin for word in asked.telling)


def _lacking(snapshot: Snapshot, asked: Asked, made: Wanted, filters: Filters) -> int:
    """Return how many of the words may be lacking for anything to be found; half at most."""
    words = len(made.words)
    # Latin words are read in several ways, some wrongly: where all must be there, a wrong
    # reading hides the story. Those with more of them still come first.
    misread = words // 3 if asked_has_latin(asked) else 0
    for lacking in range(misread, words // 2):
        if snapshot.find(made.query(filters, lacking=lacking), 1)[1]:
            return lacking
    return words // 2


def _page(snapshot: Snapshot, query: Query, page: int, *, newest: bool) -> tuple[list[Found], int]:
    start = (page - 1) * PER_PAGE
    if newest:
        return snapshot.find(query, PER_PAGE, offset=start, newest=True)
    window = start // _WINDOW * _WINDOW
    found, total = snapshot.find(query, _WINDOW, offset=window)
    now = time.time()
    found.sort(key=lambda story: -story.score * _freshness(now - story.published))
    return found[start - window : start - window + PER_PAGE], total


def _freshness(age: float) -> float:
    """Return what a story's match counts for its age in seconds: from 1 to 1 + _FRESH."""
    return float(1.0 + _FRESH * 2.0 ** (-max(age, 0.0) / _HALF_LIFE))


def _terms(asked: Asked, made: Wanted) -> frozenset[str]:
    found = {str(term) for terms in asked.phrases for term in terms if not term.is_stop}
    for group in made.words:
        found.update(str(term) for reading in group for term in reading.terms)
    return frozenset(found)


def _counts(
    snapshot: Snapshot, made: Wanted, filters: Filters, lacking: int, field_: str
) -> dict[int, int]:
    """Return how many stories each choice of a filter would leave."""
    if field_ == "section":
        without = replace(filters, section=None)
    else:
        without = replace(filters, since=None, until=None)
    return snapshot.counts(made.query(without, lacking=lacking), field_)


def _meant(snapshot: Snapshot, asked_for: Search, words: Spelled, total: int) -> str:
    if total >= _FEW:
        return ""
    proposal = meant(asked_for.text, words, snapshot.frequency)
    if not proposal:
        return ""
    made = wanted(parsed(proposal), snapshot.frequency, words.vocabulary)
    _, better = snapshot.find(made.query(asked_for.filters), 1)
    return proposal if better > total else ""
