"""Deciding how a story came to its text: a small linear model over the measures."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from roznama.archive.reuse.measures import Measures


class Kind(StrEnum):
    """How a story came to its text, as COUNTER (Sharjeel, Nawab and Rayson 2016) divides it."""

    WHOLLY = "wholly"
    """Made of the other text alone: copied, shortened, put in other words."""
    PARTLY = "partly"
    """Made of it and of something else."""
    NOT = "not"
    """Written apart from it, though it may tell the same event."""


# Multinomial logistic regression on the 300 pairs of COUNTER's development half, each kind
# weighing the same, L2 penalty 3; `python -m train_reuse` (in tools/) learns it anew and prints
# what it reaches on pairs that it has not seen. The columns are the measures in their order,
# and a constant.
WEIGHTS: dict[Kind, tuple[float, ...]] = {
    Kind.NOT: (-4.000, -3.719, -1.627, -1.910, -1.032, 3.984),
    Kind.PARTLY: (1.379, 0.052, -2.286, 0.900, 0.572, 0.323),
    Kind.WHOLLY: (2.621, 3.668, 3.913, 1.010, 0.460, -4.307),
}


def decide(measures: Measures) -> Kind:
    """Return the likeliest kind of a story with these measures."""
    return max(Kind, key=lambda kind: score(WEIGHTS[kind], measures))


def score(weights: Sequence[float], measures: Measures) -> float:
    """Return what a kind's weights make of the measures: its likelihood's logarithm, and more."""
    *factors, constant = weights
    return constant + sum(factor * value for factor, value in zip(factors, measures, strict=True))
