"""The clock: a thread that does what falls due, at the minute.

It sleeps until the next time that is planned, and looks a second later at the latest for what
was planned meanwhile. What fell due while no clock ran is done with the first look. Nothing is
kept in memory between two looks, so a clock set back or forward only means another look.
"""

from __future__ import annotations

import logging
import math
import threading
import time
from contextlib import suppress
from datetime import datetime

from django.db import close_old_connections, connection

from roznama.newsroom.drafts.pruning import prune
from roznama.newsroom.models import Overdue
from roznama.newsroom.timing.doing import do_due
from roznama.newsroom.timing.due import clock_time, next_due

logger = logging.getLogger(__name__)

_LONGEST_SLEEP = 1.0  # seconds
_PRUNE = 3600.0  # seconds
_PRUNED = 100  # autosaves at most, so that nothing due waits for them
_AFTER_TROUBLE = 1.0  # seconds
_PATIENCE = 10.0  # seconds for the story in hand


class Clock:
    """Runs until stopped, beside whatever else its process does."""

    def __init__(self) -> None:
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="clock", daemon=True)
        self._pruned = -math.inf
        self.trouble = ""
        """Why it does not keep time; empty when it does."""

    def start(self) -> None:
        """Begin to keep time."""
        self._thread.start()

    def stop(self) -> None:
        """End after the story in hand."""
        self._ending.set()
        self._thread.join(_PATIENCE)

    def _run(self) -> None:
        while not self._ending.is_set():
            try:
                close_old_connections()
                sleep = self._look()
            except Exception as error:
                sleep = self._stumble(error)
            self._ending.wait(sleep)
        connection.close()

    def _look(self) -> float:
        """Do what is due; return how long to sleep, in seconds."""
        now = clock_time()
        do_due(now)
        self._prune(now)
        late = Overdue.objects.count()
        self.trouble = f"{late} stories could not go out or come down in time" if late else ""
        coming = next_due(now)
        left = (coming - clock_time()).total_seconds() if coming else _LONGEST_SLEEP
        return min(max(left, 0.0), _LONGEST_SLEEP)

    def _prune(self, now: datetime) -> None:
        """Let old autosaves go, once an hour."""
        if time.monotonic() - self._pruned > _PRUNE:
            prune(now, most=_PRUNED)
            self._pruned = time.monotonic()

    def _stumble(self, error: Exception) -> float:
        words = " ".join(str(error).split()) or type(error).__name__
        if self.trouble != words:
            logger.error("the clock stumbled: %s", words)
        self.trouble = words
        with suppress(Exception):
            connection.close()
        return _AFTER_TROUBLE
