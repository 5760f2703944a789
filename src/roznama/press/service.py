"""The printer as a process of its own: it never takes a reader's milliseconds."""

from __future__ import annotations

import fcntl
import json
import logging
import math
import os
import queue
import socketserver
import sqlite3
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection
from django.template.loader import get_template

from roznama import __version__
from roznama.archive.following import Follower
from roznama.changes import log
from roznama.newsroom.timing.clock import Clock
from roznama.press.addresses import PagePath, page_path
from roznama.press.caches import outside_cache
from roznama.press.database import is_damage
from roznama.press.extras import Extras
from roznama.press.health import BEAT, health
from roznama.press.live import Live
from roznama.press.memory import settle
from roznama.press.printer import Printer
from roznama.press.purging import Purger
from roznama.press.waking import Waking
from roznama.press.wire import socket_path

logger = logging.getLogger(__name__)

_POLL = 0.05  # seconds between looks into the change log
_POLL_WHEN_TOLD = 1.0  # seconds, where the database tells of changes
_BEAT = 5.0  # seconds between signs of life
_PRUNE = 86_400.0  # seconds
_AFTER_TROUBLE = 1.0  # seconds
_LONGEST_WAIT = 10.0  # seconds that someone who asks may wait
_NICE = 5  # readers come first on a busy machine


class BusyError(Exception):
    """Another printer has this store."""


@dataclass(slots=True)
class _Request:
    page: PagePath
    done: threading.Event = field(default_factory=threading.Event)
    printed: bool = False


def lock(folder: Path) -> IO[str]:
    """Take a store for one printer; it is let go when the file is closed or the process ends.

    Raises:
        BusyError: another process has it.

    """
    folder.mkdir(parents=True, exist_ok=True)
    file = (folder / "lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise BusyError(f"another printer works on {folder}") from None
    return file


def edition() -> str:
    """Return a mark of all that is on pages besides their content: templates, styles, address."""
    mark = blake2b(f"{__version__} {settings.SITE_URL}".encode(), digest_size=10)
    files = sorted((Path(__file__).parents[1] / "paper" / "templates").rglob("*.*"))
    parts = [_file_of(name) for name in settings.ROZNAMA_READER_PARTS]
    for path in [*files, *parts, settings.STATIC_ROOT / "staticfiles.json"]:
        if path.is_file():
            mark.update(path.read_bytes())
    return mark.hexdigest()


def _file_of(template: str) -> Path:
    found: Any = get_template(template)
    return Path(found.origin.name)


class Service:
    """Follows the log, prints what is stale, and prints at once what a reader waits for."""

    def __init__(self, folder: Path) -> None:
        """Take a store.

        Raises:
            BusyError: another printer has it.
            CacheError: the setting ROZNAMA_CACHE names no cache.

        """
        self._folder = folder
        self._lock = lock(folder)
        self._archive = Follower(settings.ARCHIVE_ROOT)
        self._printer = Printer(folder, archive=self._archive)
        self._asked: queue.Queue[_Request | None] = queue.Queue()
        self._waking = Waking(lambda: self._asked.put(None))
        self._extras = Extras(self._printer)
        self._clock = Clock()
        self._live = Live(folder)
        cache = outside_cache(settings.OUTSIDE_CACHE, settings.OUTSIDE_CACHE_TOKEN)
        self._purger = Purger(folder, cache) if cache else None
        self._printer.purges = hasattr(cache, "purge_tags")
        self._stopping = threading.Event()
        self._trouble = ""
        self._looked = self._beaten = self._pruned = -math.inf

    def stop(self) -> None:
        """Let `run` end after the page in hand."""
        self._stopping.set()

    def run(self) -> None:
        """Print until stopped."""
        with suppress(OSError):
            os.nice(_NICE)
        server = _listen(self._folder, self._asked)
        self._waking.start()
        self._clock.start()
        if self._purger:
            self._purger.start()
        try:
            self._begin(check=True)
            settle()
            while not self._stopping.is_set():
                try:
                    self._step()
                except (DatabaseError, sqlite3.Error, OSError) as error:
                    self._stumble(error)
        finally:
            self._clock.stop()
            self._waking.stop()
            if self._purger:
                self._purger.stop()
            self._archive.close()
            server.shutdown()
            server.server_close()
            self._lock.close()

    def _begin(self, *, check: bool) -> None:
        self._printer.reopen(check=check)
        self._printer.begin(edition())
        self._extras.begin()

    def _step(self) -> None:
        self._beat()
        self._answer(wait=False)
        now = time.monotonic()
        if now - self._looked >= self._poll:
            self._looked = now
            close_old_connections()
            changes = self._printer.follow()
            self._printer.records.mark_expired()
            self._live.keep(self._printer.records, changed=changes > 0)
            self._trouble = (
                self._printer.archive_trouble or self._extras.trouble or self._clock.trouble
            )
        stale = self._printer.print_next()
        if stale is None and not self._extras.step():
            self._answer(wait=True)

    def _answer(self, *, wait: bool) -> None:
        """Print what was asked for; `wait` for that a moment when there is nothing else to do."""
        with suppress(queue.Empty):
            request = self._asked.get(timeout=self._poll) if wait else self._asked.get_nowait()
            if request is None:
                self._looked = -math.inf
                return
            try:
                request.printed = self._printer.print_now(request.page)
            finally:
                request.done.set()

    @property
    def _poll(self) -> float:
        return _POLL_WHEN_TOLD if self._waking.is_told else _POLL

    def _stumble(self, error: Exception) -> None:
        words = " ".join(str(error).split())
        if self._trouble != words:
            logger.error("the printer stumbled: %s", words)
        self._trouble = words or type(error).__name__
        with suppress(Exception):
            connection.close()
        with suppress(sqlite3.Error, OSError):
            if is_damage(error):
                self._begin(check=True)
            self._beat(at_once=True)
        self._stopping.wait(_AFTER_TROUBLE)

    def _beat(self, *, at_once: bool = False) -> None:
        now = time.monotonic()
        if not at_once and now - self._beaten < _BEAT:
            return
        self._beaten = now
        if self._printer.records.are_replaced():
            self._begin(check=False)
        words = {"time": time.time(), "trouble": self._trouble, "process": os.getpid()}
        self._printer.records.set_state(**{BEAT: json.dumps(words)})
        if now - self._pruned > _PRUNE and not self._trouble:
            self._pruned = now
            log.prune()


class _Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True
    asked: queue.Queue[_Request | None]


class _Handler(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        words = self.rfile.readline(1000).decode("utf-8", "replace").strip()
        path, _, query = words.partition("?")
        page = page_path(path, query)
        if page is None:
            self.wfile.write(b"no\n")
            return
        request = _Request(page)
        self.server.asked.put(request)
        done = request.done.wait(_LONGEST_WAIT) and request.printed
        with suppress(OSError):
            self.wfile.write(b"printed\n" if done else b"no\n")


def _listen(folder: Path, asked: queue.Queue[_Request | None]) -> _Server:
    path = Path(socket_path(folder))
    path.unlink(missing_ok=True)
    mask = os.umask(0o077)
    try:
        server = _Server(str(path), _Handler)
    finally:
        os.umask(mask)
    server.asked = asked
    threading.Thread(target=server.serve_forever, args=[0.2], daemon=True).start()
    return server


def print_until_done(printer: Printer) -> tuple[int, int]:
    """Print all that is stale now; return how many pages were printed and how many failed."""
    done = failed = 0
    while (stale := printer.records.next_stale()) is not None:
        if printer.print(stale):
            done += 1
        elif printer.records.known(stale.path):
            failed += 1
    return done, failed


def is_running(folder: Path) -> bool:
    """Whether a printer works on a store now."""
    try:
        lock(folder).close()
    except BusyError:
        return True
    return False


def status(folder: Path) -> dict[str, Any]:
    """Return the store's health, with whether a printer is running."""
    return {**health(folder), "running": is_running(folder)}
