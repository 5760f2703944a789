"""A browser's open socket: a few kilobytes for each that is silent.

No task, queue or timer lives as long as a socket, and nothing of its request is kept. Frames
(RFC 6455) are read and written by the part of `websockets` that does no input or output.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any, Protocol

from websockets.frames import Frame, Opcode
from websockets.protocol import SEND_EOF, Side
from websockets.protocol import Protocol as Line

from roznama.desk.chat.commands import RefusalError
from roznama.desk.live.connection import (
    AGAIN,
    BAD,
    TOO_BIG,
    TOO_SLOW,
    ClosedError,
    Told,
    packed,
)
from roznama.desk.live.parsing import LARGEST_FRAME, frame
from roznama.desk.live.pulse import Pulse

logger = logging.getLogger(__name__)

_LARGEST_ON_THE_LINE = LARGEST_FRAME * 4  # bytes: a letter takes up to four
_GOING_AWAY, _NOT_UTF8 = 1012, 1007  # RFC 6455's registry
_HELLO_WITHIN = 10.0  # seconds until the first frame must have come
_GONE_WITHIN = 10.0  # seconds until a socket that was closed is cut
_PATIENCE = 20.0  # seconds that somebody may take for what is sent
_MOST_UNSENT = 2_000  # frames that may wait for somebody slow
_MOST_UNREAD = 50  # frames that may wait while one is at work; then no more are read


class Connection(Protocol):
    """What takes a socket's frames."""

    async def take(self, frame: Told) -> None:
        """Do what a frame asks; raises ClosedError where the socket is to be closed."""

    def close(self) -> None:
        """The socket has ended."""


class DeskSocket(asyncio.Protocol):
    """One socket. Frames are taken one after the other, in a task while there are any."""

    __slots__ = (
        "_connection", "_connections", "_is_closing", "_is_slow", "_line", "_parts", "_pulse",
        "_task", "_timer", "_transport", "_unread", "_unsent", "was_heard",
    )  # fmt: skip

    def __init__(self, transport: Any, connections: set[Any], pulse: Pulse) -> None:
        self._transport = transport
        self._connections = connections
        self._pulse = pulse
        self._line = Line(Side.SERVER, max_size=_LARGEST_ON_THE_LINE, logger=logger)
        self._connection: Connection | None = None
        self._task: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._parts: list[Frame] | None = None
        self._unread: list[Frame] | None = None
        self._unsent: list[Told] | None = None
        self._is_closing = self._is_slow = False
        self.was_heard = True
        connections.add(self)
        pulse.add(self)
        transport.set_protocol(self)
        self._wait(_HELLO_WITHIN, lambda: self.close(BAD))

    def serve(self, connection: Connection) -> None:
        """Give a connection the frames that come, and those that have come."""
        if self._is_closing:
            connection.close()
            return
        self._connection = connection
        self._work()

    def put(self, told: Told) -> None:
        """Send a frame; to somebody slow, when those before it are gone."""
        if self._is_closing:
            return
        if self._is_slow:
            self._unsent = self._unsent or []
            self._unsent.append(told)
            if len(self._unsent) > _MOST_UNSENT:
                self.close(TOO_SLOW)
            return
        self._line.send_text(packed(told).encode())
        self._flush()

    def close(self, code: int) -> None:
        """Say why, and end."""
        if not self._is_closing:
            self._line.send_close(code)
            self._flush()
            self._end()

    def ping(self) -> None:
        """Ask for a sign of life."""
        self.was_heard = False
        if not self._is_closing:
            self._line.send_ping(b"")
            self._flush()

    def cut(self) -> None:
        """End without a word: nobody is there."""
        self._transport.abort()

    def shutdown(self) -> None:
        """End, because the server ends (called by uvicorn)."""
        self.close(_GOING_AWAY)
        self._transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        """It has ended; what is at work is done first."""
        self._end()
        self._stop_waiting()
        self._connections.discard(self)
        self._pulse.discard(self)
        if self._task is None:
            self._leave()

    def pause_writing(self) -> None:
        """The other end is slow."""
        self._is_slow = True
        if not self._is_closing:
            self._wait(_PATIENCE, lambda: self.close(TOO_SLOW))

    def resume_writing(self) -> None:
        """It has caught up."""
        self._is_slow = False
        if not self._is_closing:
            self._stop_waiting()
            unsent, self._unsent = self._unsent or (), None
            for told in unsent:
                self.put(told)

    def data_received(self, data: bytes) -> None:
        """Take bytes as they come."""
        self.was_heard = True
        line = self._line
        line.receive_data(data)
        for event in line.events_received():
            if isinstance(event, Frame):
                self._receive(event)
        self._flush()
        if line.close_expected() and not self._is_closing:
            self._end()

    def _receive(self, one: Frame) -> None:
        if self._is_closing or one.opcode not in (Opcode.TEXT, Opcode.BINARY, Opcode.CONT):
            return
        if not one.fin or one.opcode is Opcode.CONT:
            self._parts = [*(self._parts or ()), one]
            if not one.fin:
                return
            one = Frame(self._parts[0].opcode, b"".join(part.data for part in self._parts))
            self._parts = None
        self._unread = self._unread or []
        self._unread.append(one)
        if len(self._unread) > _MOST_UNREAD:
            self._transport.pause_reading()
        self._work()

    def _work(self) -> None:
        if self._task is None and self._connection is not None and self._unread:
            self._stop_waiting()
            self._task = asyncio.create_task(self._take(self._connection))

    async def _take(self, connection: Connection) -> None:
        try:
            while self._unread:
                unread, self._unread = self._unread, None
                self._transport.resume_reading()
                for one in unread:
                    await connection.take(_read(one))
        except ClosedError as closed:
            self.close(closed.code)
        except Exception:
            logger.exception("a connection of the desk broke")
            self.close(AGAIN)
        finally:
            self._task = None
            if self._is_closing:
                self._leave()

    def _leave(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _end(self) -> None:
        """Take and send no more, and give the other end some seconds to see why."""
        if not self._is_closing:
            self._is_closing = True
            self._unsent = self._unread = self._parts = None
            self._transport.resume_reading()
            self._wait(_GONE_WITHIN, self.cut)
            if self._task is None:
                self._leave()

    def _flush(self) -> None:
        transport = self._transport
        for data in self._line.data_to_send():
            if data != SEND_EOF:
                transport.write(data)
            elif transport.can_write_eof() and not transport.is_closing():
                transport.write_eof()
            else:
                transport.close()

    def _wait(self, seconds: float, then: Callable[[], None]) -> None:
        self._stop_waiting()
        self._timer = asyncio.get_running_loop().call_later(seconds, then)

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def _read(one: Frame) -> Told:
    """Return what a frame says.

    Raises:
        ClosedError: it says nothing that can be read.

    """
    if one.opcode is not Opcode.TEXT:
        raise ClosedError(BAD)
    try:
        text = bytes(one.data).decode()
    except UnicodeDecodeError:
        raise ClosedError(_NOT_UTF8) from None
    if len(text) > LARGEST_FRAME:
        raise ClosedError(TOO_BIG)
    try:
        return frame(text)
    except RefusalError:
        raise ClosedError(BAD) from None
