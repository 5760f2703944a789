"""Text reuse: the kinds of COUNTER's pairs, on pairs that were not learned from.

The shipped weights were learned from all 300 pairs, so the figure that counts is the
cross-validated one: ten folds, ten times, the weights learned anew without the fold. What
others measure is given the same regression and the same folds: words in common as they stand,
runs of three (the usual baselines of work on reuse), and rapidfuzz's likenesses.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from bench_urdu.data import DATA
from rapidfuzz import fuzz
from train_reuse.fitting import macro_f1, unseen
from train_reuse.pairs import KINDS, Pair, measured, pairs

from bench_copydesk.printing import Table
from roznama.archive.reuse import compare
from roznama.archive.reuse.measures import measure
from roznama.archive.reuse.reading import read

_TARGET = "target .75"
_WORD = re.compile(r"\w+")


def tables() -> Iterator[Table]:
    """Yield macro-F1 beside others', the table of confusions, and what the shares are."""
    if not DATA:
        yield Table("text reuse: DATA names no folder with the public data sets", ("",), ())
        return
    every = pairs()
    own = _confusions(every, lambda one, other: measure(read(one), read(other)))
    rows = [_row("compare", own)]
    rows += [_row(name, _confusions(every, likeness)) for name, likeness in _RIVALS.items()]
    title = f"text reuse, COUNTER, {len(every)} pairs, cross-validated ({_TARGET})"
    yield Table(title, ("measures", "macro-F1", "±", "NOT", "PARTLY", "WHOLLY"), rows)
    yield _confusion("as marked, by what is told; cross-validated", np.mean(own, axis=0))
    yield from _shipped(every)


def _words(one: str, other: str) -> list[float]:
    return [_contained(_WORD.findall(one), _WORD.findall(other))]


def _runs(one: str, other: str) -> list[float]:
    return [
        _contained(
            *([*zip(w, w[1:], w[2:], strict=False)] for w in map(_WORD.findall, (one, other)))
        )
    ]


def _contained(ones: Sequence, others: Sequence) -> float:
    shared = sum((Counter(ones) & Counter(others)).values())
    return shared / len(ones) if ones else 0.0


_RIVALS: dict[str, Callable[[str, str], list[float]]] = {
    "words in common, as they stand": _words,
    "runs of three words": _runs,
    "both": lambda one, other: _words(one, other) + _runs(one, other),
    "rapidfuzz token_set_ratio": lambda one, other: [fuzz.token_set_ratio(one, other) / 100],
    "rapidfuzz ratio": lambda one, other: [fuzz.ratio(one, other) / 100],
}


def _confusions(
    every: list[Pair], measures: Callable[[str, str], Sequence[float]]
) -> list[np.ndarray]:
    return list(unseen(*measured(every, measures), len(KINDS)))


def _row(what: str, confusions: list[np.ndarray]) -> tuple[str, ...]:
    reached = [macro_f1(one) for one in confusions]
    mean = np.mean(confusions, axis=0)
    right, sums = np.diag(mean), mean.sum(axis=0) + mean.sum(axis=1)
    each = [f"{2 * hit / total:.3f}" for hit, total in zip(right, sums, strict=True)]
    return (what, f"{np.mean(reached):.3f}", f"{np.std(reached):.3f}", *each)


def _confusion(title: str, confusion: np.ndarray) -> Table:
    rows = [
        (kind.name, *(f"{count:.0f}" for count in counts))
        for kind, counts in zip(KINDS, confusion, strict=True)
    ]
    return Table(title, ("", *(kind.name for kind in KINDS)), rows)


def _shipped(every: list[Pair]) -> Iterator[Table]:
    """Yield what `compare` tells as it is shipped, and the shares of what it shows."""
    told = [compare(pair.derived, pair.source) for pair in every]
    confusion = np.zeros((len(KINDS), len(KINDS)))
    for pair, one in zip(every, told, strict=True):
        confusion[pair.kind, KINDS.index(one.kind)] += 1
    title = f"as shipped, on what it learned from: macro-F1 {macro_f1(confusion):.3f}"
    yield _confusion(title, confusion)
    rows = []
    for number, kind in enumerate(KINDS):
        shares = [one.share for pair, one in zip(every, told, strict=True) if pair.kind == number]
        quarters = [f"{share:.2f}" for share in np.percentile(shares, (5, 25, 50, 75, 95))]
        rows.append((kind.name, *quarters))
    title = "share of the story's words in passages, by percentiles"
    yield Table(title, ("", "5", "25", "50", "75", "95"), rows)
