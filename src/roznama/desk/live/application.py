"""The desk's ASGI application: sockets, and what stands in for them where they are blocked."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, MutableMapping
from importlib import import_module
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.http import parse_cookie
from django.utils.crypto import constant_time_compare
from django.utils.module_loading import import_string

from roznama.desk.live.connection import AGAIN, NOT_ALLOWED, TOO_MANY, ClosedError
from roznama.desk.live.handshake import EXTENSION, Handshake
from roznama.desk.live.limits import SOCKETS_OF_ADDRESS, limiter
from roznama.desk.live.node import Node
from roznama.desk.live.reader import ReaderConnection
from roznama.desk.live.socket import DeskSocket
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
        handshake: Handshake | None = scope.get("extensions", {}).get(EXTENSION)
        if (
            handshake is None
            or scope["path"] not in (READER_SOCKET, STAFF_SOCKET)
            or not _is_own(scope)
        ):
            await _refuse(receive, send)
        elif socket := handshake.accept(self.node.pulse):
            try:
                await self._serve(scope, socket)
            except ClosedError as closed:
                socket.close(closed.code)
            except Exception:
                logger.exception("a connection of the desk broke")
                socket.close(AGAIN)

    async def _serve(self, scope: Scope, socket: DeskSocket) -> None:
        address = scope["client"][0] if scope.get("client") else ""
        if not limiter.take(SOCKETS_OF_ADDRESS, "socket", address):
            raise ClosedError(TOO_MANY)
        if scope["path"] == READER_SOCKET:
            socket.serve(ReaderConnection(self.node, socket, address))
            return

        def who() -> Person | None:
            return _person(scope)

        person = await self.node.ask(who)
        if person is None:
            raise ClosedError(NOT_ALLOWED)
        socket.serve(StaffConnection(self.node, socket, person, who))


async def _refuse(receive: Receive, send: Send) -> None:
    await receive()  # websocket.connect
    await send({"type": "websocket.close", "code": NOT_ALLOWED})


def _is_own(scope: Scope) -> bool:
    """Whether a page of the paper itself opens the socket: browsers always tell the Origin."""
    origin = header(scope, b"origin")
    own = urlsplit(settings.SITE_URL)
    try:
        asked = urlsplit(origin)
    except ValueError:
        return False
    if asked[:2] == own[:2]:
        return True
    # Under another name of ours, as when it is tried on this machine.
    host = header(scope, b"host")
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
    cookies = parse_cookie(header(scope, b"cookie"))
    session = cookies.get(settings.SESSION_COOKIE_NAME)
    if session is None:
        return None
    store = import_module(settings.SESSION_ENGINE).SessionStore(session)
    user_id, backend = store.get(SESSION_KEY), store.get(BACKEND_SESSION_KEY)
    if user_id is None or backend not in settings.AUTHENTICATION_BACKENDS:
        return None
    user = get_user_model()._default_manager.filter(pk=user_id, is_active=True).first()
    if user is None or not constant_time_compare(
        store.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash()
    ):
        return None
    if not import_string(settings.ROZNAMA_SESSION_GUARD)(store, user):
        return None
    language = cookies.get(settings.LANGUAGE_COOKIE_NAME, "ur")
    return person_of(user, language if language in ("ur", "en") else "ur")
