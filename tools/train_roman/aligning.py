"""Aligning: an Urdu word and its Latin spelling, piece by piece, learned from many of them.

Expectation maximization over all ways to cut both words into pairs (Jiampojamarn and others
2007, many-to-many alignment), then the likeliest cut of each word.
"""

import math
from collections import defaultdict
from collections.abc import Iterator

Pair = tuple[str, str]
Example = tuple[str, str, int]  # Urdu word, Latin spelling, how many people wrote it so
Edge = tuple[int, int, int, int, Pair]

_SIZES = ((1, 1), (1, 2), (0, 1), (1, 0), (2, 1), (1, 3))  # letters of Urdu, of Latin
_UNWRITTEN = frozenset("aeiouyh")  # Latin letters that Urdu may leave out
_UNHEARD = frozenset("اعہءوئیھ")  # Urdu letters that Latin may leave out
_LONG = frozenset(("aao", "oon", "een", "aai", "eye", "ain", "kkh", "chc", "ssh"))
_ROUNDS = 6
_FLOOR = 1e-9


def _edges(urdu: str, latin: str) -> Iterator[Edge]:
    """Every pair that may stand anywhere, in an order in which the pairs before come first."""
    for i in range(len(urdu) + 1):
        for j in range(len(latin) + 1):
            for high, wide in _SIZES:
                pair = (urdu[i : i + high], latin[j : j + wide])
                if (len(pair[0]), len(pair[1])) == (high, wide) and _may_be(pair):
                    yield i, j, i + high, j + wide, pair


def _may_be(pair: Pair) -> bool:
    urdu, latin = pair
    if not urdu:
        return latin in _UNWRITTEN
    if not latin:
        return urdu in _UNHEARD
    return len(latin) < 3 or latin[1] == "h" or latin in _LONG


def likelihoods(examples: list[Example]) -> dict[Pair, float]:
    """How likely each pair is, from `examples` alone."""
    shares: dict[Pair, float] = {}
    for _ in range(_ROUNDS):
        counts: dict[Pair, float] = defaultdict(float)
        for urdu, latin, _times in examples:
            _count(urdu, latin, shares, counts)
        total = sum(counts.values())
        shares = {pair: count / total for pair, count in counts.items() if count > 1e-3}
    return shares


def _count(urdu: str, latin: str, shares: dict[Pair, float], counts: dict[Pair, float]) -> None:
    """Add to `counts` how often each pair is expected in one example (forward, backward)."""
    edges = [
        (*edge, shares.get(edge[4], _FLOOR if shares else 0.1)) for edge in _edges(urdu, latin)
    ]
    ahead: dict[tuple[int, int], float] = defaultdict(float, {(0, 0): 1.0})
    for i, j, k, m, _, share in edges:
        ahead[k, m] += ahead[i, j] * share
    end = (len(urdu), len(latin))
    behind: dict[tuple[int, int], float] = defaultdict(float, {end: 1.0})
    for i, j, k, m, pair, share in reversed(edges):
        step = behind[k, m] * share
        behind[i, j] += step
        if ahead[end]:
            counts[pair] += ahead[i, j] * step / ahead[end]


def aligned(urdu: str, latin: str, shares: dict[Pair, float]) -> list[Pair] | None:
    """The likeliest pairs of two words, in order; None when no cut makes them."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int], Pair]] = {}
    best[0, 0] = (0.0, (0, 0), ("", ""))
    for i, j, k, m, pair in _edges(urdu, latin):
        if (i, j) in best:
            weight = best[i, j][0] + math.log(shares.get(pair, _FLOOR))
            if (k, m) not in best or weight > best[k, m][0]:
                best[k, m] = (weight, (i, j), pair)
    place, pairs = (len(urdu), len(latin)), []
    while place in best and place != (0, 0):
        _, before, pair = best[place]
        pairs.append(pair)
        place = before
    return pairs[::-1] or None if place == (0, 0) else None
