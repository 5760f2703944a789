"""A press to try: its store in a folder, its printer, and a front before an empty application."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from wagtail.models import Page

from roznama.archive.following import Follower
from roznama.newsroom.models import ArticlePage
from roznama.press.front.application import Front
from roznama.press.printer import Printer

STORIES = ["سیلاب کے بعد بحالی کا کام", "کراچی میں نئی ٹرین", "کرکٹ ٹیم کا اعلان"]


class Press:
    """A store in a folder, with its printer and a front before an application that says no."""

    def __init__(self, folder: Path, archive: Follower | None = None) -> None:
        self.folder = folder
        self.printer = Printer(folder, archive=archive)
        self.printer.follow()
        self.front = Front(_nothing, folder)
        self.front._asking.ask = self._ask  # type: ignore[method-assign]

    async def _ask(self, page: str) -> bool:
        return False

    def want(self, *pages: str) -> None:
        for page in pages:
            self.printer.print_now(page)

    def work(self) -> list[str]:
        """Follow the log and print all that is stale; the pages in their order."""
        self.printer.follow()
        done = []
        while (stale := self.printer.print_next()) is not None:
            done.append(stale.path)
        self.front.refresh()
        return done

    def get(
        self, path: str, method: str = "GET", query: str = "", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        return asyncio.run(_request(self.front, path, method, query, headers))

    def text(self, path: str) -> str:
        status, _, body = self.get(path)
        assert status == 200, path
        return body.decode()


async def _nothing(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 599, "headers": []})
    await send({"type": "http.response.body", "body": b""})


async def _request(
    application: Any, path: str, method: str, query: str, headers: dict[str, str]
) -> tuple[int, dict[str, str], bytes]:
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    lines = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http", "method": method, "path": path, "query_string": query.encode(),
        "headers": lines,
    }  # fmt: skip
    await application(scope, None, send)
    found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], found, b"".join(message["body"] for message in sent[1:])


def path_of(story: Page) -> str:
    assert story.url
    return story.url


def rename(story: ArticlePage, headline: str) -> None:
    story.title = headline
    story.save_revision().publish()
