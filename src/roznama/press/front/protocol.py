"""uvicorn's protocol with a short way: a page in memory is answered where its request is read.

An ASGI call costs a task, a cycle and a check of every header, several times what nginx takes
for the whole request. Here a plain GET for a page that the front has in memory is written at
once; everything else goes uvicorn's way. Both ways send the same bytes.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

# With one of these a request is more than a plain one.
_MORE = frozenset(
    (b"content-length", b"transfer-encoding", b"expect", b"if-none-match", b"if-modified-since")
)


class _Answered:
    """What stands for uvicorn's cycle when a request was answered at once."""

    response_complete = True
    message_event = asyncio.Event()


_ANSWERED: Any = _Answered()


class PressProtocol(HttpToolsProtocol):
    """For an application that has `at_once`, as the front has."""

    def on_headers_complete(self) -> None:
        """Answer at once, or go the usual way."""
        data = self._at_once()
        if data is None:
            super().on_headers_complete()
            return
        self.transport.write(data)
        self.cycle = _ANSWERED
        self.on_response_complete()

    def _at_once(self) -> bytes | None:
        """Return all that is to be sent, None where the usual way is needed."""
        parser = self.parser
        if (
            parser.get_method() != b"GET"
            or parser.get_http_version() != "1.1"
            or not parser.should_keep_alive()
            or parser.should_upgrade()
            or not self._is_free()
        ):
            return None
        accept = b""
        for name, value in self.headers:
            if name in _MORE:
                return None
            if name == b"accept-encoding":
                accept = value
        at_once = getattr(self.app, "at_once", None)
        form = at_once(self.url, accept) if at_once else None
        if form is None:
            return None
        first = b"".join(b"%b: %b\r\n" % line for line in self.server_state.default_headers)
        return b"".join((form.status_line, first, form.lines, form.body))

    def _is_free(self) -> bool:
        """Whether nothing waits before this request, and the reader takes what is sent."""
        before = self.cycle
        return (
            (before is None or before.response_complete)
            and not self.flow.write_paused
            and self.limit_concurrency is None
        )
