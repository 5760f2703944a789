"""BM25 over words in memory: what the archive's own ranking is compared with."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

import numpy as np

_K1, _B = 1.2, 0.75


class Bm25:
    """An index of texts, each a list of words."""

    def __init__(self, texts: Iterable[list[str]]) -> None:
        counts = [Counter(text) for text in texts]
        self.total = len(counts)
        lengths = np.array([count.total() for count in counts], dtype=np.float64)
        self._norms = _K1 * (1 - _B + _B * lengths / lengths.mean())
        postings: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for number, count in enumerate(counts):
            for word, times in count.items():
                postings[word][0].append(number)
                postings[word][1].append(times)
        self._postings = {
            word: (np.array(numbers), np.array(times))
            for word, (numbers, times) in postings.items()
        }

    def frequency(self, word: str) -> int:
        """How many texts have `word`."""
        return len(self._postings[word][0]) if word in self._postings else 0

    def scores(self, words: list[str]) -> np.ndarray:
        """The score of every text for `words`; a word that is asked for twice counts twice."""
        scores = np.zeros(self.total)
        for word, asked in Counter(words).items():
            if frequency := self.frequency(word):
                idf = math.log(1 + (self.total - frequency + 0.5) / (frequency + 0.5))
                numbers, times = self._postings[word]
                worth = times * (_K1 + 1) / (times + self._norms[numbers])
                scores[numbers] += asked * idf * worth
        return scores
