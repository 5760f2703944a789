"""A stream of events to somebody who does not read it."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from roznama.desk.live import streams
from roznama.desk.live.limits import SOCKETS_OF_ADDRESS, limiter

SCOPE = {
    "type": "http",
    "method": "GET",
    "path": "/desk/api/stream",
    "query_string": b"",
    "headers": [(b"authorization", b"Bearer token")],
    "client": ("203.0.113.7", 1),
}
PATIENCE = 0.05  # seconds


class Desk:
    """A node with one conversation, which nothing happens in."""

    def __init__(self) -> None:
        self.left: list[int] = []
        self.hub = SimpleNamespace(
            promise_of=lambda conversation: None,
            subscribe=lambda conversation, listener: None,
            unsubscribe=lambda conversation, listener: self.left.append(conversation),
        )

    async def find(self, token: str) -> Any:
        return 7, {"language": "ur", "place": 0}


async def silent() -> Any:
    await asyncio.sleep(60)


def answered(desk: Desk, *, takes: int) -> list[Any]:
    """Return what was sent to somebody whose phone takes so many pieces, then none."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        if len(sent) >= takes:
            await asyncio.sleep(60)
        sent.append(message)

    async def go() -> None:
        async with asyncio.timeout(10):
            await streams.stream(desk, dict(SCOPE), silent, send)  # type: ignore[arg-type]

    asyncio.run(go())
    return sent


@pytest.fixture(autouse=True)
def _full_buckets() -> Any:
    limiter.clear()
    yield
    limiter.clear()


def test_who_does_not_read_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "PATIENCE", PATIENCE)
    desk = Desk()
    (start,) = answered(desk, takes=1)
    assert start["status"] == 200
    assert desk.left == [7]


def test_an_address_opens_only_so_many() -> None:
    for _ in range(int(SOCKETS_OF_ADDRESS.burst)):
        limiter.take(SOCKETS_OF_ADDRESS, "socket", "203.0.113.7")
    start, _ = answered(Desk(), takes=9)
    assert start["status"] == 429
