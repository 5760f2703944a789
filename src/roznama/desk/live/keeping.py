"""What the desk does by itself, every second: offers, returns, promises, who is on duty."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.db import close_old_connections, connection, transaction
from django.utils import timezone

from roznama.desk import duty
from roznama.desk.chat import commands as c
from roznama.desk.chat.engine import Op, execute
from roznama.desk.gathering import gather
from roznama.desk.live.hub import Hub
from roznama.desk.live.summaries import colleagues
from roznama.desk.live.waking import listen
from roznama.desk.models import Conversation, Team
from roznama.desk.outlook import outlooks
from roznama.desk.promise import Promise
from roznama.desk.retention import close_idle, tidy
from roznama.desk.routing import Offer, Return, Step, choose

logger = logging.getLogger(__name__)

Told = dict[str, Any]

_EVERY = 1.0  # seconds between rounds of routing
_LOOK_EVERY = 5.0  # seconds between looks at promises and people without anything new
_TIDY_EVERY = 3600.0  # seconds between rounds of retention
_LOCK = 0x726F7A6E  # the name of the database's lock: one process routes


def route() -> int:
    """Do one round of offers and returns; return how many steps it took.

    On PostgreSQL one process does it at a time, others do nothing then.
    """
    with transaction.atomic():
        if not _may_route():
            return 0
        duty.enforce(timezone.now())
        steps = choose(*gather(timezone.now()), timezone.now())
        execute([_op(step) for step in steps])
        return len(steps)


def _may_route() -> bool:
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        return bool(cursor.fetchone()[0])


def _op(step: Step) -> Op:
    command: c.Command
    if isinstance(step, Offer):
        command = c.Offer(step.professional)
    elif isinstance(step, Return):
        command = c.Return(step.why, step.professional)
    else:
        command = c.Withdraw(step.professional)
    return Op(step.chat, c.System(), command, uuid4())


def promises() -> dict[int, Told]:
    """Return what everybody who waits is promised now, by conversation; first ones are kept."""
    waiting = Conversation.objects.filter(state="waiting").values("team")
    teams = Team.objects.filter(pk__in=waiting)
    found = {
        conversation: promise
        for team in outlooks(teams, timezone.now()).values()
        for conversation, promise in team.waiting().items()
    }
    _keep(found)
    return {conversation: promise.as_dict() for conversation, promise in found.items()}


def _keep(found: dict[int, Promise]) -> None:
    """Write down what each was promised first; the board tells how often it was kept."""
    new = Conversation.objects.filter(pk__in=list(found), promised__isnull=True)
    by_minutes: dict[int, list[int]] = defaultdict(list)
    for conversation in new.values_list("pk", flat=True):
        if minutes := found[conversation].high_minutes:
            by_minutes[minutes].append(conversation)
    for minutes, conversations in by_minutes.items():
        Conversation.objects.filter(pk__in=conversations).update(promised=minutes)


class Keeper:
    """A thread of the server's process."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._ending = threading.Event()
        self._news = threading.Event()
        self._heard: set[int] = set()
        self._people: list[Told] = []
        self._looked = 0.0
        self._tidied = time.monotonic()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._unlisten = lambda: None

    def start(self) -> None:
        """Begin, in the running loop."""
        self._loop = asyncio.get_running_loop()
        self._unlisten = listen(self._woken)
        threading.Thread(target=self._run, name="desk-keeper", daemon=True).start()

    def stop(self) -> None:
        """End within a second or so."""
        self._unlisten()
        self._ending.set()

    def hear(self, professional: int) -> None:
        """Somebody's console was heard from; written with the next round."""
        self._heard.add(professional)

    def look(self) -> None:
        """Look at promises and people again with the next round."""
        self._news.set()

    def _woken(self, conversations: Sequence[int]) -> None:
        self._news.set()

    def _run(self) -> None:
        while not self._ending.wait(_EVERY):
            try:
                close_old_connections()
                self._round()
            except Exception as error:
                logger.warning("the desk's round failed: %s", " ".join(str(error).split()))
                connection.close()
        connection.close()

    def _round(self) -> None:
        heard, self._heard = self._heard, set()
        if heard:
            duty.hear(heard, timezone.now())
        has_news = self._news.is_set()
        if has_news or time.monotonic() - self._looked > _LOOK_EVERY:
            self._news.clear()
            route()
            self._looked = time.monotonic()
            self._tell(self._hub.promises, promises())
            self._tell_people()

        if time.monotonic() - self._tidied > _TIDY_EVERY:
            self._tidied = time.monotonic()
            close_idle(timezone.now())
            tidy(timezone.now())

    def _tell_people(self) -> None:
        now = colleagues()
        if now != self._people:
            self._people = now
            self._tell(self._hub.people, now)

    def _tell(self, function: Any, told: Any) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(function, told)
