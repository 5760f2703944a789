"""A reader's connection: one conversation, opened by its token."""

from __future__ import annotations

import logging
from typing import Any

from django.db import DatabaseError

from roznama.desk.chat.commands import Reader, RefusalError
from roznama.desk.chat.engine import Op
from roznama.desk.live.connection import BAD, TOO_MANY, UNKNOWN, ClosedError, Outlet
from roznama.desk.live.hub import READER, STAFF
from roznama.desk.live.limits import GUESSES_OF_ADDRESS, MESSAGES, limiter
from roznama.desk.live.node import Node
from roznama.desk.live.parsing import Frame, number_in, reader_command, uuid_in
from roznama.desk.live.waking import tell_typing
from roznama.desk.words import refusal_words

logger = logging.getLogger(__name__)

Told = dict[str, Any]


class ReaderConnection:
    """Takes a reader's frames and brings what is new."""

    __slots__ = ("_address", "_language", "_node", "_seen", "conversation", "outbox")

    side = READER

    def __init__(self, node: Node, outbox: Outlet, address: str) -> None:
        self._node = node
        self._address = address
        self._seen = 0
        self._language = "ur"
        self.conversation = 0
        self.outbox = outbox

    def seen(self, conversation: int) -> int:
        """Return the last place that was brought."""
        return self._seen

    def bring(self, conversation: int, events: list[Told]) -> None:
        """Send what is new."""
        self._seen = events[-1]["place"]
        self.outbox.put({"events": events})

    def typing(self, conversation: int) -> None:
        """Say that a professional types."""
        self.outbox.put({"typing": STAFF})

    def erased(self, conversation: int) -> None:
        """Close: there is nothing to show any more."""
        self.outbox.close(UNKNOWN)

    def promise(self, told: Told | None) -> None:
        """Say how long it may take."""
        self.outbox.put({"promise": told})

    async def take(self, frame: Frame) -> None:
        """Do what a frame asks.

        Raises:
            ClosedError: the connection is to be closed.

        """
        if not self.conversation:
            await self._hello(frame)
        elif frame.get("do") == "typing":
            self._typing()
        elif "do" in frame:
            await self._do(frame)
        elif "ping" in frame:
            self.outbox.put({"pong": frame["ping"] if type(frame["ping"]) is int else 0})
        else:
            raise ClosedError(BAD)

    def close(self) -> None:
        """Bring no more."""
        if self.conversation:
            self._node.hub.unsubscribe(self.conversation, self)

    async def _hello(self, frame: Frame) -> None:
        token = frame.get("hello")
        try:
            after = number_in(frame, "after")
        except RefusalError:
            raise ClosedError(BAD) from None
        if not isinstance(token, str):
            raise ClosedError(BAD)
        await self.begin(token, after)

    async def begin(self, token: str, after: int) -> None:
        """Open the conversation of a token and bring what is after a place.

        Raises:
            ClosedError: there is none.

        """
        found = await self._node.find(token)
        if found is None:
            may = limiter.take(GUESSES_OF_ADDRESS, "guess", self._address)
            raise ClosedError(UNKNOWN if may else TOO_MANY)
        self.conversation, state = found
        self._language = state["language"]
        # Somebody who has seen more than there is has another conversation's number.
        self._seen = after if after <= state["place"] else 0
        promise = self._node.hub.promise_of(self.conversation)
        self.outbox.put({"state": state, "promise": promise, "after": self._seen})
        self._node.hub.subscribe(self.conversation, self)

    def _typing(self) -> None:
        if limiter.take(MESSAGES, "typing", str(self.conversation)):
            self._node.hub.typing(self.conversation, READER)
            tell_elsewhere(self._node, self.conversation, READER)

    async def _do(self, frame: Frame) -> None:
        try:
            uuid = uuid_in(frame)
        except RefusalError:
            raise ClosedError(BAD) from None
        answer = await done(self._node, self.conversation, frame, self._language)
        self.outbox.put({**answer, "ok" if "place" in answer else "no": str(uuid)})


async def done(node: Node, conversation: int, frame: Frame, language: str) -> Told:
    """Do what a reader asks; return `place` where it was done, else `why` and `text`."""
    try:
        # What was read is told often, and costs nobody an answer.
        what = "read" if frame.get("do") == "read" else "message"
        if not limiter.take(MESSAGES, what, str(conversation)):
            raise RefusalError("too_many")
        op = Op(conversation, Reader(), reader_command(frame), uuid_in(frame))
        result = await node.write(op)
        if isinstance(result, RefusalError):
            raise result
        return {"place": result.place}
    except RefusalError as refusal:
        return {"why": refusal.code, "text": refusal_words(refusal.code, language)}
    except DatabaseError:
        # Nothing is known of what was done; the same UUID again will tell.
        return {"why": "again", "text": refusal_words("again", language)}


def tell_elsewhere(node: Node, conversation: int, side: str) -> None:
    """Tell other processes that somebody types, without waiting for it."""
    node.aside(lambda: tell_typing(conversation, side))
