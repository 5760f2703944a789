"""A corpus in memory: what words its stories have, and which stories are closest to a text."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

Vector = dict[str, float]

# A text is looked for by its weightiest words: what shares none of them is not about the same.
_TELLING = 16


class Corpus:
    """Stories' words, counted, and who has each word; a story can be put, replaced and removed."""

    def __init__(self) -> None:
        self._counts: dict[int, Counter[str]] = {}
        self._marks: dict[int, object] = {}
        self._units: dict[int, Vector] = {}
        self._having: defaultdict[str, set[int]] = defaultdict(set)

    def __contains__(self, pk: int) -> bool:
        return pk in self._counts

    def mark(self, pk: int) -> object:
        """Return what a story was put with, None for one that is not here."""
        return self._marks.get(pk)

    def counts(self, pk: int) -> Counter[str]:
        """Return a story's words."""
        return self._counts[pk]

    def put(self, pk: int, mark: object, counts: Counter[str]) -> None:
        """Put a story in the place of what was there under its id."""
        self.remove(pk)
        self._units.clear()  # every word's rarity is another now
        self._counts[pk], self._marks[pk] = counts, mark
        for word in counts:
            self._having[word].add(pk)

    def remove(self, pk: int) -> None:
        """Take a story out."""
        self._units.clear()
        for word in self._counts.pop(pk, ()):
            self._having[word].discard(pk)
            if not self._having[word]:
                del self._having[word]
        self._marks.pop(pk, None)

    def keep_only(self, pks: Collection[int]) -> None:
        """Take out all stories but these."""
        for pk in self._counts.keys() - set(pks):
            self.remove(pk)

    def clear(self) -> None:
        """Take out all stories."""
        self._counts.clear()
        self._marks.clear()
        self._units.clear()
        self._having.clear()

    def closest(self, counts: Counter[str]) -> Iterator[tuple[int, float]]:
        """Yield the stories that share a telling word with `counts`, with their TF-IDF cosine."""
        own = _unit(self._vector(counts))
        telling = heapq.nlargest(_TELLING, own, key=own.__getitem__)
        for pk in set().union(*(self._having[word] for word in telling)):
            if pk not in self._units:
                self._units[pk] = _unit(self._vector(self._counts[pk]))
            yield pk, _cosine(own, self._units[pk])

    def _vector(self, counts: Counter[str]) -> Vector:
        """Return log-damped counts times rarity; words that no story has tell nothing."""
        total = 1 + len(self._counts)
        having = self._having
        return {
            word: (1 + math.log(count)) * math.log(total / (1 + len(having[word])))
            for word, count in counts.items()
            if word in having
        }


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}


def _cosine(one: Vector, other: Vector) -> float:
    short, long = sorted((one, other), key=len)
    return sum(weight * long[word] for word, weight in short.items() if word in long)
