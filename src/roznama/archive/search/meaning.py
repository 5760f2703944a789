"""Did you mean: a query's misspelled words as the paper spells them."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from roznama.archive.index.spellings import read_spellings
from roznama.archive.search.parsing import cleaned
from roznama.urdu import fold, search_terms

_MOST_WORDS = 150_000
_HOLDS = 600.0  # seconds; the paper's words change slowly
_CLOSE = 40  # words that are looked at more closely
_RARE = 2  # stories: a word that so few have may be a slip


class Spelled:
    """The paper's words, read when they are first needed and now and then again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._folder: Path | None = None
        self._read = -math.inf
        self._words: dict[str, tuple[str, int]] = {}
        self._by_length: dict[int, list[str]] = {}

    def words(self, folder: Path) -> dict[str, tuple[str, int]]:
        """Return the words by their folded form: how each is shown, and how often it stands."""
        with self._lock:
            if folder != self._folder or time.monotonic() - self._read > _HOLDS:
                self._words = read_spellings(folder, _MOST_WORDS)
                self._by_length = {}
                for word in self._words:
                    self._by_length.setdefault(len(word), []).append(word)
                self._folder, self._read = folder, time.monotonic()
            return self._words

    def close_to(self, folder: Path, word: str) -> str | None:
        """Return how the paper's likeliest word within a slip or two is shown, None for none."""
        words = self.words(folder)
        slips = 1 if len(word) < 5 else 2
        near = [
            other
            for length in range(len(word) - slips, len(word) + slips + 1)
            for other in self._by_length.get(length, ())
        ]
        found = process.extract(
            word, near, scorer=OSA.distance, score_cutoff=slips, limit=_CLOSE, processor=None
        )
        best = max(
            ((_likely(word, other, int(distance), words[other][1]), other)
             for other, distance, _ in found if other != word),
            default=None,
        )  # fmt: skip
        return words[best[1]][0] if best else None


def _likely(typed: str, meant: str, slips: int, count: int) -> float:
    """Frequent words are likelier; a second slip and another first letter are not."""
    return math.log(count + 1) - 3.0 * (slips - 1) - (typed[0] != meant[0])


def meant(text: str, folder: Path, spelled: Spelled, frequency: Callable[[str], int]) -> str:
    """Return a query with its misspelled words put right; empty where there is nothing to mend."""
    mended = [_mended(word, folder, spelled, frequency) for word in cleaned(text).split()]
    if not any(mended):
        return ""
    words = cleaned(text).split()
    return " ".join(new or old for new, old in zip(mended, words, strict=True))


def _mended(word: str, folder: Path, spelled: Spelled, frequency: Callable[[str], int]) -> str:
    """Return what a word should have been, empty where it may stand."""
    bare = fold(word).strip("\"'“”«»‘’-،۔؟!.,")
    if len(bare) < 3 or not bare.isalpha() or bare.isascii():
        return ""
    if bare in spelled.words(folder) or any(frequency(t) > _RARE for t in search_terms(bare)):
        return ""
    return spelled.close_to(folder, bare) or ""
