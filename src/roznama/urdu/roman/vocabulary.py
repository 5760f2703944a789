"""Vocabulary: words in order, to follow a word that is being spelled among those that exist."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

Range = tuple[int, int]
"""The words that begin alike: the first, and the one behind the last."""

Branches = dict[str, Range]
"""The letters that some words go on with, each with the words that do."""

_LAST = "\U0010ffff"
_REMEMBERED = 50_000  # beginnings whose branches are kept at hand, some 20 MB


class Vocabulary:
    """Urdu words that a Latin spelling may stand for; one array, so that it may be large."""

    def __init__(self, words: Iterable[str], shares: Mapping[str, float] | None = None) -> None:
        self._words = sorted(set(words))
        self._branches: dict[tuple[int, int], Branches] = {}
        self.shares = shares or {}
        """How often each word stands in running text, 0 to 1, where that is known."""

    def __len__(self) -> int:
        return len(self._words)

    @property
    def all(self) -> Range:
        """The range of all words."""
        return 0, len(self._words)

    def branches(self, within: Range, length: int) -> Branches:
        """How the words of `within` go on that have their first `length` letters in common."""
        key = within[0], length
        found = self._branches.get(key)
        if found is None:
            if len(self._branches) >= _REMEMBERED:
                self._branches.clear()
            found = self._branches[key] = self._branched(within, length)
        return found

    def _branched(self, within: Range, length: int) -> Branches:
        words, (at, end) = self._words, within
        if at < end and len(words[at]) == length:
            at += 1  # the shared letters as a word by themselves
        found: Branches = {}
        while at < end:
            behind = bisect_left(words, words[at][: length + 1] + _LAST, at, end)
            found[words[at][length]] = (at, behind)
            at = behind
        return found

    def has(self, word: str, within: Range) -> bool:
        """Whether `word`, with which all of `within` begin, is a word by itself."""
        return within[0] < len(self._words) and self._words[within[0]] == word
