"""The ASGI application in front of Django."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import time
from collections import Counter
from collections.abc import Awaitable, Callable, MutableMapping
from functools import partial
from pathlib import Path
from sys import intern
from typing import Any

from roznama.press.addresses import PagePath, page_path
from roznama.press.files import ENCODINGS, Files
from roznama.press.front.answers import Answer, Form
from roznama.press.front.asking import Asking
from roznama.press.front.folders import Folder
from roznama.press.front.live import LIVE, LiveFiles
from roznama.press.front.memory import Memory
from roznama.press.front.negotiation import is_unchanged, preferred
from roznama.press.health import health
from roznama.press.records import Records

logger = logging.getLogger(__name__)

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Any, Any, Any], Awaitable[None]]

_MEGABYTE = 1_000_000
_POLL = 0.05  # seconds until a page that was printed anew is noticed
_COUNT_EVERY = 10.0  # seconds
_ABSENT_FOR = 5.0  # seconds in which a page that is not there is not asked for again
_MOST_ABSENT = 10_000
_LONGEST_KEYS = 8_000  # bytes; CDNs take 16 KB of keys at most
HEALTH = "/live/health.json"
CACHING = {
    200: "public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400",
    301: "public, max-age=60, s-maxage=300, stale-if-error=86400",
    410: "public, max-age=0, s-maxage=60, stale-if-error=86400",
}
"""Cache-Control by status: caches outside keep a page for a minute, and longer in trouble."""


class Front:
    """Serves printed pages and files; what it does not have, the application behind it answers.

    `ended` is called when the server stops.
    """

    def __init__(
        self,
        application: Application,
        folder: Path,
        folders: tuple[Folder, ...] = (),
        *,
        memory: int = 40 * _MEGABYTE,
        ended: Callable[[], None] | None = None,
    ) -> None:
        self._application = application
        self._ended = ended
        self._folder = folder
        self._folders = folders
        self._files = Files(folder / "pages")
        self._asking = Asking(folder)
        self._pages = Memory(memory)
        self._other = Memory(memory // 3)
        self._records: Records | None = None
        self._version = -1
        self._live_files = LiveFiles(folder / "live")
        self._hits: Counter[PagePath] = Counter()
        self._missed = 0
        self._absent: dict[PagePath, float] = {}
        self._tasks: list[asyncio.Task[None]] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            answer = await self._find(scope)
            forms = len(answer.forms) if answer else 0
            if answer is None or not await _send(answer, scope, send):
                await self._application(scope, receive, send)
            elif len(answer.forms) != forms:
                self._pages.count_again(answer)
        else:
            await self._application(scope, receive, send)

    def at_once(self, url: bytes, accept: bytes) -> Form | None:
        """Return what answers a plain GET, if it is in memory; for `protocol`.

        `url` is as it was sent: a page's address, or one that is asked for in the usual way.
        """
        page = url.decode("latin-1")
        answer = self._pages.get(page)
        form = answer.forms.get(preferred(accept)[0]) if answer else None
        if form is not None:
            self._hits[page] += 1
        return form

    async def _find(self, scope: Scope) -> Answer | None:
        path: str = scope["path"]
        query: bytes = scope["query_string"]
        page = path if not query else page_path(path, query.decode("latin-1")) or ""
        answer = self._pages.get(page)
        if answer is not None:
            self._hits[page] += 1
            return answer
        if path.startswith(LIVE):
            return self._health() if path == HEALTH else self._live_files.answer(path)
        for folder in self._folders:
            if path.startswith(folder.prefix):
                return self._file(folder, path)
        return await self._printed(page_path(page) if not query else page or None)

    async def _printed(self, page: PagePath | None) -> Answer | None:
        if page is None:
            return None
        answer = self._stored(page)
        if answer is not None:
            self._hits[page] += 1
            return answer
        self._missed += 1
        if self._absent.get(page, 0.0) > time.monotonic():
            return None
        if await self._asking.ask(page):
            return self._stored(page, damaged=True)
        self._remember_absent(page)
        return self._stored(page, damaged=True)

    def _stored(self, page: PagePath, *, damaged: bool = False) -> Answer | None:
        """Take a page from the store into memory.

        A page with a damaged form is none, so that it is printed anew; with `damaged` its
        other forms will do.
        """
        records = self._open()
        if records is None:
            return None
        try:
            record = records.get(page)
            keys = records.keys(page) if record else frozenset()
        except sqlite3.Error as error:
            logger.error("the press's records do not answer: %s", error)
            return None
        if record is None:
            return None
        named = " ".join(sorted(keys))
        if len(named) > _LONGEST_KEYS:
            named = named[:_LONGEST_KEYS].rpartition(" ")[0]
        headers = {
            # Most are the same on every page; each value takes memory once.
            **{intern(name): intern(value) for name, value in record.headers.items()},
            "Cache-Control": CACHING[record.status],
            "Surrogate-Key": named,
            "Cache-Tag": named.replace(" ", ","),
        }
        if record.status == 200:
            if not damaged and not self._files.are_whole(page, record.sizes):
                return None
            load = partial(self._files.read_whole, page, sizes=record.sizes)
            answer = Answer(200, headers, record.digest, record.changed, load, page)
            if answer.form(tuple(ENCODINGS)) is None:
                return None
        else:
            if record.location:
                headers["Location"] = record.location
            note = record.note
            answer = Answer(
                record.status, headers, "", 0,
                lambda name: note if name == "identity" else None, page,
            )  # fmt: skip
        self._pages.keep(page, answer)
        return answer

    def _file(self, folder: Folder, path: str) -> Answer | None:
        answer = self._other.get(path)
        if answer is not None and not folder.still_has(path, answer.changed):
            self._other.drop(path)
            answer = None
        if answer is None:
            answer = folder.answer(path)
            if answer is not None:
                answer.form(("br", "identity"))
                self._other.keep(path, answer)
        return answer

    def _health(self) -> Answer:
        body = json.dumps(health(self._folder)).encode()
        headers = {"Content-Type": "application/json", "Cache-Control": "no-store"}
        return Answer(200, headers, "", 0, lambda name: body if name == "identity" else None)

    def _remember_absent(self, page: PagePath) -> None:
        if len(self._absent) >= _MOST_ABSENT:
            self._absent.clear()
        self._absent[page] = time.monotonic() + _ABSENT_FOR

    def _open(self) -> Records | None:
        if self._records is None:
            try:
                self._records = Records(self._folder / "records.sqlite3", mode="ro")
                if self._version < 0:
                    self._version = self._records.version()
            except sqlite3.Error:
                self._records = None
        return self._records

    def refresh(self) -> None:
        """Forget the pages that were printed anew since last time."""
        records = self._open()
        if records is None:
            return
        try:
            if records.are_replaced():
                self._close(records)
                return
            for page, version in records.since(self._version):
                self._pages.drop(page)
                self._absent.pop(page, None)
                self._version = version
        except sqlite3.Error as error:
            logger.error("the press's records do not answer: %s", error)
            self._close(records)

    def _close(self, records: Records) -> None:
        """Let go of records; in new ones all versions count from the beginning."""
        records.close()
        self._records = None
        self._version = 0

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                self._tasks = [
                    asyncio.ensure_future(self._watch()),
                    asyncio.ensure_future(self._count()),
                ]
                await send({"type": "lifespan.startup.complete"})
            else:
                for task in self._tasks:
                    task.cancel()
                if self._ended is not None:
                    self._ended()
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _watch(self) -> None:
        while True:
            self.refresh()
            await asyncio.sleep(_POLL)

    async def _count(self) -> None:
        """Tell the records now and then how often pages were asked for: busy ones come first."""
        while True:
            await asyncio.sleep(_COUNT_EVERY)
            hits, self._hits = self._hits, Counter()
            missed, self._missed = self._missed, 0
            if hits or missed:
                await asyncio.to_thread(_keep_hits, self._folder, hits, missed)


def _keep_hits(folder: Path, hits: Counter[PagePath], missed: int) -> None:
    try:
        records = Records(folder / "records.sqlite3", mode="rw")
        records.count(hits, missed)
        records.close()
    except (sqlite3.Error, OSError) as error:
        logger.warning("hits were not counted: %s", error)


async def _send(answer: Answer, scope: Scope, send: Send) -> bool:
    """Send an answer in the form that the client prefers; False if its bytes are gone."""
    headers = dict(scope["headers"])
    form = answer.form(preferred(headers.get(b"accept-encoding", b"")))
    if form is None:
        return False
    if form.etag and is_unchanged(headers, form.etag, answer.changed):
        kept = [line for line in form.headers if not line[0].startswith(b"content-")]
        await send({"type": "http.response.start", "status": 304, "headers": kept})
        await send({"type": "http.response.body", "body": b""})
        return True
    await send({"type": "http.response.start", "status": answer.status, "headers": form.headers})
    body = form.body if scope["method"] == "GET" else b""
    await send({"type": "http.response.body", "body": body})
    return True
