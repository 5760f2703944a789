"""An honest waiting time: from who is there, who waits, and how it went lately. No database.

The formula. A seat is a chat that a professional on duty can hold; `free` seats hold none.

- Somebody whose position in the queue is at most `free` waits for a pick-up only: the time from
  a seat being there for a reader to the first word. Told are its median and its 80th percentile.
- Everybody else waits first for `position - free` chats to end. With all seats taken, one ends
  every (length of a chat / seats) on average; so that many rounds are added, by the median
  length for the lower end and by the 80th percentile for the upper one.

Percentiles are taken from above: of n samples the value of rank ceil(share * (n + 1)). A next
reader like those before then stays at or below it with at least that share (of 8 samples, the
80th percentile is the largest). So few samples make a wide promise, and fewer than 8 none:
then only position and the number on duty are told. Both ends are rounded up to minutes.

Chats that urgent ones overtake wait longer, and are told so as it happens: a promise is made
anew while somebody waits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

ENOUGH = 8
"""Samples that a promise needs."""

_LOW, _HIGH = 0.5, 0.8
_MINUTE = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Seat:
    """A professional who is there: how many chats at once, how many now, in what languages."""

    capacity: int
    load: int
    languages: frozenset[str] = frozenset()

    @property
    def free(self) -> int:
        """How many more chats they can hold."""
        return max(0, self.capacity - self.load)


@dataclass(frozen=True, slots=True)
class Pace:
    """How it went lately, in seconds: pick-ups, and how long chats lasted."""

    pickups: tuple[float, ...] = ()
    lengths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """What a reader is told.

    `kind` is `now` (a seat is free), `wait`, `unknown` (too few samples), `nobody` (nobody is
    there: no promise; the reader may leave the question) or `closed` (the same, outside hours).
    Minutes are None unless it is `now` or `wait`. `position` counts from 1.
    """

    kind: str
    low_minutes: int | None = None
    high_minutes: int | None = None
    position: int = 1
    on_duty: int = 0
    opens_at: datetime | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return it for JSON; `opens_at` is in milliseconds since the epoch, as browsers count."""
        return {
            "kind": self.kind,
            "low_minutes": self.low_minutes,
            "high_minutes": self.high_minutes,
            "position": self.position,
            "on_duty": self.on_duty,
            "opens_at": int(self.opens_at.timestamp() * 1000) if self.opens_at else None,
        }


def promise(seats: Sequence[Seat], position: int, pace: Pace) -> Promise:
    """Return what somebody at a position is told; the module tells the formula."""
    total = sum(seat.capacity for seat in seats)
    if not total:
        return Promise("nobody", position=position)
    ahead = max(0, position - sum(seat.free for seat in seats))
    if len(pace.pickups) < ENOUGH or (ahead and len(pace.lengths) < ENOUGH):
        return Promise("unknown", position=position, on_duty=len(seats))
    low, high = (
        quantile(pace.pickups, share) + (ahead * quantile(pace.lengths, share) / total)
        if ahead
        else quantile(pace.pickups, share)
        for share in (_LOW, _HIGH)
    )
    kind = "wait" if ahead else "now"
    return Promise(kind, _minutes(low), _minutes(high), position, len(seats))


def quantile(samples: Sequence[float], share: float) -> float:
    """Return a quantile from above, the largest sample where there are few.

    Raises:
        ValueError: there are no samples.

    """
    if not samples:
        raise ValueError("there are no samples")
    rank = math.ceil(share * (len(samples) + 1))
    return sorted(samples)[min(rank, len(samples)) - 1]


def _minutes(seconds: float) -> int:
    return max(1, math.ceil(seconds / _MINUTE))
