"""Spelling out: the Urdu words that a Latin spelling may stand for, by a beam search."""

import heapq
import math
from operator import itemgetter

from roznama.urdu.roman.pairs import END, ORDER, START, Context, Node, PairModel, pair_model
from roznama.urdu.roman.vocabulary import Range, Vocabulary

LONGEST = 32
"""Letters of the longest Latin word that is read; no Urdu word needs more."""

_BEAM = 20  # 60 found no more of Dakshina's words in the first five, and took three times as long
_BEHIND = 10.0  # a logarithm: what is so far behind the best way to the same place is left
_PIECE = 3  # the longest Latin side of a pair

State = tuple[Context, str]
Reached = tuple[float, Range]
Column = dict[State, Reached]
Step = tuple[int, str, Range]
"""A pair, the word with it, and the words of the vocabulary that begin so."""


def spell_out(latin: str, vocabulary: Vocabulary | None = None) -> dict[str, float]:
    """Urdu spellings of `latin` (lower case, a to z) and the logarithms of their likelihood.

    With a `vocabulary` only its words. Empty for a word longer than LONGEST.
    """
    if not 0 < len(latin) <= LONGEST or (vocabulary is not None and not len(vocabulary)):
        return {}
    search = _Search(vocabulary)
    columns: list[Column] = [{} for _ in range(len(latin) + 1)]
    everything = vocabulary.all if vocabulary else (0, 0)
    columns[0][((START,) * (ORDER - 1), "")] = (0.0, everything)
    for place in range(len(latin)):
        best = _best(search.with_unheard(columns[place]))
        for end in range(place + 1, min(place + _PIECE, len(latin)) + 1):
            search.extend(columns[end], best, latin[place:end])
    return search.endings(search.with_unheard(columns[-1]))


def _best(column: Column) -> list[tuple[State, Reached]]:
    return heapq.nlargest(_BEAM, column.items(), key=itemgetter(1))


class _Search:
    """The steps of one search, freely or among the words of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary | None) -> None:
        self._vocabulary = vocabulary
        self._model: PairModel = pair_model()
        self._steps: dict[tuple[str, str], list[Step]] = {}

    def with_unheard(self, column: Column) -> Column:
        """Return `column`, and what it is with one more Urdu letter that Latin does not write."""
        more = dict(column)
        self.extend(more, _best(column), "")
        return more

    def extend(self, column: Column, states: list[tuple[State, Reached]], latin: str) -> None:
        """Go on from states with all pairs of a piece of Latin."""
        floor = max((reached[0] for reached in column.values()), default=-math.inf) - _BEHIND
        for (before, word), (likelihood, words) in states:
            if likelihood < floor:
                continue  # no step makes it likelier
            steps = self._steps.get((word, latin))
            if steps is None:
                steps = self._steps[word, latin] = self._made(word, words, latin)
            weights, later = self._model.after(before), before[1:]
            for number, longer, left in steps:
                sum_ = likelihood + weights[number]
                if sum_ < floor:
                    continue
                key = ((*later, number), longer)
                old = column.get(key)
                if old is None or sum_ > old[0]:
                    column[key] = (sum_, left)
                    floor = max(floor, sum_ - _BEHIND)

    def _made(self, word: str, words: Range, latin: str) -> list[Step]:
        """Return the pairs that `latin` may be after `word`.

        Few letters follow the beginning of a word, so one looks for pairs with these, not at
        every pair whether some word goes on with it.
        """
        pairs, found = self._model.pairs, list[Step]()
        if self._vocabulary is None:
            numbers = self._model.by_latin.get(latin, ())
            return [(number, word + pairs[number][0], words) for number in numbers]
        if node := self._model.trees.get(latin):
            _walk(node, word, words, self._vocabulary, found)
        return found

    def endings(self, column: Column) -> dict[str, float]:
        """Return the words that may end here, with what all ways to spell each add up to."""
        found: dict[str, float] = {}
        for (before, word), (likelihood, words) in column.items():
            if word and (self._vocabulary is None or self._vocabulary.has(word, words)):
                ended = likelihood + self._model.after(before)[END]
                found[word] = _added(found[word], ended) if word in found else ended
        return found


def _walk(node: Node, word: str, words: Range, vocabulary: Vocabulary, found: list[Step]) -> None:
    """Go on with all letters that pairs and words have in common."""
    if node.pair is not None:
        found.append((node.pair, word, words))
    if node.further:
        branches = vocabulary.branches(words, len(word))
        for letter in branches.keys() & node.further.keys():
            _walk(node.further[letter], word + letter, branches[letter], vocabulary, found)


def _added(one: float, other: float) -> float:
    """The logarithm of the sum of two numbers that are given as logarithms."""
    return max(one, other) + math.log1p(math.exp(-abs(one - other)))
