"""Pairs: a function word and the word beside it, as one term of the index.

Nearly every story has کے, so to look for a phrase with it is to read where it stands in nearly
every story. Its pairs are as rare as the words beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from roznama.urdu.stemming.stems import stem
from roznama.urdu.stop_words import STOP_WORDS

_BETWEEN = "~"  # no term holds it


def pairs(terms: Sequence[str]) -> Iterable[str]:
    """Yield the pairs among terms that stand in a row, one after the other.

    Whether a term makes pairs depends on its text alone: a form of a function word that is none
    itself (لیں beside لیے) has the same text, and must not be one thing here and another there.
    """
    common = _common()
    for one, other in pairwise(terms):
        if one in common or other in common:
            yield f"{one}{_BETWEEN}{other}"


@cache
def _common() -> frozenset[str]:
    return frozenset(map(stem, STOP_WORDS))
