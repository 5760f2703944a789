"""What a page reads while it is put together, so that it can be reprinted when that changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True)
class Reads:
    """The keys that were read, and until when the result holds if none of them changes."""

    keys: set[str] = field(default_factory=set)
    good_until: datetime | None = None


_current: ContextVar[Reads | None] = ContextVar("reads", default=None)


@contextmanager
def recorded() -> Iterator[Reads]:
    """Collect what is read inside the block."""
    reads = Reads()
    token = _current.set(reads)
    try:
        yield reads
    finally:
        _current.reset(token)


def reads(*keys: str) -> None:
    """Say that what `keys` name is being read. Does nothing while nobody collects."""
    if current := _current.get():
        current.keys.update(keys)


def holds_until(time: datetime) -> None:
    """Say that what is put together is out of date from `time` on."""
    current = _current.get()
    if current and (current.good_until is None or time < current.good_until):
        current.good_until = time
