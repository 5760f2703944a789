"""Vocabulary: words in order, to follow a word that is being spelled among those that exist."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

Range = tuple[int, int]
"""The words that begin alike: the first, and the one behind the last."""

_LAST = "\U0010ffff"


class Vocabulary:
    """Urdu words that a Latin spelling may stand for; one array, so that it may be large."""

    def __init__(self, words: Iterable[str], shares: Mapping[str, float] | None = None) -> None:
        self._words = sorted(set(words))
        self.shares = shares or {}
        """How often each word stands in running text, 0 to 1, where that is known."""

    def __len__(self) -> int:
        return len(self._words)

    @property
    def all(self) -> Range:
        """The range of all words."""
        return 0, len(self._words)

    def beginning(self, prefix: str, within: Range) -> Range | None:
        """The words of `within` that begin with `prefix`; None when there are none."""
        start = bisect_left(self._words, prefix, *within)
        end = bisect_left(self._words, prefix + _LAST, start, within[1])
        return (start, end) if start < end else None

    def has(self, word: str, within: Range) -> bool:
        """Whether `word`, with which all of `within` begin, is a word by itself."""
        return within[0] < len(self._words) and self._words[within[0]] == word
