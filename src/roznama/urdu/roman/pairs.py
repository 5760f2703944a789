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
_REMEMBERED = 200_000  # weights kept at hand
_UNIT = 100  # the table's logarithms are in hundredths


@dataclass(frozen=True)
class PairModel:
    """How likely pairs are one after another: a back-off model of order ORDER."""

    pairs: list[Pair]
    weights: dict[Context, tuple[float, float]]  # log probability, log back-off
    by_latin: dict[str, list[int]]
    _known: dict[tuple[Context, int], float] = field(default_factory=dict)

    def weight(self, before: Context, pair: int) -> float:
        """The logarithm of the probability of `pair` after `before`."""
        key = (before, pair)
        known = self._known.get(key)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            known = self._known[key] = self._weight(before, pair)
        return known

    def _weight(self, before: Context, pair: int) -> float:
        backed_off = 0.0
        while True:
            found = self.weights.get((*before, pair))
            if found:
                return backed_off + found[0]
            if not before:
                return backed_off + _UNSEEN
            backed_off += self.weights.get(before, (0.0, 0.0))[1]
            before = before[1:]


@cache
def pair_model() -> PairModel:
    """The model of `data/roman_pairs.tsv`: one line for every run of pairs that is kept."""
    numbers: dict[str, int] = {"^": START, "$": END}
    weights: dict[Context, tuple[float, float]] = {}
    same: dict[tuple[float, float], tuple[float, float]] = {}  # most weights are many runs'
    for run, weight, back_off in rows("roman_pairs"):
        context = tuple(numbers.setdefault(pair, len(numbers)) for pair in run.split(" "))
        value = (int(weight) / _UNIT, int(back_off) / _UNIT)
        weights[context] = same.setdefault(value, value)
    pairs = [_pair(written) for written in numbers]
    return PairModel(pairs, weights, _by_latin(pairs, weights))


def _pair(written: str) -> Pair:
    urdu, _, latin = written.partition(":")
    return urdu, latin


def _by_latin(
    pairs: list[Pair], weights: dict[Context, tuple[float, float]]
) -> dict[str, list[int]]:
    """The pairs of each Latin piece, most frequent first and no more than can matter."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, (_, latin) in enumerate(pairs):
        if number not in (START, END):
            found[latin].append(number)
    return {
        latin: sorted(numbers, key=lambda n: -weights.get((n,), (_UNSEEN, 0.0))[0])[:_CHOICES]
        for latin, numbers in found.items()
    }
