"""Neighbors: words one or two letters away, found by what is left when a letter is left out."""

from collections import defaultdict
from collections.abc import Iterable

_LONGEST = 24  # letters: the index leaves longer words alone
_CROWD = 24  # words under one key: more would cost time and prove nothing


def shortened(word: str) -> list[str]:
    """`word` and every string that leaving one letter out of it gives."""
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]


class Neighbors:
    """An index of words by their shortened forms: words one edit apart share one.

    One edit is a letter added, left out or replaced, or two neighboring letters swapped.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._under: dict[str, list[str]] = defaultdict(list)
        for word in words:
            if len(word) <= _LONGEST:
                self._add(word)

    def _add(self, word: str) -> None:
        for key in dict.fromkeys(shortened(word)):
            under = self._under[key]
            if len(under) < _CROWD:
                under.append(word)

    def of(self, word: str) -> list[str]:
        """The indexed words that are one edit from `word`, or nearly so; not `word` itself."""
        if len(word) > _LONGEST:
            return []
        found = (near for key in shortened(word) for near in self._under.get(key, ()))
        return [near for near in dict.fromkeys(found) if near != word]
