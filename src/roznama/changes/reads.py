"""What a page reads while it is put together, so that it can be reprinted when that changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar


@dataclass(slots=True)
class Reads:
    """The keys that were read, and until when the result holds if none of them changes."""

    keys: set[str] = field(default_factory=set)
    good_until: datetime | None = None
    kept: dict[str, Any] = field(default_factory=dict)


Value = TypeVar("Value")
_current: ContextVar[Reads | None] = ContextVar("reads", default=None)


@contextmanager
def recorded(kept: dict[str, Any] | None = None) -> Iterator[Reads]:
    """Collect what is read inside the block; `kept` is what `read_once` has read before."""
    reads = Reads(kept={} if kept is None else kept)
    token = _current.set(reads)
    try:
        yield reads
    finally:
        _current.reset(token)


def reads(*keys: str) -> None:
    """Say that what `keys` name is being read. Does nothing while nobody collects."""
    if current := _current.get():
        current.keys.update(keys)


def read_once(name: str, read: Callable[[], Value]) -> Value:
    """Return what `read` returns, and the same again while this page is put together.

    The printer keeps it for the next pages too, until the log has a change. So it is for
    what many pages share and every one has a key for.
    """
    current = _current.get()
    if current is None:
        return read()
    if name not in current.kept:
        current.kept[name] = read()
    found: Value = current.kept[name]
    return found


def holds_until(time: datetime) -> None:
    """Say that what is put together is out of date from `time` on."""
    current = _current.get()
    if current and (current.good_until is None or time < current.good_until):
        current.good_until = time
