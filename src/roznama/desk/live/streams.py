"""A reader's conversation without a socket: a stream of server-sent events, or asking again."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs

from django.db import DatabaseError

from roznama.desk.live.connection import PATIENCE, TOO_MANY, ClosedError, Outbox, packed
from roznama.desk.live.limits import SOCKETS_OF_ADDRESS, limiter
from roznama.desk.live.node import Node
from roznama.desk.live.reader import ReaderConnection

logger = logging.getLogger(__name__)

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_LONGEST_WAIT = 25.0  # seconds; proxies cut what is silent for half a minute
_A_MOMENT = 2.0  # seconds for what is there already, on a busy machine
_HEARTBEAT = 15.0  # seconds
_HEADERS = [
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-accel-buffering", b"no"),
]


async def stream(node: Node, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer GET /desk/api/stream: the frames of the socket as events.

    Who does not take them in time is cut off, as on a socket: the outbox waits for its turn.
    """
    frames: asyncio.Queue[str] = asyncio.Queue(1)
    gone = asyncio.Event()

    async def put(text: str) -> None:
        await frames.put(text)

    connection = await _begin(node, scope, Outbox(put, lambda _: gone.set()), send)
    if connection is None:
        return
    leaving = asyncio.ensure_future(_until_gone(receive, gone))
    try:
        await _start(send, 200, b"text/event-stream; charset=utf-8")
        while not gone.is_set():
            try:
                async with asyncio.timeout(_HEARTBEAT):
                    data = f"data: {await frames.get()}\n\n"
            except TimeoutError:
                data = ": here\n\n"
            async with asyncio.timeout(PATIENCE):
                await send({"type": "http.response.body", "body": data.encode(), "more_body": True})
    except TimeoutError:
        logger.debug("a stream was not read")
    finally:
        leaving.cancel()
        connection.close()


async def poll(node: Node, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer GET /desk/api/events: what is after a place, waited for up to `wait` seconds."""
    frames: list[dict[str, Any]] = []
    told = asyncio.Event()

    async def put(text: str) -> None:
        one = json.loads(text)
        frames.append(one)
        if "state" not in one:
            told.set()

    connection = await _begin(node, scope, Outbox(put, lambda _: None), send)
    if connection is None:
        return
    gone = asyncio.Event()
    leaving = asyncio.ensure_future(_until_gone(receive, gone, told))
    try:
        wait = min(_LONGEST_WAIT, _seconds(scope, "wait") or _A_MOMENT)
        try:
            async with asyncio.timeout(wait):
                await told.wait()
        except TimeoutError:
            pass
        await _whole(send, 200, {"frames": frames})
    finally:
        leaving.cancel()
        connection.close()


async def _begin(node: Node, scope: Scope, outbox: Outbox, send: Send) -> ReaderConnection | None:
    """Return the connection; None where the request was refused."""
    client = scope["client"][0] if scope.get("client") else ""
    if not limiter.take(SOCKETS_OF_ADDRESS, "socket", client):
        await _whole(send, 429, {"why": "too_many"})
        return None
    connection = ReaderConnection(node, outbox, client)
    words = dict(scope["headers"]).get(b"authorization", b"").decode("latin-1").split()
    token = words[1] if len(words) == 2 and words[0].lower() == "bearer" else ""
    try:
        if scope["method"] != "GET":
            await _whole(send, 405, {"why": "bad"})
            return None
        await connection.begin(token, _seconds(scope, "after"))
    except ClosedError as closed:
        status = 429 if closed.code == TOO_MANY else 401
        await _whole(send, status, {"why": "too_many" if status == 429 else "unknown"})
        return None
    except DatabaseError:
        await _whole(send, 503, {"why": "again"})
        return None
    return connection


def _seconds(scope: Scope, name: str) -> int:
    value = parse_qs(scope["query_string"].decode("latin-1")).get(name, ["0"])[0]
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0


async def _until_gone(receive: Receive, *events: asyncio.Event) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    for event in events:
        event.set()


async def _start(send: Send, status: int, kind: bytes) -> None:
    headers = [(b"content-type", kind), *_HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})


async def _whole(send: Send, status: int, told: dict[str, Any]) -> None:
    await _start(send, status, b"application/json")
    await send({"type": "http.response.body", "body": packed(told).encode()})
