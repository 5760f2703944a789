"""A websocket client with as little around it as can be: thousands of them fit in a process.

RFC 6455: what a client sends is masked; here with a mask of zeros, which changes nothing.
"""

import asyncio
import json
import os
from base64 import b64encode
from collections.abc import Callable
from typing import Any

from desk.trial import SITE

Told = dict[str, Any]
Take = Callable[["Socket", Told], None]

_TEXT, _CLOSE, _PING, _PONG = 0x1, 0x8, 0x9, 0xA
_OF_ADDRESS = 100  # sockets that come from one address of the loopback


class Socket(asyncio.Protocol):
    """One end of a socket; `take` is called with each frame, `lost` once when it has ended."""

    __slots__ = ("_asked", "_first", "_lost", "_rest", "_take", "is_open", "name", "transport")

    def __init__(
        self,
        asked: bytes,
        first: Told,
        take: Take,
        lost: Callable[["Socket"], None],
        name: int,
    ) -> None:
        self._asked = asked
        self._first = first
        self._take = take
        self._lost = lost
        self._rest = b""
        self.is_open = False
        self.name = name
        self.transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the socket."""
        self.transport = transport
        self.transport.write(self._asked)

    def connection_lost(self, error: Exception | None) -> None:
        """Tell that it has ended."""
        self.is_open = False
        self._lost(self)

    def data_received(self, data: bytes) -> None:
        """Take bytes as they come."""
        self._rest += data
        if not self.is_open:
            head, found, rest = self._rest.partition(b"\r\n\r\n")
            if not found:
                return
            if not head.startswith(b"HTTP/1.1 101"):
                self.transport.close()
                return
            self.is_open, self._rest = True, rest
            self.say(self._first)
        self._frames()

    def _frames(self) -> None:
        data, start = self._rest, 0
        while (end := _end(data, start)) is not None:
            first, end = end
            opcode = data[start] & 0xF
            if opcode == _TEXT:
                self._take(self, json.loads(data[first:end]))
            elif opcode == _PING:
                self._send(_PONG, data[first:end])
            elif opcode == _CLOSE:
                self.transport.close()
            start = end
        self._rest = data[start:]

    def say(self, told: Told) -> None:
        """Send a frame."""
        self._send(_TEXT, json.dumps(told).encode())

    def _send(self, opcode: int, data: bytes) -> None:
        size = len(data)
        head = (
            bytes((0x80 | opcode, 0x80 | size))
            if size < 126
            else bytes((0x80 | opcode, 0xFE)) + size.to_bytes(2, "big")
        )
        self.transport.write(head + b"\0\0\0\0" + data)


def _end(data: bytes, start: int) -> tuple[int, int] | None:
    """Where the data of the frame at `start` begins and ends, None where it is not whole."""
    if len(data) < start + 2:
        return None
    size, first = data[start + 1] & 0x7F, start + 2
    if size >= 126:
        width = 2 if size == 126 else 8
        if len(data) < first + width:
            return None
        size, first = int.from_bytes(data[first : first + width], "big"), first + width
    return (first, first + size) if len(data) >= first + size else None


def asked(host: str, path: str, cookie: str = "") -> bytes:
    """The request that opens a socket, with what a browser sends."""
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: {host}",
        "Connection: Upgrade",
        "Pragma: no-cache",
        "Cache-Control: no-cache",
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/140.0.0.0 Safari/537.36",
        "Upgrade: websocket",
        f"Origin: {SITE}",
        "Sec-WebSocket-Version: 13",
        "Accept-Encoding: gzip, deflate, br, zstd",
        "Accept-Language: ur-PK,ur;q=0.9,en;q=0.8",
        f"Sec-WebSocket-Key: {b64encode(os.urandom(16)).decode()}",
        "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
        *([f"Cookie: sessionid={cookie}"] if cookie else []),
    ]
    return "\r\n".join([*lines, "", ""]).encode()


async def connected(  # noqa: PLR0913
    port: int,
    path: str,
    first: Told,
    take: Take,
    *,
    name: int = 0,
    cookie: str = "",
    lost: Callable[[Socket], None] = lambda _: None,
) -> Socket:
    """Open a socket, `first` its first frame; a hundred names share an address."""
    _, socket = await asyncio.get_running_loop().create_connection(
        lambda: Socket(asked(f"127.0.0.1:{port}", path, cookie), first, take, lost, name),
        "127.0.0.1",
        port,
        local_addr=(f"127.0.{1 + name // _OF_ADDRESS}.1", 0),
    )
    return socket
