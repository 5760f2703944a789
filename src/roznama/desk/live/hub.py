"""Who is listening to which conversation, and bringing them what is new.

A listener says what it has seen; whatever the table has after that is brought, in order. So a
listener subscribes first and is woken then, and nothing falls between. Wakes carry nothing.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from django.db import DatabaseError

from roznama.desk.chat.showing import erased_of, events_for_readers, events_for_staff
from roznama.desk.live.batches import Batches
from roznama.desk.live.summaries import summaries
from roznama.desk.live.waking import Watch, listen

logger = logging.getLogger(__name__)

Told = dict[str, Any]

READER, STAFF = "reader", "staff"
_MOVES = frozenset(("taken", "transferred", "returned", "closed", "offered", "unoffered"))
"""Kinds of events after which others may look at a conversation."""
_AGAIN_AFTER = 1.0  # seconds, when the database did not answer
_LARGEST = 500  # conversations read at once
_LISTED_AFTER = 0.25  # seconds, in which changes of the lists gather: nobody reads them faster


class Listener(Protocol):
    """An open connection, as the hub sees it."""

    side: str

    def seen(self, conversation: int) -> int:
        """Return the last number that was brought."""

    def bring(self, conversation: int, events: list[Told]) -> None:
        """Take events after that number, in order."""

    def typing(self, conversation: int) -> None:
        """The other side types."""

    def erased(self, conversation: int) -> None:
        """The conversation is not there any more."""

    def promise(self, told: Told | None) -> None:
        """Take how long it may take; None where nothing is promised any more."""


class Desk(Protocol):
    """A professional's connection, which is also told of changes in its teams' queues."""

    def summary(self, told: Told) -> None:
        """Take what the list of conversations shows of one."""

    def people(self, told: list[Told]) -> None:
        """Take who is on duty."""

    def renew(self) -> None:
        """Take the lists anew: something may have been missed."""


class Hub:
    """One for a process; everything but `wake` is called in its event loop."""

    def __init__(self) -> None:
        self._listeners: dict[int, set[Listener]] = defaultdict(set)
        self._desks: set[Desk] = set()
        self._promises: dict[int, Told] = {}
        self._awake: set[int] = set()
        self._task: asyncio.Task[None] | None = None
        self._unlisted: set[int] = set()
        self._listing: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._watch = Watch(self.wake, self.typing_elsewhere, self.wake_all)
        self._unlisten = lambda: None
        self._read = Batches("reading", _read, largest=_LARGEST)
        self._look = Batches("listing", _summaries, largest=_LARGEST)

    def start(self) -> None:
        """Begin to hear of events, in the running loop."""
        self._loop = asyncio.get_running_loop()
        self._unlisten = listen(self.wake)
        self._watch.start()

    def stop(self) -> None:
        """Hear of no more."""
        self._unlisten()
        self._watch.stop()
        self._read.close()
        self._look.close()

    def subscribe(self, conversation: int, listener: Listener) -> None:
        """Bring a listener what is after what it has seen, now and from now on."""
        self._listeners[conversation].add(listener)
        self._wake_here([conversation])

    def unsubscribe(self, conversation: int, listener: Listener) -> None:
        """Bring no more."""
        listeners = self._listeners.get(conversation)
        if listeners is not None:
            listeners.discard(listener)
            if not listeners:
                del self._listeners[conversation]

    def join(self, desk: Desk) -> None:
        """Tell a professional of changes in the queues."""
        self._desks.add(desk)

    def leave(self, desk: Desk) -> None:
        """Tell no more."""
        self._desks.discard(desk)

    def wake(self, conversations: Iterable[int]) -> None:
        """Something has happened in these; from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._happened, list(conversations))

    def wake_all(self) -> None:
        """Something may have been missed; from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._look_again)

    def typing(self, conversation: int, side: str) -> None:
        """Tell the other side that this one types; it is kept nowhere."""
        for listener in self._listeners.get(conversation, ()):
            if listener.side != side:
                listener.typing(conversation)

    def promise_of(self, conversation: int) -> Told | None:
        """Return what was promised last to who waits."""
        return self._promises.get(conversation)

    def promises(self, told: dict[int, Told]) -> None:
        """Tell who waits here how long it may take, where that has changed."""
        before, self._promises = self._promises, told
        for conversation in before.keys() | told.keys():
            now = told.get(conversation)
            if now != before.get(conversation):
                for listener in self._listeners.get(conversation, ()):
                    listener.promise(now)

    def people(self, told: list[Told]) -> None:
        """Tell professionals who is on duty."""
        for desk in tuple(self._desks):
            desk.people(told)

    def typing_elsewhere(self, conversation: int, side: str) -> None:
        """The same, told by another process; from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.typing, conversation, side)

    def _wake_here(self, conversations: Iterable[int]) -> None:
        self._awake.update(one for one in conversations if one in self._listeners)
        if self._awake and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._bring())

    def _happened(self, conversations: Sequence[int]) -> None:
        self._wake_here(conversations)
        if self._desks:
            self._unlisted.update(conversations)
            if self._listing is None or self._listing.done():
                self._listing = asyncio.create_task(self._list())

    def _look_again(self) -> None:
        """Bring what is new everywhere, and show professionals their lists from the beginning."""
        self._wake_here(list(self._listeners))
        for desk in tuple(self._desks):
            desk.renew()

    async def _list(self) -> None:
        """Tell professionals what their lists show now, soon after it has changed."""
        while self._unlisted and self._desks:
            await asyncio.sleep(_LISTED_AFTER)
            ids = [self._unlisted.pop() for _ in range(min(_LARGEST, len(self._unlisted)))]
            try:
                await self._tell_lists(ids)
            except Exception as error:
                logger.debug("listed again: %s", error)
                self._unlisted.update(ids)
                await asyncio.sleep(_AGAIN_AFTER)

    async def _bring(self) -> None:
        while self._awake:
            ids = [self._awake.pop() for _ in range(min(_LARGEST, len(self._awake)))]
            try:
                await self._bring_some(ids)
            except DatabaseError as error:
                logger.debug("read again: %s", error)
                self._awake.update(ids)
                await asyncio.sleep(_AGAIN_AFTER)
            except Exception as error:
                logger.warning("conversations are read one by one: %s", error)
                await self._bring_each(ids)

    async def _bring_each(self, ids: list[int]) -> None:
        """Bring what is new in each; one that cannot be read keeps nobody else waiting."""
        for conversation in ids:
            try:
                await self._bring_some([conversation])
            except DatabaseError:
                self._awake.add(conversation)
            except Exception as error:
                logger.error("conversation %s cannot be read: %s", conversation, error)

    async def _bring_some(self, ids: list[int]) -> None:
        wants = {side: self._wants(ids, side) for side in (READER, STAFF)}
        told, shown, erased = await self._read((wants[READER], wants[STAFF]))
        for side, events in ((READER, told), (STAFF, shown)):
            for conversation, rows in events.items():
                self._hand_out(conversation, side, rows)
        for conversation in erased:
            for listener in tuple(self._listeners.get(conversation, ())):
                listener.erased(conversation)
        # Who may not look at a conversation any more is to know before the next word in it.
        moved = [pk for pk, rows in shown.items() if any(row["kind"] in _MOVES for row in rows)]
        if moved:
            await self._tell_lists(moved)

    async def _tell_lists(self, ids: list[int]) -> None:
        for told in await self._look(ids):
            for desk in tuple(self._desks):
                desk.summary(told)

    def _wants(self, ids: Sequence[int], side: str) -> list[tuple[int, int]]:
        """Return what the listener that is furthest behind has seen, by conversation."""
        wants = []
        for conversation in ids:
            seen = [
                listener.seen(conversation)
                for listener in self._listeners.get(conversation, ())
                if listener.side == side
            ]
            if seen:
                wants.append((conversation, min(seen)))
        return wants

    def _hand_out(self, conversation: int, side: str, rows: list[Told]) -> None:
        number = "place" if side == READER else "seq"
        for listener in tuple(self._listeners.get(conversation, ())):
            if listener.side == side:
                seen = listener.seen(conversation)
                news = [row for row in rows if row[number] > seen]
                # Who subscribed while this was read is further behind, and is brought it all next.
                if news and news[0][number] == seen + 1:
                    listener.bring(conversation, news)


_Wants = Sequence[tuple[int, int]]
_Found = tuple[dict[int, list[Told]], dict[int, list[Told]], list[int]]


def _read(asked: Sequence[tuple[_Wants, _Wants]]) -> list[_Found]:
    return [_read_one(*one) for one in asked]


def _read_one(readers: _Wants, staff: _Wants) -> _Found:
    told = events_for_readers(readers)
    shown = events_for_staff(staff)
    # Woken, and nothing has happened, or without its words: it may be gone.
    doubtful = {pk for pk, _ in [*readers, *staff]} - told.keys() - shown.keys()
    doubtful |= {
        pk
        for found in (told, shown)
        for pk, rows in found.items()
        if any(row["body"] is None for row in rows)
    }
    return told, shown, erased_of(doubtful) if doubtful else []


def _summaries(asked: Sequence[list[int]]) -> list[list[Told]]:
    return [summaries(ids) for ids in asked]
