"""Pairs: which Urdu letters stand for which Latin ones, and after which others, as learned.

A pair is a piece of a word in both scripts: (ھ, h), (م, mu), (ش, sh); either side may be empty
(a short vowel goes unwritten in Urdu, ہ in Latin). How likely a pair is after the three before
it was counted in the Dakshina lexicon, train part (Roark and others 2020, CC BY-SA 4.0), by
`tools/train_roman`; only counts are kept, no word of it.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from roznama.urdu.tables import rows

Pair = tuple[str, str]
"""Urdu letters and Latin letters."""

Context = tuple[int, ...]
"""The pairs before, as numbers; at most ORDER - 1."""

ORDER = 4
START, END = 0, 1
_UNSEEN = -16.0  # of a pair that was never seen, in natural logarithms
_CHOICES = 40  # pairs that are tried for one Latin piece
_REMEMBERED = 20_000  # contexts whose weights are kept at hand
_NONE: dict[int, float] = {}
_UNIT = 100  # the table's logarithms are in hundredths


@dataclass(slots=True)
class Node:
    """Urdu letters that some pairs begin with: the pair that they are, and how others go on."""

    pair: int | None = None
    further: "dict[str, Node]" = field(default_factory=dict)


class Weights(dict[int, float]):
    """The logarithm of the probability of each pair after one context, as far as it was asked."""

    def __init__(self, levels: "list[tuple[float, dict[int, float]]]") -> None:
        """`levels`: what backing off to a shorter context takes, and the pairs known after it."""
        self._levels = levels

    def __missing__(self, pair: int) -> float:
        for backed_off, known in self._levels:
            if pair in known:
                weight = backed_off + known[pair]
                break
        else:
            weight = self._levels[-1][0] + _UNSEEN
        self[pair] = weight
        return weight


@dataclass(frozen=True)
class PairModel:
    """How likely pairs are one after another: a back-off model of order ORDER."""

    pairs: list[Pair]
    weights: dict[Context, dict[int, float]]  # log probability of each pair after a context
    back_off: dict[Context, float]  # log of what it takes to leave a context for a shorter one
    by_latin: dict[str, list[int]]
    trees: dict[str, Node]
    """The same pairs of each Latin piece, letter after Urdu letter."""

    _known: dict[Context, Weights] = field(default_factory=dict)

    def after(self, before: Context) -> Weights:
        """The weights of pairs after a context."""
        known = self._known.get(before)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[before] = Weights(self._levels(before))
        return known

    def _levels(self, before: Context) -> list[tuple[float, dict[int, float]]]:
        levels, backed_off = [(0.0, self.weights.get(before, _NONE))], 0.0
        for start in range(len(before)):
            backed_off += self.back_off.get(before[start:], 0.0)
            levels.append((backed_off, self.weights.get(before[start + 1 :], _NONE)))
        return [one for one in levels[:-1] if one[1]] + levels[-1:]


@cache
def pair_model() -> PairModel:
    """The model of `data/roman_pairs.tsv`: one line for every run of pairs that is kept."""
    numbers: dict[str, int] = {"^": START, "$": END}
    weights: dict[Context, dict[int, float]] = defaultdict(dict)
    back_off: dict[Context, float] = {}
    same: dict[str, float] = {}  # most weights are many runs'
    for run, weight, left in rows("roman_pairs"):
        *before, pair = (numbers.setdefault(pair, len(numbers)) for pair in run.split(" "))
        weights[tuple(before)][pair] = same.setdefault(weight, int(weight) / _UNIT)
        back_off[(*before, pair)] = same.setdefault(left, int(left) / _UNIT)
    pairs = [_pair(written) for written in numbers]
    by_latin = _by_latin(pairs, weights[()])
    return PairModel(pairs, dict(weights), back_off, by_latin, _trees(pairs, by_latin))


def _pair(written: str) -> Pair:
    urdu, _, latin = written.partition(":")
    return urdu, latin


def _by_latin(pairs: list[Pair], weights: dict[int, float]) -> dict[str, list[int]]:
    """The pairs of each Latin piece, most frequent first and no more than can matter."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, (_, latin) in enumerate(pairs):
        if number not in (START, END):
            found[latin].append(number)
    return {
        latin: sorted(numbers, key=lambda n: -weights.get(n, _UNSEEN))[:_CHOICES]
        for latin, numbers in found.items()
    }


def _trees(pairs: list[Pair], by_latin: dict[str, list[int]]) -> dict[str, Node]:
    trees: dict[str, Node] = {}
    for latin, numbers in by_latin.items():
        for number in numbers:
            node = trees.setdefault(latin, Node())
            for letter in pairs[number][0]:
                node = node.further.setdefault(letter, Node())
            node.pair = number
    return trees
