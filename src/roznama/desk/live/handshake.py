"""How a socket is opened: uvicorn's websocket protocol, as long as the handshake lasts.

The handshake is an ASGI call, so that whatever stands before the desk (proxies' addresses, the
press) sees it. The desk accepts it through an extension of the call's scope; the call ends then
and the socket lives without one. An application that knows nothing of that refuses it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import MutableMapping
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from websockets.http11 import Request, Response
from websockets.protocol import SEND_EOF
from websockets.server import ServerProtocol

from roznama.desk.live.pulse import Pulse
from roznama.desk.live.socket import DeskSocket

logger = logging.getLogger(__name__)

EXTENSION = "roznama.desk"
"""Where the scope of a call has its handshake."""


class Handshake(asyncio.Protocol):
    """Give the class to uvicorn as `ws`."""

    def __init__(self, config: Any, server_state: Any, app_state: Any, _loop: Any = None) -> None:
        self._app: Any = config.loaded_app
        self._state: dict[str, Any] = app_state
        self._connections: set[Any] = server_state.connections
        self._transport: Any = None
        self._line = ServerProtocol(logger=logger)
        self._response: Response | None = None
        self._task: asyncio.Task[None] | None = None
        self._is_done = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self._transport = transport
        self._connections.add(self)

    def connection_lost(self, error: Exception | None) -> None:
        """The browser is gone."""
        self._connections.discard(self)
        self._is_done = True

    def shutdown(self) -> None:
        """End, because the server ends (called by uvicorn)."""
        self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)

    def data_received(self, data: bytes) -> None:
        """Take the request; nobody may say more before it is answered."""
        if self._response is not None or self._is_done:
            self._transport.abort()
            return
        self._line.receive_data(data)
        for event in self._line.events_received():
            if isinstance(event, Request):
                self._ask(event)

    def accept(self, pulse: Pulse) -> DeskSocket | None:
        """Open the socket; None where the browser is gone already."""
        if self._is_done or self._response is None or self._transport.is_closing():
            return None
        self._is_done = True
        self._connections.discard(self)
        self._send(self._response)
        return DeskSocket(self._transport, self._connections, pulse)

    def _ask(self, request: Request) -> None:
        self._response = self._line.accept(request)
        if self._response.status_code != HTTPStatus.SWITCHING_PROTOCOLS:
            self._end(self._response)
            return
        self._task = asyncio.create_task(self._call(self._scope(request)))

    async def _call(self, scope: dict[str, Any]) -> None:
        try:
            await self._app(scope, _connect, self._hear)
        except Exception:
            logger.exception("a connection of the desk broke")
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR)
        finally:
            self._refuse(HTTPStatus.FORBIDDEN)

    async def _hear(self, message: MutableMapping[str, Any]) -> None:
        """Take what an application sends: here it can only refuse."""
        self._refuse(HTTPStatus.FORBIDDEN)

    def _refuse(self, status: HTTPStatus) -> None:
        """Refuse the socket, if it is still to be answered."""
        if not self._is_done:
            self._end(self._line.reject(status, ""))

    def _end(self, response: Response) -> None:
        self._is_done = True
        self._send(response)
        self._transport.close()

    def _send(self, response: Response) -> None:
        self._line.send_response(response)
        for data in self._line.data_to_send():
            if data != SEND_EOF:
                self._transport.write(data)

    def _scope(self, request: Request) -> dict[str, Any]:
        path, _, query = request.path.partition("?")
        headers = [
            (name.lower().encode("ascii"), value.encode("latin-1", "replace"))
            for name, value in request.headers.raw_items()
        ]
        is_secure = self._transport.get_extra_info("sslcontext") is not None
        return {
            "type": "websocket",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1",
            "scheme": "wss" if is_secure else "ws",
            "server": self._transport.get_extra_info("sockname"),
            "client": self._transport.get_extra_info("peername"),
            "root_path": "",
            "path": unquote(path),
            "raw_path": path.encode("ascii", "replace"),
            "query_string": query.encode("ascii", "replace"),
            "headers": headers,
            "subprotocols": [],
            "state": self._state.copy(),
            "extensions": {EXTENSION: self},
        }


async def _connect() -> dict[str, str]:
    return {"type": "websocket.connect"}
