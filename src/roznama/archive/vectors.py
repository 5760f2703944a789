"""Vectors: what a story is about, as terms with weights, and small enough to store with it.

A stored vector needs no document frequencies, so it never grows stale: how rare a term is
comes from the index on the day of asking (`scoring`). Why the weights are what they are is
told in docs/decisions/0009.
"""

from __future__ import annotations

import heapq
import math
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

import numpy as np

from roznama.urdu.stemming.terms import Term, search_terms
from roznama.urdu.tables import rows

HEADLINE, BESIDE, BODY = 3, 2, 1
"""How often a term counts in the headline, in what stands beside it (kicker, deck, tags), below."""

MOST = 230
"""Terms that are stored; a longer story keeps its weightiest. 1,154 bytes at most."""

_TOPIC = 1.0  # what an editor's tag adds to the weight of its terms
_STEPS = 127  # of a weight of 1 in a byte; no weight reaches 2
_HEAD, _EACH = 4, 5  # bytes: the length of the whole vector; a hash and its weight

Hashes = np.ndarray[tuple[int], np.dtype[np.uint32]]
Floats = np.ndarray[tuple[int], np.dtype[np.float32]]

_WEIGHTS: Floats = (np.arange(256) / _STEPS).astype(np.float32)


class Vector(NamedTuple):
    """A stored vector: term hashes in ascending order, their weights (0 to 2), its length.

    `length` is the Euclidean length of all the story's weights, of those not stored too.
    """

    hashes: Hashes
    weights: Floats
    length: float


def weigh(
    fields: Iterable[tuple[float, Iterable[Term]]], topics: Iterable[Term] = ()
) -> dict[str, float]:
    """Return the weight, above 0 and under 2, of each term that is no stop word.

    `fields` are pairs of how often a term counts there (HEADLINE, BESIDE, BODY) and the
    field's terms. The count n saturates as n / (n + 1). `topics` are the terms of the tags,
    which stand in a field too; their weight is raised by 1, except for names of places,
    because a tag says what a story is about and a place only where.
    """
    counts: dict[Term, float] = {}
    for factor, terms in fields:
        for term, number in Counter(terms).items():
            counts[term] = counts.get(term, 0.0) + factor * number
    raised = {str(term) for term in topics if not term.is_stop} - _places()
    weights: dict[str, float] = {
        term: count / (count + 1) + (_TOPIC if term in raised else 0.0)
        for term, count in counts.items()
        if not term.is_stop
    }
    return weights


def pack(weights: Mapping[str, float]) -> bytes:
    """Return `weights` (what `weigh` gave) as at most 4 + 5 * MOST bytes.

    A 32-bit float, the length; 32-bit hashes in ascending order; a byte of weight for each.
    Of more than MOST terms the weightiest are kept, of equals those that come first.
    """
    kept = weights
    if len(weights) > MOST:
        kept = dict(heapq.nlargest(MOST, weights.items(), key=lambda item: item[1]))
    every = np.fromiter(map(hashed, kept), dtype="<u4", count=len(kept))
    hashes, places = np.unique(every, return_index=True)
    values = np.fromiter(kept.values(), dtype=np.float64, count=len(kept))[places]
    scaled = np.rint(values * _STEPS).astype(np.uint8)
    return struct.pack("<f", length_of(weights)) + hashes.tobytes() + scaled.tobytes()


def unpack(stored: bytes) -> Vector:
    """Return the vector that `pack` made into `stored`.

    Raises ValueError for bytes of a length that no vector has.
    """
    count, rest = divmod(len(stored) - _HEAD, _EACH)
    if count < 0 or rest:
        raise ValueError(f"{len(stored)} bytes are no stored vector")
    hashes = np.frombuffer(stored, dtype="<u4", count=count, offset=_HEAD)
    scaled = np.frombuffer(stored, dtype=np.uint8, count=count, offset=_HEAD + 4 * count)
    return Vector(hashes, _WEIGHTS[scaled], struct.unpack_from("<f", stored)[0])


def hashed(term: str) -> int:
    """Return the 32-bit number that stands for `term` in every stored vector."""
    return zlib.crc32(term.encode("utf-8", "surrogatepass"))


def length_of(weights: Mapping[str, float]) -> float:
    """Return the Euclidean length of `weights`."""
    return math.sqrt(sum([weight * weight for weight in weights.values()]))


@cache
def _places() -> frozenset[str]:
    """The terms of the names of places."""
    names = " ".join(cell for row in rows("names_places") for cell in row)
    return frozenset(str(term) for term in search_terms(names) if not term.is_stop)
