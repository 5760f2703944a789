"""Counting: how likely a pair is after those before it.

Interpolated Kneser-Ney (Chen and Goodman 1998); rare runs are left out afterwards and the
back-off weights made whole again.
"""

import math
from collections import Counter, defaultdict

from train_roman.aligning import Pair

Run = tuple[Pair, ...]
Model = dict[Run, tuple[float, float]]  # log probability, log back-off

ORDER = 4
START, END = ("^", ""), ("$", "")
_DISCOUNT = 0.8
_SEEN_TIMES = (0, 2, 3, 5)  # the least counts of runs of one, two, three and four pairs


def model(words: list[tuple[list[Pair], int]]) -> Model:
    """The model of `words`, each with the number of times that it was seen."""
    counts = _counts(words)
    return _with_back_off(_without_rare(_shares(counts), counts))


def _counts(words: list[tuple[list[Pair], int]]) -> list[dict[Run, Counter[Pair]]]:
    """For each length of context: contexts, and what follows them how often.

    Shorter contexts count in how many longer ones a pair stands, not how often (Kneser-Ney).
    """
    counts: list[dict[Run, Counter[Pair]]] = [defaultdict(Counter) for _ in range(ORDER)]
    for pairs, times in words:
        run = [START] * (ORDER - 1) + pairs + [END]
        for at in range(ORDER - 1, len(run)):
            counts[-1][tuple(run[at - ORDER + 1 : at])][run[at]] += times
    for n in range(ORDER - 1, 0, -1):
        for context, following in counts[n].items():
            for pair in following:
                counts[n - 1][context[1:]][pair] += 1
    return counts


def _shares(counts: list[dict[Run, Counter[Pair]]]) -> list[dict[Run, float]]:
    shares: list[dict[Run, float]] = []
    kinds = len(counts[0][()])
    for n, level in enumerate(counts):
        shares.append({})
        for context, following in level.items():
            total = following.total()
            left = _DISCOUNT * len(following) / total
            for pair, count in following.items():
                lower = shares[n - 1][(*context[1:], pair)] if n else 1 / kinds
                shares[n][(*context, pair)] = max(count - _DISCOUNT, 0) / total + left * lower
    return shares


def _without_rare(
    shares: list[dict[Run, float]], counts: list[dict[Run, Counter[Pair]]]
) -> list[dict[Run, float]]:
    """Only the runs seen often enough, and those with which a longer one that stays begins."""
    kept: list[dict[Run, float]] = [{} for _ in shares]
    contexts: set[Run] = set()
    for n in range(ORDER - 1, -1, -1):
        for run, share in shares[n].items():
            if run in contexts or counts[n][run[:-1]][run[-1]] >= _SEEN_TIMES[n]:
                kept[n][run] = share
        contexts = {run[:-1] for run in kept[n]}
    return kept


def _with_back_off(levels: list[dict[Run, float]]) -> Model:
    found: Model = {run: (math.log(share), 0.0) for level in levels for run, share in level.items()}
    for n in range(1, ORDER):
        told: dict[Run, float] = defaultdict(float)
        lower: dict[Run, float] = defaultdict(float)
        for run, share in levels[n].items():
            told[run[:-1]] += share
            lower[run[:-1]] += levels[n - 1].get(run[1:], 0.0)
        for context, share in told.items():
            left = max(1 - share, 1e-6) / max(1 - lower[context], 1e-6)
            weight = found[context][0] if context in found else 0.0  # only of word beginnings
            found[context] = (weight, math.log(left))
    return found
