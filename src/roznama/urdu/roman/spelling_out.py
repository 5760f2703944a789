"""Spelling out: the Urdu words that a Latin spelling may stand for, by a beam search."""

import heapq
import math
from operator import itemgetter

from roznama.urdu.roman.pairs import END, ORDER, START, Context, PairModel, pair_model
from roznama.urdu.roman.vocabulary import Range, Vocabulary

LONGEST = 32
"""Letters of the longest Latin word that is read; no Urdu word needs more."""

_BEAM = 20  # 60 found no more of Dakshina's words in the first five, and took three times as long
_PIECE = 3  # the longest Latin side of a pair

State = tuple[Context, str]
Reached = tuple[float, Range]
Column = dict[State, Reached]


def spell_out(latin: str, vocabulary: Vocabulary | None = None) -> dict[str, float]:
    """Urdu spellings of `latin` (lower case, a to z) and the logarithms of their likelihood.

    With a `vocabulary` only its words. Empty for a word longer than LONGEST.
    """
    if not 0 < len(latin) <= LONGEST:
        return {}
    model = pair_model()
    columns: list[Column] = [{} for _ in range(len(latin) + 1)]
    everything = vocabulary.all if vocabulary else (0, 0)
    columns[0][((START,) * (ORDER - 1), "")] = (0.0, everything)
    for place in range(len(latin)):
        for state, reached in _best(_with_unheard(columns[place], model, vocabulary)):
            for end in range(place + 1, min(place + _PIECE, len(latin)) + 1):
                numbers = model.by_latin.get(latin[place:end], ())
                _extend(columns[end], state, reached, numbers, model, vocabulary)
    return _endings(_with_unheard(columns[-1], model, vocabulary), model, vocabulary)


def _best(column: Column) -> list[tuple[State, Reached]]:
    return heapq.nlargest(_BEAM, column.items(), key=itemgetter(1))


def _with_unheard(column: Column, model: PairModel, vocabulary: Vocabulary | None) -> Column:
    """`column`, and what it is with one more Urdu letter that Latin does not write."""
    more = dict(column)
    for state, reached in _best(column):
        _extend(more, state, reached, model.by_latin.get("", ()), model, vocabulary)
    return more


def _extend(  # noqa: PLR0913, PLR0917 - the inner loop of the search, spelled out for speed
    column: Column, state: State, reached: Reached, numbers: "list[int] | tuple[()]",
    model: PairModel, vocabulary: Vocabulary | None,
) -> None:  # fmt: skip
    (before, word), (likelihood, words) = state, reached
    for number in numbers:
        urdu = model.pairs[number][0]
        longer, left = word + urdu, words
        if urdu and vocabulary:
            found = vocabulary.beginning(longer, words)
            if found is None:
                continue
            left = found
        sum_ = likelihood + model.weight(before, number)
        key = ((*before[1:], number), longer)
        old = column.get(key)
        if old is None or sum_ > old[0]:
            column[key] = (sum_, left)


def _endings(column: Column, model: PairModel, vocabulary: Vocabulary | None) -> dict[str, float]:
    """The words that may end here, with what all ways to spell each add up to."""
    found: dict[str, float] = {}
    for (before, word), (likelihood, words) in column.items():
        if word and (vocabulary is None or vocabulary.has(word, words)):
            ended = likelihood + model.weight(before, END)
            found[word] = _added(found[word], ended) if word in found else ended
    return found


def _added(one: float, other: float) -> float:
    """The logarithm of the sum of two numbers that are given as logarithms."""
    return max(one, other) + math.log1p(math.exp(-abs(one - other)))
