"""Clients that behave as a browser does: whatever breaks, they come back and go on.

What was not acknowledged is sent again with the same UUID, one at a time and in order; what is
shown begins after the last number that was seen, and a gap is asked for again.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections import deque
from contextlib import suppress
from typing import Any
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from desk.trial import SITE

Told = dict[str, Any]
_AGAIN = 0.05  # seconds, before it is tried again


class Client:
    """One end of conversations."""

    number = "place"

    def __init__(self, address: str, path: str, cookie: str = "") -> None:
        self._url = f"ws://{address}{path}"
        self._headers = {"Cookie": f"sessionid={cookie}"} if cookie else {}
        self._socket: ClientConnection | None = None
        self._pending: deque[Told] = deque()
        self._task: asyncio.Task[None] | None = None
        self.acknowledged: list[str] = []
        self.seen: dict[int, list[Told]] = {}
        self.connections = 0
        self.gaps = 0
        self.frames: list[Told] = []

    async def __aenter__(self) -> Client:
        self._task = asyncio.create_task(self._keep())
        return self

    async def __aexit__(self, *error: object) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    def say(self, told: Told) -> str:
        """Send something, now or when there is a connection; return its UUID."""
        uuid = str(uuid4())
        self._pending.append({**told, "uuid": uuid})
        if len(self._pending) == 1:
            self._push()
        return uuid

    @property
    def is_quiet(self) -> bool:
        """Whether everything said was acknowledged."""
        return not self._pending

    async def drop(self) -> None:
        """Lose the connection without a word."""
        if self._socket is not None:
            self._socket.transport.abort()

    def _push(self) -> None:
        """Send the first that was not acknowledged, sometimes twice as a bad line does."""
        if self._socket is not None and self._pending:
            text = json.dumps(self._pending[0])
            times = 2 if random.random() < 0.05 else 1
            for _ in range(times):
                self._later(self._socket.send(text))

    def _later(self, sending: Any) -> None:
        async def send() -> None:
            with suppress(WebSocketException, OSError):
                await sending

        task = asyncio.ensure_future(send())
        _running.add(task)
        task.add_done_callback(_running.discard)

    async def _keep(self) -> None:
        while True:
            try:
                async with connect(
                    self._url,
                    origin=SITE,
                    additional_headers=self._headers,
                    compression=None,
                    open_timeout=30,
                    ping_interval=None,
                ) as socket:
                    self.connections += 1
                    await self._hello(socket)
                    self._socket = socket
                    self._push()
                    async for text in socket:
                        await self._take(socket, json.loads(text))
            except (WebSocketException, OSError, TimeoutError):
                pass
            self._socket = None
            await asyncio.sleep(_AGAIN * (1 + random.random()))

    async def _hello(self, socket: ClientConnection) -> None:
        raise NotImplementedError

    async def _take(self, socket: ClientConnection, told: Told) -> None:
        if "ok" in told or "no" in told:
            self._answered(told)
        elif "events" in told:
            await self._show(socket, told.get("chat", 0), told["events"])
        else:
            self.frames.append(told)

    def _answered(self, told: Told) -> None:
        uuid = told.get("ok") or told.get("no")
        if "no" in told:
            self.frames.append(told)
        if not self._pending or self._pending[0]["uuid"] != uuid:
            return
        if told.get("why") in ("too_many", "again"):
            asyncio.get_running_loop().call_later(0.3, self._push)
            return
        self._pending.popleft()
        if "ok" in told:
            self.acknowledged.append(str(uuid))
        self._push()

    async def _show(self, socket: ClientConnection, chat: int, events: list[Told]) -> None:
        shown = self.seen.setdefault(chat, [])
        for event in events:
            last = shown[-1][self.number] if shown else 0
            if event[self.number] > last + 1:
                self.gaps += 1
                await socket.close()
                return
            if event[self.number] == last + 1:
                shown.append(event)


_running: set[asyncio.Future[None]] = set()


class ReaderClient(Client):
    """A reader with one conversation."""

    def __init__(self, address: str, token: str) -> None:
        super().__init__(address, "/desk/socket")
        self.token = token

    def write(self, text: str) -> str:
        """Say something."""
        return self.say({"do": "send", "text": text})

    async def _hello(self, socket: ClientConnection) -> None:
        shown = self.seen.get(0)
        after = shown[-1]["place"] if shown else 0
        await socket.send(json.dumps({"hello": self.token, "after": after}))


class StaffClient(Client):
    """A professional who looks at some conversations."""

    number = "seq"

    def __init__(self, address: str, session: str, chats: list[int]) -> None:
        super().__init__(address, "/desk/staff/socket", session)
        self.chats = chats

    def write(self, chat: int, text: str) -> str:
        """Say something in a conversation."""
        return self.say({"do": "send", "chat": chat, "text": text})

    async def _hello(self, socket: ClientConnection) -> None:
        await socket.send('{"hello": {}}')
        for chat in self.chats:
            shown = self.seen.get(chat)
            after = shown[-1]["seq"] if shown else 0
            await socket.send(json.dumps({"watch": chat, "after": after}))
