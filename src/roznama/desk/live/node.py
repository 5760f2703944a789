"""What all connections of this process share."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from roznama.desk.chat.engine import Op, Result, execute
from roznama.desk.chat.opening import find_by_tokens
from roznama.desk.chat.red_flags import flags_in
from roznama.desk.chat.showing import reader_states
from roznama.desk.live.batches import Batches
from roznama.desk.live.hub import Hub
from roznama.desk.live.keeping import Keeper
from roznama.desk.live.pulse import Pulse

logger = logging.getLogger(__name__)

Told = dict[str, Any]
Answer = TypeVar("Answer")
_TURN = 0.001  # seconds that a thread may keep the interpreter while others want it
_LARGEST = 200  # commands of one transaction, tokens of one query


class Node:
    """The hub, and the batches that write, look tokens up and read states."""

    def __init__(self) -> None:
        self.hub = Hub()
        self.keeper = Keeper(self.hub)
        self.pulse = Pulse()
        self.write: Batches[Op, Result] = Batches("writing", execute, largest=_LARGEST)
        self.find: Batches[str, tuple[int, Told] | None] = Batches(
            "finding", _find, largest=_LARGEST
        )
        self._call: Batches[Callable[[], Any], Any] = Batches("asking", _call, largest=1)
        self._aside: set[asyncio.Future[Any]] = set()

    def start(self) -> None:
        """Begin, in the running loop."""
        # The word lists take most of a second; no reader is to wait for them.
        self.aside(lambda: flags_in(""))
        # The loop waits for its turn with each frame that it takes.
        sys.setswitchinterval(min(sys.getswitchinterval(), _TURN))
        self.hub.start()
        self.keeper.start()
        self.pulse.start()

    async def ask(self, function: Callable[[], Answer]) -> Answer:
        """Return what a function returns that needs the database; one after the other."""
        answer: Answer = await self._call(function)
        return answer

    def aside(self, function: Callable[[], object]) -> None:
        """Call a function likewise, and wait for nothing."""
        task = asyncio.ensure_future(self._call(function))
        self._aside.add(task)
        task.add_done_callback(self._forget)

    def _forget(self, task: asyncio.Future[Any]) -> None:
        self._aside.discard(task)
        if not task.cancelled() and (error := task.exception()):
            logger.debug("left undone: %s", error)

    def stop(self) -> None:
        """End."""
        self.pulse.stop()
        self.keeper.stop()
        self.hub.stop()
        for batches in (self.write, self.find, self._call):
            batches.close()


def _find(tokens: Sequence[str]) -> list[tuple[int, Told] | None]:
    ids = find_by_tokens(tokens)
    states = reader_states({pk for pk in ids if pk is not None})
    return [(pk, states[pk]) if pk in states else None for pk in ids]  # type: ignore[index]


def _call(functions: Sequence[Any]) -> list[Any]:
    return [function() for function in functions]
