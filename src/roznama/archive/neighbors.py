"""Neighbors: the published stories that are truly about the same matter as another.

The index offers stories that share telling words; their vectors are compared (`scoring`), copies
of one text stand for one story (`copies`), and under a floor nothing is offered: no link is
better than an irrelevant one. What was measured is told in docs/decisions/0009.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tantivy import Occur, Query

from roznama.archive.copies import contained, is_same_story, overlap
from roznama.archive.index.analyzing import terms_of
from roznama.archive.index.reading import Found, Snapshot
from roznama.archive.index.schema import SCHEMA
from roznama.archive.scoring import CANDIDATES, FLOOR, closeness, freshness, query, telling
from roznama.archive.story import Story
from roznama.archive.vectors import Vector, pack, unpack

_DAY = 86400.0
# What a story repeats of one already chosen counts so much less: three views of one
# matter tell a reader more than three reports of one press conference.
_REPEATING = 0.5
_KEPT = 32  # stories a snapshot keeps the candidates of, some 50 KB each


@dataclass(frozen=True, slots=True)
class Neighbor:
    """A published story near another; `closeness` is from FLOOR to 1, without its age."""

    pk: int
    closeness: float
    published: int
    """Seconds since the epoch."""
    is_latest: bool = False
    """Whether it is a newer version of the very story that asks."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    found: Found
    vector: Vector
    closeness: float
    rank: float


def neighbors(index: Snapshot, story: Story, limit: int) -> list[Neighbor]:
    """Return up to `limit` stories near one, which need not be in the index, closest first.

    A newer version of the story itself comes first; older ones are left out, and of other
    stories that are copies of each other only the newest is there.
    """
    own, candidates = _beside(index, story)
    versions = [one for one in candidates if is_same_story(own, one.vector)]
    newer = [one for one in versions if one.found.published > story.published > 0]
    others = _one_of_each((one for one in candidates if one not in versions), limit * 2)
    latest = [max(newer, key=lambda one: one.found.published)] if newer else []
    chosen = [_neighbor(one, is_latest=True) for one in latest]
    return [*chosen, *map(_neighbor, _diverse(others, limit - len(chosen)))]


def nearest(index: Snapshot, story: Story, limit: int) -> list[int]:
    """Return the ids of up to `limit` stories nearest to one, its own versions among them."""
    return [one.found.pk for one in _beside(index, story)[1]][:limit]


def holding(index: Snapshot, story: Story, least: float, limit: int) -> list[int]:
    """Return the ids of up to `limit` stories not newer than one that have its terms, most first.

    They have at least the share `least` of them: copies, versions, and what it was made of.
    """
    own, candidates = _beside(index, story)
    older = [one for one in candidates if one.found.published <= story.published]
    shares = {one.found.pk: contained(own, one.vector) for one in older}
    held = [pk for pk, share in shares.items() if share >= least]
    return sorted(held, key=lambda pk: -shares[pk])[:limit]


def _beside(index: Snapshot, story: Story) -> tuple[Vector, list[_Candidate]]:
    """Return a story's own vector and its candidates.

    A new story's are asked for three times in a row: for its page, its thread, and the lists
    that it enters.
    """
    if story not in index.found:
        if len(index.found) >= _KEPT:
            index.found.clear()
        weights = terms_of(story).weights()
        index.found[story] = unpack(pack(weights)), _candidates(index, story, weights)
    found: tuple[Vector, list[_Candidate]] = index.found[story]
    return found


def _candidates(index: Snapshot, story: Story, weights: dict[str, float]) -> list[_Candidate]:
    """Return the stories close enough, closest first, fresher ones before equals."""
    frequency = cache(index.frequency)
    terms = telling(weights, frequency, len(index))
    if not terms:
        return []
    any_of = [(Occur.Should, Query.term_query(SCHEMA, "all", term, "freq")) for term in terms]
    offered = index.best(Query.boolean_query(any_of), CANDIDATES + 1)
    found = [one for one in offered if one.pk != story.pk]
    vectors = [index.vector(one) for one in found]
    scores = closeness(query(weights, frequency, len(index)), vectors)
    candidates = [
        _Candidate(one, vector, score, score * _fresh(story, one))
        for one, vector, score in zip(found, vectors, scores.tolist(), strict=True)
        if score >= FLOOR
    ]
    return sorted(candidates, key=lambda one: (-one.rank, -one.found.published))


def _fresh(story: Story, found: Found) -> float:
    return freshness((story.published - found.published) / _DAY) if story.published else 1.0


def _one_of_each(candidates: Iterable[_Candidate], most: int) -> list[_Candidate]:
    """Return the first `most` candidates with one in the place of all its copies: the newest."""
    kept: list[_Candidate] = []
    for one in candidates:
        same = next((at for at, other in enumerate(kept) if _are_copies(one, other)), None)
        if same is not None:
            if one.found.published > kept[same].found.published:
                kept[same] = one
        elif len(kept) < most:
            kept.append(one)
        else:
            break
    return kept


def _are_copies(one: _Candidate, other: _Candidate) -> bool:
    return is_same_story(one.vector, other.vector)


def _diverse(candidates: list[_Candidate], limit: int) -> list[_Candidate]:
    """Return the best candidates, each weighed against how much it repeats of those before."""
    left, chosen = list(candidates), list[_Candidate]()
    while left and len(chosen) < limit:
        best = max(left, key=lambda one: one.rank * (1 - _REPEATING * _repeats(one, chosen)))
        chosen.append(best)
        left.remove(best)
    return chosen


def _repeats(one: _Candidate, chosen: list[_Candidate]) -> float:
    """Return the largest share of its terms that a chosen story has too, 0 to 1."""
    return max((overlap(one.vector, other.vector) for other in chosen), default=0.0)


def _neighbor(one: _Candidate, *, is_latest: bool = False) -> Neighbor:
    return Neighbor(one.found.pk, one.closeness, one.found.published, is_latest)
