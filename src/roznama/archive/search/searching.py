"""Searching: from what a reader typed to the stories that are shown."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from functools import cache

from roznama.archive.index.reading import Listed, Snapshot
from roznama.archive.search.building import Filters, Wanted, wanted
from roznama.archive.search.meaning import meant
from roznama.archive.search.parsing import Asked, parsed
from roznama.archive.search.spelled import Spelled, spelled

PER_PAGE = 10
MOST_PAGES = 50
"""Nobody reads further, and a page far down costs as much as all before it."""

_WINDOW = 50  # stories among which the fresher ones come forward
_LISTED = 200  # stories that are taken from the index: if these are all, it need not count them
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
    words = spelled(snapshot.generation.folder)
    made = wanted(asked, cache(snapshot.frequency), words.vocabulary)
    lacking, listed = _found(snapshot, asked, made, asked_for)
    counts = _counts(snapshot, made, asked_for.filters, lacking, listed)
    return Results(
        total=listed.total,
        stories=_shown(listed, asked_for),
        terms=_terms(asked, made),
        sections=counts["section"],
        years=counts["year"],
        is_loose=lacking > 0 and listed.total > 0 and not asked_has_latin(asked),
        meant=_meant(snapshot, asked_for, words, 0 if lacking else listed.total),
    )


def asked_has_latin(asked: Asked) -> bool:
    """Whether some words may be Roman Urdu, so that it is open what was asked."""
    return any(word.latin for word in asked.telling)


def _found(snapshot: Snapshot, asked: Asked, made: Wanted, asked_for: Search) -> tuple[int, Listed]:
    """Return how many of the words are lacking for anything to be found, and what is then.

    The first query that finds something is the page's own: most searches ask the index once.
    """
    # Latin words are read in several ways, some wrongly: where all must be there, a wrong
    # reading hides the story. Those with more of them still come first.
    words = len(made.words)
    misread = words // 3 if asked_has_latin(asked) else 0
    start = _start(asked_for)
    for lacking in range(misread, words // 2 + 1):
        query = made.query(asked_for.filters, lacking=lacking)
        listed = snapshot.find(query, _LISTED, offset=start, newest=asked_for.newest)
        if listed.total:
            break
    return lacking, listed


def _start(asked_for: Search) -> int:
    """Return from which story on the index lists what a page is taken from."""
    first = (max(1, min(asked_for.page, MOST_PAGES)) - 1) * PER_PAGE
    return first // _WINDOW * _WINDOW


def _shown(listed: Listed, asked_for: Search) -> tuple[int, ...]:
    """Return the stories of a page; among each window's the fresher ones come forward."""
    window, now = listed.stories[:_WINDOW], time.time()
    if not asked_for.newest:
        window.sort(key=lambda story: -story.score * _freshness(now - story.published))
    first = (max(1, min(asked_for.page, MOST_PAGES)) - 1) * PER_PAGE % _WINDOW
    return tuple(story.pk for story in window[first : first + PER_PAGE])


def _freshness(age: float) -> float:
    """Return what a story's match counts for its age in seconds: from 1 to 1 + _FRESH."""
    return float(1.0 + _FRESH * 2.0 ** (-max(age, 0.0) / _HALF_LIFE))


def _terms(asked: Asked, made: Wanted) -> frozenset[str]:
    found = {str(term) for terms in asked.phrases for term in terms if not term.is_stop}
    for group in made.words:
        found.update(str(term) for reading in group for term in reading.terms)
    return frozenset(found)


def _counts(
    snapshot: Snapshot, made: Wanted, filters: Filters, lacking: int, listed: Listed
) -> dict[str, dict[int, int]]:
    """Return how many stories each choice of section and of year would leave."""
    without = {
        "section": replace(filters, section=None),
        "year": replace(filters, since=None, until=None),
    }
    counts = {}
    for others in dict.fromkeys(without.values()):
        fields = [name for name, left in without.items() if left == others]
        if others == filters and listed.is_whole:
            counts.update(snapshot.counts_among(listed, fields))
        else:
            query = made.query(others, lacking=lacking, ranked=False)
            counts.update(snapshot.counts(query, fields))
    return counts


def _meant(snapshot: Snapshot, asked_for: Search, words: Spelled, total: int) -> str:
    if total >= _FEW:
        return ""
    proposal = meant(asked_for.text, words, snapshot.frequency)
    if not proposal:
        return ""
    made = wanted(parsed(proposal), snapshot.frequency, words.vocabulary)
    better = snapshot.find(made.query(asked_for.filters), 1).total
    return proposal if better > total else ""
