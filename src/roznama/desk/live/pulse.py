"""Signs of life: everybody is asked for one now and then, a few at a time."""

from __future__ import annotations

import asyncio
from typing import Protocol

_TURNS = 45  # seconds from one question to the next; who has not answered by then is cut off


class Patient(Protocol):
    """Somebody who is asked."""

    was_heard: bool

    def ping(self) -> None:
        """Ask, and note that nothing was heard since."""

    def cut(self) -> None:
        """Nobody is there."""


class Pulse:
    """One timer for all: each second it is the turn of a part of them, so none has its own."""

    def __init__(self) -> None:
        self._turns: list[set[Patient]] = [set() for _ in range(_TURNS)]
        self._turn = 0
        self._timer: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Begin, in the running loop."""
        self._timer = asyncio.get_running_loop().call_later(1.0, self._next)

    def stop(self) -> None:
        """Ask no more."""
        if self._timer is not None:
            self._timer.cancel()

    def add(self, one: Patient) -> None:
        """Ask somebody from now on."""
        self._of(one).add(one)

    def discard(self, one: Patient) -> None:
        """Ask somebody no more."""
        self._of(one).discard(one)

    def _of(self, one: Patient) -> set[Patient]:
        # By the address in memory, whose last bits are always the same.
        return self._turns[(id(one) >> 5) % _TURNS]

    def _next(self) -> None:
        self.start()
        self._turn = (self._turn + 1) % _TURNS
        for one in tuple(self._turns[self._turn]):
            if one.was_heard:
                one.ping()
            else:
                one.cut()
