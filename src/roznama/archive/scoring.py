"""Scoring: by what terms a story's relatives are looked for, and how close each of them is.

The index offers candidates that share some telling terms; `closeness` then compares their
stored vectors exactly. Only the terms of the story that asks need a document frequency, and
these are at hand as strings: a candidate's own terms count in its length alone, by weight.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from roznama.archive.vectors import Floats, Hashes, Vector, hashed, length_of

DocumentFrequency = Callable[[str], int]
"""How many stories of the index have a term; 0 for one that none has."""

FLOOR = 0.18
"""Under this closeness no link is offered: no link is better than an irrelevant one."""

TELLING, CANDIDATES = 32, 50
"""How many terms to ask the index with, and how many stories to take from it."""

HALF_LIFE = 365.0
"""Days after which a story of the same closeness has lost half of what age can take."""

_OLDEST = 0.7  # what is left of the closeness of the oldest story
_POWER = 1.5  # of rarity: between once (asking side only) and twice (both sides)


class Query(NamedTuple):
    """A story that looks for its relatives: hashes, ascending, and what sharing each is worth."""

    hashes: Hashes
    worth: Floats


def rarity(frequency: int, total: int) -> float:
    """Return how much a term tells: 0 for one that all `total` stories have, ln(total) at most."""
    return math.log((total + 1) / (min(max(frequency, 0), total) + 1))


def telling(
    weights: Mapping[str, float],
    document_frequency: DocumentFrequency,
    total: int,
    most: int = TELLING,
) -> list[str]:
    """Return the terms, weightiest first, by which a story's relatives are found.

    Weight times rarity decides. A term that no story has finds nothing and is left out, and so
    is one that every story has.
    """
    frequencies = {term: document_frequency(term) for term in weights}
    worth = {
        term: weight * rarity(frequencies[term], total)
        for term, weight in weights.items()
        if 0 < frequencies[term] < total
    }
    return heapq.nlargest(most, worth, key=worth.__getitem__)


def query(weights: Mapping[str, float], document_frequency: DocumentFrequency, total: int) -> Query:
    """Return what `closeness` asks with, made of what `weigh` gave for the story.

    Scaled so that the story itself, stored, has a closeness of 1.
    """
    worth, itself = {}, 0.0
    for term, weight in weights.items():
        worth[hashed(term)] = weight * rarity(document_frequency(term), total) ** _POWER
        itself += weight * worth[hashed(term)]
    scale = length_of(weights) / itself if itself else 0.0
    hashes = np.array(sorted(worth), dtype=np.uint32)
    return Query(hashes, np.array([worth[n] * scale for n in hashes.tolist()], dtype=np.float32))


def closeness(asking: Query, candidates: Sequence[Vector]) -> Floats:
    """Return the closeness of each candidate, in their order: 0 nothing shared, 1 as itself.

    One pass over all candidates' hashes: 100 of them take a millisecond or two.
    """
    if not candidates or not len(asking.hashes):
        return np.zeros(len(candidates), dtype=np.float32)
    hashes = np.concatenate([candidate.hashes for candidate in candidates])
    weights = np.concatenate([candidate.weights for candidate in candidates])
    owners = np.repeat(np.arange(len(candidates)), [len(one.hashes) for one in candidates])
    places = np.searchsorted(asking.hashes, hashes).clip(max=len(asking.hashes) - 1)
    shared = asking.hashes[places] == hashes
    parts = weights[shared] * asking.worth[places[shared]]
    sums = np.bincount(owners[shared], weights=parts, minlength=len(candidates))
    lengths = np.array([candidate.length or 1.0 for candidate in candidates])
    return (sums / lengths).astype(np.float32)


def freshness(days: float) -> float:
    """Return the factor, 1 down to 0.7, for a story published `days` before or after the other.

    Mild on purpose: it decides between equals, and FLOOR is for the closeness without it.
    """
    return _OLDEST + (1 - _OLDEST) * 0.5 ** (abs(days) / HALF_LIFE)
