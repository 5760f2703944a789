"""The short way to a page in memory: it sends what uvicorn's own way sends."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from roznama.press.front.protocol import PressProtocol
from tests.factories import make_story
from tests.integration.press_store import STORIES, Press, path_of

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
DATE = re.compile(rb"date: [^\r]+\r\n")


class Counting:
    """The front, with a count of the requests that came the usual way."""

    def __init__(self, press: Press) -> None:
        self.calls = 0
        self._front = press.front
        self.at_once = press.front.at_once

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.calls += scope["type"] == "http"
        await self._front(scope, receive, send)


@contextmanager
def served(application: Counting, protocol: type[HttpToolsProtocol]) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        config = uvicorn.Config(
            application, http=protocol, lifespan="off", log_level="error", access_log=False,
            proxy_headers=False, server_header=False, timeout_keep_alive=1,
        )  # fmt: skip
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=[[listener]], daemon=True)
        thread.start()
        end = time.monotonic() + 30
        while not server.started:
            assert time.monotonic() < end
            time.sleep(0.01)
        try:
            yield listener.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join(30)


def request(path: str, *lines: str, method: str = "GET", version: str = "1.1") -> bytes:
    return "\r\n".join([f"{method} {path} HTTP/{version}", "Host: x", *lines, "", ""]).encode()


def exchange(port: int, sent: bytes) -> bytes:
    """Send all at once, and a last request that ends the connection; what came back."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall(sent + request("/absent/", "Connection: close"))
        found = b""
        while part := line.recv(65536):
            found += part
    return DATE.sub(b"", found)


@pytest.fixture
def press(tmp_path: Path) -> Press:
    press = Press(tmp_path)
    press.want(path_of(make_story(STORIES[0])), "/dunya/", "/feed.rss")
    return press


BR = "Accept-Encoding: br"
SENT = [
    request("{path}", BR),
    request("{path}", "Accept-Encoding: gzip"),
    request("{path}"),
    request("{path}", BR) * 3,
    request("{path}?utm_source=x", BR),
    request("{path}", BR, method="HEAD") + request("{path}", BR),
    request("{path}", BR, "If-None-Match: *") + request("{path}", BR),
    request("{path}", BR, "Content-Length: 3") + b"abc" + request("{path}", BR),
    request("{path}", "Content-Length: 3", method="POST") + b"abc" + request("{path}", BR),
    request("{path}", BR, "Connection: Upgrade, keep-alive", "Upgrade: h2c"),
    request("/absent/") + request("{path}", BR) * 2,
    request("/dunya/?page=1", BR) + request("/feed.rss", BR),
    request("{path}", BR, version="1.0"),
]


@pytest.mark.parametrize("sent", SENT)
def test_both_ways_send_the_same(press: Press, sent: bytes) -> None:
    story = next(page for page in press.printer.records.paths() if page.count("/") == 3)
    sent = sent.replace(b"{path}", story.encode())
    application = Counting(press)
    with served(application, HttpToolsProtocol) as port:
        exchange(port, sent)  # all of it is in memory now
        usual = exchange(port, sent)
    with served(application, PressProtocol) as port:
        assert exchange(port, sent) == usual
    assert usual.startswith(b"HTTP/1.")


def test_a_page_in_memory_takes_the_short_way_and_counts(press: Press) -> None:
    application = Counting(press)
    sent = request("/dunya/", BR)
    with served(application, PressProtocol) as port:
        exchange(port, sent)
        before = application.calls
        assert b"content-encoding: br" in exchange(port, sent * 5)
    assert application.calls == before + 1  # the one that ends the connection
    assert press.front._hits["/dunya/"] == 6


def test_a_page_printed_anew_is_what_is_sent(press: Press) -> None:
    with served(Counting(press), PressProtocol) as port:
        old = exchange(port, request("/dunya/"))
        exchange(port, request("/dunya/"))
        make_story(STORIES[1])
        press.work()
        new = exchange(port, request("/dunya/"))
        assert STORIES[1].encode() in new
        assert exchange(port, request("/dunya/")) == new != old
