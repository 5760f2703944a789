"""Being told of changes: PostgreSQL says when a change is committed; SQLite has to be asked."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress

from django.db import DatabaseError, connection

from roznama.changes.log import CHANNEL

logger = logging.getLogger(__name__)

_AGAIN_AFTER = 1.0  # seconds
_LONGEST_WAIT = 5.0  # seconds without a word, then the connection is seen to be alive


class Waking:
    """Calls `wake` after each commit of a change, from a thread with a connection of its own."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._ending = threading.Event()
        self._listening = threading.Event()

    def start(self) -> None:
        """Start to listen, where the database can tell anything."""
        if connection.vendor == "postgresql":
            threading.Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        """End within some seconds."""
        self._ending.set()

    @property
    def is_told(self) -> bool:
        """Whether changes are told now; otherwise the log has to be looked at often."""
        return self._listening.is_set()

    def _run(self) -> None:
        while not self._ending.is_set():
            try:
                self._listen()
            except Exception as error:
                logger.debug("not told of changes: %s", error)
            self._listening.clear()
            self._ending.wait(_AGAIN_AFTER)

    def _listen(self) -> None:
        own = connection.copy()
        try:
            own.ensure_connection()
            line = own.connection
            line.execute(f"LISTEN {CHANNEL}")
            self._listening.set()
            self._wake()  # for what was committed before anybody listened
            while not self._ending.is_set():
                told = False
                for _ in line.notifies(timeout=_LONGEST_WAIT, stop_after=1):
                    told = True
                if told:
                    self._wake()
                else:
                    line.execute("SELECT 1")
        finally:
            with suppress(DatabaseError):
                own.close()
