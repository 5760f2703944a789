"""Counts in memory, put into the database every few seconds by a thread of their own."""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable

from django.db import DatabaseError, close_old_connections, connection

from roznama.newsroom.statistics.counting import HOUR, Counts, fold, prune_hours

logger = logging.getLogger(__name__)

EVERY = 5.0
"""Seconds between two batches: what is lost when the process is killed."""

MOST = 50_000
"""Stories and hours in one batch; with the database gone for long, new ones are not counted."""

_PRUNE = 3600.0  # seconds
_PATIENCE = 8.0  # seconds for the last batch when the server stops


class Keeping:
    """Counts reads, and keeps them.

    `count` is for one thread, the server's loop. The thread begins with the first read.
    """

    def __init__(
        self,
        *,
        every: float = EVERY,
        most: int = MOST,
        into: Callable[[Counts], int] = fold,
        prune: Callable[[], int] = prune_hours,
    ) -> None:
        self._every = every
        self._most = most
        self._into = into
        self._prune_old = prune
        self._lock = threading.Lock()
        self._counts: Counter[tuple[int, int]] = Counter()
        self._lost = 0
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._pruned = -_PRUNE

    def count(self, story: int) -> None:
        """Count one read of a story, now."""
        key = (story, int(time.time() // HOUR))
        with self._lock:
            if key in self._counts or len(self._counts) < self._most:
                self._counts[key] += 1
            else:
                self._lost += 1
        if self._thread is None:
            self._begin()

    def stop(self) -> None:
        """Keep what was counted, and end. What cannot be kept then is told in the log."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(_PATIENCE)
            self._thread = None
        with self._lock:
            left = self._counts.total()
        if left:
            logger.error("%s reads of stories were lost: the database did not take them", left)

    def _begin(self) -> None:
        self._stopping.clear()
        self._thread = threading.Thread(target=self._run, name="reads", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            while not self._stopping.wait(self._every):
                self._keep()
            self._keep()
        finally:
            connection.close()

    def _keep(self) -> None:
        with self._lock:
            counts, self._counts = self._counts, Counter()
            lost, self._lost = self._lost, 0
        if lost:
            logger.warning("%s reads of stories were not counted: too many at a time", lost)
        if not counts:
            return
        close_old_connections()
        try:
            self._into(counts)
        except DatabaseError as error:
            logger.warning("reads are kept later: %s", " ".join(str(error).split()))
            self._put_back(counts)
        except Exception:
            # One batch that nobody can keep must not end the counting.
            logger.exception("%s reads of stories were lost", counts.total())
        else:
            self._prune()

    def _put_back(self, counts: Counter[tuple[int, int]]) -> None:
        """Keep for the next batch what the database did not take."""
        with self._lock:
            counts.update(self._counts)
            self._counts = counts

    def _prune(self) -> None:
        if time.monotonic() - self._pruned > _PRUNE:
            self._pruned = time.monotonic()
            try:
                self._prune_old()
            except DatabaseError as error:
                logger.warning("old hours stay: %s", " ".join(str(error).split()))
