"""How often somebody may do something: a bucket that fills with time (token bucket)."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass

_MOST = 50_000  # buckets kept; the longest unused goes first, by then it is full again


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and then so many a second."""

    burst: float
    a_second: float


MESSAGES = Rate(12, 0.7)
"""Commands of one conversation: faster than anybody types."""
OPENINGS_OF_READER = Rate(4, 1 / 60)
OPENINGS_OF_ADDRESS = Rate(60, 1)
"""A mobile carrier's subscribers share an address, so this one is wide."""
SOCKETS_OF_ADDRESS = Rate(400, 20)
GUESSES_OF_ADDRESS = Rate(20, 0.1)
"""Tokens that open nothing."""
FILES = Rate(6, 1 / 20)
STAFF = Rate(60, 10)


class Limiter:
    """Buckets by name, in this process's memory."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()

    def take(self, rate: Rate, what: str, whose: str, *, now: float | None = None) -> bool:
        """Take one out of a bucket; False where it is empty."""
        moment = time.monotonic() if now is None else now
        left, before = self._buckets.pop((what, whose), (rate.burst, moment))
        left = min(rate.burst, left + (moment - before) * rate.a_second)
        may = left >= 1
        self._buckets[what, whose] = (left - 1 if may else left, moment)
        if len(self._buckets) > _MOST:
            self._buckets.popitem(last=False)
        return may

    def clear(self) -> None:
        """Fill all buckets."""
        self._buckets.clear()


limiter = Limiter()
"""The process's own."""
