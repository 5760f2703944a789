"""Readers with a socket each: opened, greeted and waited for."""

import asyncio
from collections.abc import Callable, Sequence

from bench_press.processes import BenchError

from bench_desk.wire import Socket, Told, connected

_AT_ONCE = 100  # that are being opened
_PATIENCE = 60.0  # seconds

Heard = Callable[[int, Told], None]


class Crowd:
    """Readers, numbered from `first` on; `heard` is called with a reader's number and frame."""

    def __init__(
        self, port: int, tokens: Sequence[str], heard: Heard | None = None, first: int = 0
    ) -> None:
        self._port = port
        self._tokens = tokens
        self._heard = heard
        self._first = first
        self._left = 0
        self._settled = asyncio.Event()
        self.sockets: list[Socket | None] = [None] * len(tokens)
        self.places = [0] * len(tokens)
        self._wants = [0] * len(tokens)
        self._has_state = bytearray(len(tokens))
        self.lost = 0

    async def come(self, wants: Sequence[int] | None = None, at_once: int = _AT_ONCE) -> None:
        """Open all that are not; return when each has its state and what happened up to a place.

        Raises:
            BenchError: not all have within a minute.

        """
        self._left = len(self._tokens)
        self._wants = list(wants or [1] * len(self._tokens))
        self._settled.clear()
        self._has_state = bytearray(len(self._tokens))
        gate = asyncio.Semaphore(at_once)
        try:
            async with asyncio.timeout(_PATIENCE):
                await asyncio.gather(*(self._open(n, gate) for n in range(len(self._tokens))))
                await self._settled.wait()
        except TimeoutError:
            raise BenchError(f"{self._left:,} sockets were not answered") from None

    async def _open(self, number: int, gate: asyncio.Semaphore) -> None:
        async with gate:
            self.sockets[number] = await connected(
                self._port,
                "/desk/socket",
                {"hello": self._tokens[number], "after": self.places[number]},
                self._take,
                name=self._first + number,
                lost=self._gone,
            )

    def cut(self) -> None:
        """Break all of them at once, without a word."""
        for socket in self.sockets:
            if socket is not None:
                socket.transport.abort()

    def say(self, number: int, told: Told) -> None:
        """Send a frame of a reader's; a server that is behind may have closed their socket."""
        socket = self.sockets[number]
        if socket is not None and not socket.transport.is_closing():
            socket.say(told)

    def _gone(self, socket: Socket) -> None:
        self.lost += 1

    def _take(self, socket: Socket, told: Told) -> None:
        number = socket.name - self._first
        if "state" in told:
            self._has_state[number] = 1
        elif "events" in told:
            self.places[number] = told["events"][-1]["place"]
        if self._has_state[number] == 1 and self.places[number] >= self._wants[number]:
            self._has_state[number] = 2
            self._left -= 1
            if not self._left:
                self._settled.set()
        if self._heard is not None:
            self._heard(number, told)
