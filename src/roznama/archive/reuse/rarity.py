"""How rare a term is in Urdu at large: told by wordfreq, so that no index is needed."""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache

from roznama.urdu import fold, stem
from roznama.urdu.frequency import frequencies

_RAREST = 1e-7
"""The share of running text that an unknown word gets: under wordfreq's rarest, 1e-6."""


def rarity(term: str) -> float:
    """Return how rare a term is, from about .3 (every other sentence has it) to 1 (unknown).

    Minus the logarithm of its share of running text, measured in the logarithm of the rarest.
    """
    return _known().get(term, 1.0)


@cache
def _known() -> dict[str, float]:
    shares: dict[str, float] = defaultdict(float)
    for word, share in frequencies().items():
        shares[stem(fold(word))] += share
    return {
        term: math.log(max(share, _RAREST)) / math.log(_RAREST) for term, share in shares.items()
    }
