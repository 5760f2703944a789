"""The ASGI application that takes what pages tell of reads, before what is behind it.

It stands behind the proxy's headers, so that an address is a reader's and not nginx's. Whatever
comes is answered with nothing (204): who is not counted does not learn of it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from roznama.press.reads.beacon import LONGEST, PATH, is_reader, story_of
from roznama.press.reads.keeping import Keeping
from roznama.press.reads.limits import Limits

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Any, Any, Any], Awaitable[None]]

_HEADERS = [(b"cache-control", b"no-store"), (b"content-length", b"0")]


class Reads:
    """Counts reads of stories; all else goes to the application behind it.

    `own` is the paper's address.
    """

    def __init__(
        self,
        application: Application,
        own: str,
        keeping: Keeping | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._application = application
        self._own = own
        self.keeping = keeping or Keeping()
        self._limits = limits or Limits()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["path"] != PATH:
            await self._application(scope, receive, send)
        elif scope["method"] != "POST":
            await _answer(send, 405, (b"allow", b"POST"))
        else:
            body = await _body(scope, receive)
            story = story_of(body) if body is not None else None
            if story is not None:
                self._count(scope, story)
            await _answer(send, 400 if story is None else 204)

    def stop(self) -> None:
        """Keep what was counted; the server stops."""
        self.keeping.stop()

    def _count(self, scope: Scope, story: int) -> None:
        client = scope.get("client")
        if is_reader(dict(scope["headers"]), self._own) and self._limits.take(
            client[0] if client else "", story
        ):
            self.keeping.count(story)


async def _body(scope: Scope, receive: Receive) -> bytes | None:
    """Return a request's body, None where it is longer than any that a page sends."""
    for name, value in scope["headers"]:
        if name == b"content-length" and (len(value) > 2 or not value.isdigit()):
            return None
    body = b""
    while len(body) <= LONGEST:
        message = await receive()
        if message["type"] != "http.request":
            return None
        body += message.get("body", b"")
        if not message.get("more_body", False):
            return body
    return None


async def _answer(send: Send, status: int, *headers: tuple[bytes, bytes]) -> None:
    lines = [*_HEADERS, *headers] if status != 204 else [_HEADERS[0]]
    await send({"type": "http.response.start", "status": status, "headers": lines})
    await send({"type": "http.response.body", "body": b""})
