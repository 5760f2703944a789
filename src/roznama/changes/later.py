"""Work that a page asks for and does not wait for: smaller files of pictures, social cards.

A page is printed with what there is. It notes what it would rather have, and the printer does
that when no page waits for it; then the page is printed again. Only a process that does such
work collects it: elsewhere `ask` does nothing but note the key. What is lost with the process,
or is more than can be kept, is not forgotten: `UNFINISHED` names the pages to print again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from roznama.changes.reads import reads

UNFINISHED = "unfinished"
"""The key of pages that were printed without something they asked for."""

MOST = 20_000
"""How many pieces of work are kept."""


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work of a second at most. `name` tells it from others, `key` whom it is for."""

    name: str
    key: str
    do: Callable[[], None]


class Waiting:
    """Work in the order in which it was asked for, each piece once."""

    def __init__(self) -> None:
        self._work: dict[str, Work] = {}
        self.is_collecting = False
        self.has_dropped = False
        """Whether there was more than can be kept."""

    def put(self, work: Work) -> None:
        """Keep a piece of work, if this process does any."""
        if not self.is_collecting or work.name in self._work:
            return
        if len(self._work) >= MOST:
            self.has_dropped = True
            return
        self._work[work.name] = work

    def take(self) -> Work | None:
        """Return the piece that waits longest, None where there is none."""
        return self._work.pop(next(iter(self._work))) if self._work else None

    def clear(self) -> None:
        """Forget all of it."""
        self._work.clear()
        self.has_dropped = False


waiting = Waiting()


def ask(name: str, key: str, do: Callable[[], None]) -> None:
    """Ask for a piece of work; the page being put together is printed again after it."""
    reads(key, UNFINISHED)
    waiting.put(Work(name, key, do))
