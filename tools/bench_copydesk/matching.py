"""Which of two sets of things are the same things: each at most once, the best pairs first."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bench_copydesk.marked import Place

One = TypeVar("One")
Other = TypeVar("Other")


def pairs(
    ones: Sequence[One], others: Sequence[Other], alike: Callable[[One, Other], float]
) -> list[tuple[One, Other]]:
    """Return pairs of what is alike (above 0), each thing in one pair at most."""
    scored = [
        (alike(one, other), at, to)
        for at, one in enumerate(ones)
        for to, other in enumerate(others)
    ]
    left, right = set(range(len(ones))), set(range(len(others)))
    found = []
    for score, at, to in sorted(scored, key=lambda triple: (-triple[0], triple[1:])):
        if score > 0 and at in left and to in right:
            left.remove(at)
            right.remove(to)
            found.append((ones[at], others[to]))
    return found


def common(one: Place, other: Place) -> int:
    """Return how many code points two places share."""
    if one.piece != other.piece:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def closeness(one: Place, other: Place) -> float:
    """Return what two places share of the longer one, 0 to 1."""
    longer = max(one.end - one.start, other.end - other.start)
    return common(one, other) / longer if longer else 0.0
