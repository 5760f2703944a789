"""Telling that something has happened in a conversation; what it was is read from the table.

In this process by a call, between processes through PostgreSQL's NOTIFY. On SQLite a process
looks for events of others (`Watch`).
"""

from __future__ import annotations

import logging
import os
import secrets
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress

from django.db import DatabaseError, close_old_connections, connection
from django.db.models import Max

from roznama.desk.models import Event

logger = logging.getLogger(__name__)

CHANNEL = "roznama_desk"
TYPING = "t"
_MANY = 500  # ids of one notice; PostgreSQL takes 8,000 bytes
_AGAIN_AFTER = 1.0  # seconds
_LONGEST_WAIT = 5.0  # seconds without a word, then the connection is seen to be alive
_POLL = 0.5  # seconds between looks for what other processes wrote into SQLite
_ME = f"{os.getpid()}-{secrets.token_hex(4)}"

Wake = Callable[[list[int]], None]
Typing = Callable[[int, str], None]

_listeners: list[Wake] = []


def wake(conversations: Iterable[int]) -> None:
    """Tell this process's open connections; call it when the change is committed."""
    ids = list(conversations)
    if ids:
        for listener in tuple(_listeners):
            listener(ids)


def listen(listener: Wake) -> Callable[[], None]:
    """Call `listener` for each wake of this process, from any thread; returns what ends that."""
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def tell_others(conversations: Iterable[int]) -> None:
    """Tell other processes, in the transaction of the change, so that they hear of it after it."""
    ids = list(conversations)
    if ids and connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for start in range(0, len(ids), _MANY):
                words = " ".join([_ME, *map(str, ids[start : start + _MANY])])
                cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, words])


def tell_typing(conversation: int, side: str) -> None:
    """Tell other processes that somebody types."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_notify(%s, %s)", [CHANNEL, f"{_ME} {TYPING} {conversation} {side}"]
            )


class Watch:
    """Hears what other processes tell, in a thread of its own.

    `lost` is called when something may have been missed: everybody is to look then.
    """

    def __init__(self, woken: Wake, typing: Typing, lost: Callable[[], None]) -> None:
        self._woken, self._typing, self._lost = woken, typing, lost
        self._ending = threading.Event()

    def start(self) -> None:
        """Begin."""
        follow = self._listen if connection.vendor == "postgresql" else self._poll
        threading.Thread(target=self._keep, args=[follow], daemon=True).start()

    def stop(self) -> None:
        """End within some seconds."""
        self._ending.set()

    def _keep(self, follow: Callable[[], None]) -> None:
        while not self._ending.is_set():
            try:
                follow()
            except Exception as error:
                logger.debug("not told of the desk's events: %s", error)
            self._ending.wait(_AGAIN_AFTER)

    def _listen(self) -> None:
        own = connection.copy()
        try:
            own.ensure_connection()
            line = own.connection
            line.execute(f"LISTEN {CHANNEL}")
            self._lost()
            while not self._ending.is_set():
                heard = list(line.notifies(timeout=_LONGEST_WAIT, stop_after=1))
                for notice in heard:
                    self._hear(notice.payload)
                if not heard:
                    line.execute("SELECT 1")
        finally:
            with suppress(DatabaseError):
                own.close()

    def _hear(self, payload: str) -> None:
        who, *words = payload.split()
        if who == _ME or not words:
            return
        if words[0] == TYPING:
            self._typing(int(words[1]), words[2])
        else:
            self._woken([int(word) for word in words])

    def _poll(self) -> None:
        """Look for new events; those of this process are among them and cost one look more."""
        last = self._last()
        self._lost()
        while not self._ending.wait(_POLL):
            close_old_connections()
            rows = Event.objects.filter(pk__gt=last).order_by("pk")
            news = list(rows.values_list("pk", "conversation")[:_MANY])
            if news:
                last = news[-1][0]
                self._woken(sorted({conversation for _, conversation in news}))

    def _last(self) -> int:
        return Event.objects.aggregate(last=Max("pk"))["last"] or 0
