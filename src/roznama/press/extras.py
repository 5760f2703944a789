"""What the printer does when no page waits: the work that pages asked for (`changes/later.py`)."""

from __future__ import annotations

import logging
import time

from django.db import DatabaseError

from roznama.changes.later import UNFINISHED, Work, waiting
from roznama.press.printer import Printer
from roznama.press.records import OTHERS

logger = logging.getLogger(__name__)

_RETRY = 600.0  # seconds until what failed is tried again
_BATCH = 2.0  # seconds in which finished work is gathered before pages are printed again


class Extras:
    """Does one piece of work at a time, and lets the pages that asked for it be printed again."""

    def __init__(self, printer: Printer) -> None:
        self._printer = printer
        self._done: set[str] = set()
        self._since = 0.0
        self._failed: dict[str, float] = {}
        waiting.is_collecting = True

    def begin(self) -> None:
        """Print again what an earlier process left unfinished."""
        self._printer.records.mark([UNFINISHED], rank=OTHERS)

    def step(self) -> bool:
        """Do one piece of work; whether there was anything to do.

        Raises DatabaseError where the paper's database does not answer; the work waits.
        """
        work = waiting.take()
        if work is not None:
            self._do(work)
        is_due = time.monotonic() - self._since > _BATCH
        if self._done and (work is None or is_due):
            self._tell()
            return True
        if work is None:
            self._try_again()
        return work is not None

    @property
    def trouble(self) -> str:
        """What could not be made, in a line; empty when all could."""
        count = len(self._failed)
        return f"{count} pictures or social cards could not be made" if count else ""

    def _do(self, work: Work) -> None:
        if work.name in self._failed:
            return
        try:
            work.do()
        except DatabaseError:
            waiting.put(work)  # not its fault; the service waits for the database
            raise
        except Exception as error:  # a page goes without it, whatever it was
            words = " ".join(str(error).split()) or type(error).__name__
            logger.error("cannot make %s: %s", work.name, words)
            self._failed[work.name] = time.monotonic()
            return
        if not self._done:
            self._since = time.monotonic()
        self._done.add(work.key)

    def _tell(self) -> None:
        keys, self._done = self._done, set()
        self._printer.records.mark(keys, rank=OTHERS)
        if self._printer.purges:
            self._printer.records.want_purged(keys)

    def _try_again(self) -> None:
        now = time.monotonic()
        is_due = bool(self._failed) and now - min(self._failed.values()) > _RETRY
        if is_due or waiting.has_dropped:
            self._failed.clear()
            waiting.has_dropped = False
            self.begin()
