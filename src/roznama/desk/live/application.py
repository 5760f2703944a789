"""The desk's ASGI application: sockets, and what stands in for them where they are blocked."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import SimpleCookie
from importlib import import_module
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.utils.crypto import constant_time_compare

from roznama.desk.chat.commands import RefusalError
from roznama.desk.live.connection import (
    AGAIN,
    BAD,
    NOT_ALLOWED,
    TOO_BIG,
    TOO_MANY,
    ClosedError,
    Outbox,
)
from roznama.desk.live.limits import SOCKETS_OF_ADDRESS, limiter
from roznama.desk.live.node import Node
from roznama.desk.live.parsing import LARGEST_FRAME, frame
from roznama.desk.live.reader import ReaderConnection
from roznama.desk.live.staff import Person, StaffConnection, person_of
from roznama.desk.live.streams import poll, stream

logger = logging.getLogger(__name__)

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Any, Any, Any], Awaitable[None]]

READER_SOCKET = "/desk/socket"
STAFF_SOCKET = "/desk/staff/socket"
EVENTS = "/desk/api/events"
STREAM = "/desk/api/stream"
_HELLO_WITHIN = 10.0  # seconds
_STAFF_LOOKED_AT = 60.0  # seconds between looks whether somebody may still be here


class DeskApplication:
    """Takes the desk's sockets and streams; all else goes to the application behind it."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._node: Node | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take one connection or request."""
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http" and scope["path"] in (EVENTS, STREAM):
            answer = poll if scope["path"] == EVENTS else stream
            await answer(self.node, scope, receive, send)
        else:
            await self._application(scope, receive, send)

    @property
    def node(self) -> Node:
        """Return what connections share; begun with the first of them."""
        if self._node is None:
            self._node = Node()
            self._node.start()
        return self._node

    def stop(self) -> None:
        """End all."""
        if self._node is not None:
            self._node.stop()
            self._node = None

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        await receive()  # websocket.connect
        address = scope["client"][0] if scope.get("client") else ""
        if scope["path"] not in (READER_SOCKET, STAFF_SOCKET) or not _is_own(scope):
            await send({"type": "websocket.close", "code": NOT_ALLOWED})
            return
        await send({"type": "websocket.accept"})
        outbox = Outbox(lambda text: send({"type": "websocket.send", "text": text}), _closer(send))
        connection: ReaderConnection | StaffConnection | None = None
        try:
            if not limiter.take(SOCKETS_OF_ADDRESS, "socket", address):
                raise ClosedError(TOO_MANY)
            if scope["path"] == READER_SOCKET:
                connection = ReaderConnection(self.node, outbox, address)
                await _serve_reader(connection, receive)
            else:
                connection = await self._staff(scope, outbox)
                await _serve_staff(connection, receive)
        except ClosedError as closed:
            await _close(send, closed.code)
        except Exception:
            logger.exception("a connection of the desk broke")
            await _close(send, AGAIN)
        finally:
            if connection is not None:
                connection.close()

    async def _staff(self, scope: Scope, outbox: Outbox) -> StaffConnection:
        def who() -> Person | None:
            return _person(scope)

        person = await self.node.ask(who)
        if person is None:
            raise ClosedError(NOT_ALLOWED)
        return StaffConnection(self.node, outbox, person, who)


async def _serve_reader(connection: ReaderConnection, receive: Receive) -> None:
    async with asyncio.timeout(_HELLO_WITHIN):
        first = await _next(receive)
    while first is not None:
        await connection.take(first)
        first = await _next(receive)


async def _serve_staff(connection: StaffConnection, receive: Receive) -> None:
    loop = asyncio.get_running_loop()
    looked = loop.time()
    while (asked := await _next(receive)) is not None:
        if loop.time() - looked > _STAFF_LOOKED_AT:
            looked = loop.time()
            if not await connection.refresh():
                raise ClosedError(NOT_ALLOWED)
        await connection.take(asked)


async def _next(receive: Receive) -> dict[str, Any] | None:
    """Return the next frame, None where the connection is gone.

    Raises:
        ClosedError: what came is no frame.

    """
    message = await receive()
    if message["type"] == "websocket.disconnect":
        return None
    text = message.get("text")
    if text is None:
        raise ClosedError(BAD)
    if len(text) > LARGEST_FRAME:
        raise ClosedError(TOO_BIG)
    try:
        return frame(text)
    except RefusalError:
        raise ClosedError(BAD) from None


def _closer(send: Send) -> Callable[[int], None]:
    def close(code: int) -> None:
        task = asyncio.ensure_future(_close(send, code))
        _closing.add(task)
        task.add_done_callback(_closing.discard)

    return close


_closing: set[asyncio.Future[None]] = set()


async def _close(send: Send, code: int) -> None:
    try:
        await send({"type": "websocket.close", "code": code})
    except Exception as error:
        logger.debug("was closed already: %s", error)


def _is_own(scope: Scope) -> bool:
    """Whether a page of the paper itself opens the socket: browsers always tell the Origin."""
    origin = header(scope, b"origin")
    own = urlsplit(settings.SITE_URL)
    if urlsplit(origin)[:2] == own[:2]:
        return True
    # Under another name of ours, as when it is tried on this machine.
    host = header(scope, b"host")
    asked = urlsplit(origin)
    name = (asked.hostname or "").lower()
    return bool(origin) and asked.netloc == host and name in settings.ALLOWED_HOSTS


def header(scope: Scope, name: bytes) -> str:
    """Return a header of a request, empty where it is not sent."""
    for key, value in scope["headers"]:
        if key == name:
            return str(value.decode("latin-1"))
    return ""


def parameter(scope: Scope, name: str) -> str:
    """Return a parameter of an address, empty where it is not given."""
    return parse_qs(scope["query_string"].decode("latin-1")).get(name, [""])[0]


def _person(scope: Scope) -> Person | None:
    """Return the professional whose session the request carries, as Django would find it."""
    cookies = SimpleCookie(header(scope, b"cookie"))
    morsel = cookies.get(settings.SESSION_COOKIE_NAME)
    if morsel is None:
        return None
    store = import_module(settings.SESSION_ENGINE).SessionStore(morsel.value)
    user_id, backend = store.get(SESSION_KEY), store.get(BACKEND_SESSION_KEY)
    if user_id is None or backend not in settings.AUTHENTICATION_BACKENDS:
        return None
    user = get_user_model()._default_manager.filter(pk=user_id, is_active=True).first()
    if user is None or not constant_time_compare(
        store.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash()
    ):
        return None
    language = (
        cookies[settings.LANGUAGE_COOKIE_NAME].value
        if (settings.LANGUAGE_COOKIE_NAME in cookies)
        else "ur"
    )
    return person_of(user, language if language in ("ur", "en") else "ur")
