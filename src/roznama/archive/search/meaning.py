"""Did you mean: a query's misspelled words as the paper spells them."""

from __future__ import annotations

import math
from collections.abc import Callable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from roznama.archive.search.parsing import cleaned
from roznama.archive.search.spelled import Spelled
from roznama.urdu import fold, search_terms

_MOST = 3  # words of a query that are looked up
_EDGES = "\"'“”«»‘’-،۔؟!.,"
_CLOSE = 40  # words that are looked at more closely
_RARE = 2  # stories: a word that so few have may be a slip


def meant(text: str, words: Spelled, frequency: Callable[[str], int]) -> str:
    """Return a query with its misspelled words put right; empty where there is nothing to mend."""
    typed = cleaned(text).split()
    looked_up, mended = 0, list[str]()
    for word in typed:
        bare = fold(word).strip(_EDGES)
        doubtful = looked_up < _MOST and _is_doubtful(bare, words, frequency)
        looked_up += doubtful
        mended.append((doubtful and _closest(bare, words)) or word)
    return " ".join(mended) if mended != typed else ""


def _is_doubtful(bare: str, words: Spelled, frequency: Callable[[str], int]) -> bool:
    """Whether a folded word is one that the paper does not use."""
    if len(bare) < 3 or not bare.isalpha() or bare.isascii() or bare in words.words:
        return False
    return not any(frequency(term) > _RARE for term in search_terms(bare))


def _closest(word: str, words: Spelled) -> str:
    """Return how the paper's likeliest word within a slip or two is shown, empty for none."""
    slips = 1 if len(word) < 5 else 2
    near = [
        other
        for length in range(len(word) - slips, len(word) + slips + 1)
        for other in words.by_length.get(length, ())
    ]
    found = process.extract(
        word, near, scorer=OSA.distance, score_cutoff=slips, limit=_CLOSE, processor=None
    )
    likely = [
        (_likely(word, other, int(distance), words.words[other][1]), words.words[other][0])
        for other, distance, _ in found
        if other != word
    ]
    return max(likely)[1] if likely else ""


def _likely(typed: str, meant: str, slips: int, count: int) -> float:
    """Frequent words are likelier; a second slip and another first letter are not."""
    return math.log(count + 1) - 3.0 * (slips - 1) - (typed[0] != meant[0])
