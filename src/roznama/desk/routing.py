"""Which waiting chat is offered to whom: a decision about plain values, without a database.

In the order of the queue (urgent first, then who has waited longest) each chat goes to somebody
of its team who is on duty, was heard from in the last AWAY_AFTER, speaks the reader's language
and has a seat left; an offer takes a seat. Of several: who has not been offered it in this
round, the reader's last professional, who has fewest chats, who has been longest without an
offer. When all have been offered it, they are asked again.

A chat goes back to the queue when its reader waits for a word for longer than the team allows,
and when its professional is gone: silent for OFF_AFTER, or off duty with the console closed.
Somebody who goes off duty and stays at the console finishes their chats.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from roznama.desk.duty import AWAY_AFTER, OFF_AFTER


@dataclass(frozen=True, slots=True)
class WaitingChat:
    """A chat in the queue (`professional` is None), or one that somebody has.

    `since` is since when its reader waits for a word, None where the last word was the
    professional's; `taken` is when the professional got it. `been_offered` are those who were
    offered it in this round.
    """

    pk: int
    team: int
    since: datetime | None
    language: str = "ur"
    urgent: bool = False
    professional: int | None = None
    taken: datetime | None = None
    last_professional: int | None = None
    offered: int | None = None
    offered_at: datetime | None = None
    been_offered: frozenset[int] = frozenset()
    offer_seconds: int = 60
    answer_minutes: int = 10


@dataclass(frozen=True, slots=True)
class Person:
    """A professional: the chats they have (offers are not among them), and when heard from."""

    pk: int
    teams: frozenset[int]
    languages: frozenset[str]
    capacity: int
    chats: int
    on_duty: bool
    heard: datetime | None
    last_offer: datetime | None = None

    def is_there(self, now: datetime) -> bool:
        """Whether they may be offered anything."""
        return self.on_duty and self.heard is not None and now - self.heard <= AWAY_AFTER

    def is_gone(self, now: datetime) -> bool:
        """Whether the chats they have need somebody else."""
        patience = OFF_AFTER if self.on_duty else AWAY_AFTER
        return self.heard is None or now - self.heard > patience


@dataclass(frozen=True, slots=True)
class Offer:
    """A waiting chat is offered to somebody."""

    chat: int
    professional: int


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An offer is taken back."""

    chat: int
    professional: int


@dataclass(frozen=True, slots=True)
class Return:
    """A chat goes back to the queue; `why` is `unanswered` or `off_duty`."""

    chat: int
    professional: int
    why: str


Step = Offer | Withdrawal | Return


def choose(waiting: Iterable[WaitingChat], people: Iterable[Person], now: datetime) -> list[Step]:
    """Return what is to be done now: all returns, then withdrawals, then offers.

    Carried out, and asked again at the same time, there is nothing more to do. Nobody gets an
    offer beyond their capacity, and no chat has two.
    """
    staff = {one.pk: one for one in people}
    chats = list(waiting)
    returns = [step for chat in chats if (step := _return(chat, staff, now))]
    gone = {step.chat for step in returns}
    queue = [
        _returned(chat, now) if chat.pk in gone else chat
        for chat in chats
        if chat.professional is None or chat.pk in gone
    ]
    table = _Table(staff, Counter(step.professional for step in returns), queue, now)
    for chat in sorted(queue, key=_order):
        table.place(chat)
    return [*returns, *table.steps()]


class _Table:
    """Who holds which offer while the queue is gone through."""

    def __init__(
        self,
        staff: dict[int, Person],
        freed: Counter[int],
        queue: Sequence[WaitingChat],
        now: datetime,
    ) -> None:
        self._now = now
        self._there = [one for one in staff.values() if one.is_there(now)]
        self._load = {one.pk: one.chats - freed[one.pk] for one in staff.values()}
        self._latest = {one.pk: one.last_offer for one in staff.values()}
        self._queue = {chat.pk: chat for chat in queue}
        self._before = {chat.pk: chat.offered for chat in queue if chat.offered is not None}
        self._made: dict[int, int] = {}
        """Offers, by chat; of those from before only the ones that still hold."""
        self._new: list[int] = []
        for chat in queue:
            if chat.offered is not None and self._holds(chat, chat.offered):
                self._give(chat.pk, chat.offered)

    def place(self, chat: WaitingChat) -> None:
        """Find somebody for a chat that has no offer."""
        if chat.pk in self._made:
            return
        able = [one for one in self._there if _may_take(one, chat)]
        free = [one for one in able if self._load[one.pk] < one.capacity]
        if not free and chat.urgent:
            free = self._make_room(able)
        others = [one for one in free if one.pk != chat.offered]
        if not others:
            if free:
                self._give(chat.pk, free[0].pk)  # nobody else to ask: the offer stands
            return
        best = min(others, key=lambda one: self._rank(one, chat))
        self._give(chat.pk, best.pk)
        self._latest[best.pk] = self._now
        self._new.append(chat.pk)

    def steps(self) -> list[Step]:
        """Return what changed: withdrawals, then offers in the order of the queue."""
        back = [
            Withdrawal(chat, who)
            for chat, who in self._before.items()
            if chat in self._new or chat not in self._made
        ]
        return [*back, *(Offer(chat, self._made[chat]) for chat in self._new)]

    def _holds(self, chat: WaitingChat, professional: int) -> bool:
        """Whether an offer may still be taken: it is young, and they are there."""
        is_young = chat.offered_at is not None and (
            self._now - chat.offered_at < timedelta(seconds=chat.offer_seconds)
        )
        return is_young and any(
            one.pk == professional and _may_take(one, chat) for one in self._there
        )

    def _make_room(self, able: Sequence[Person]) -> list[Person]:
        """Take the youngest offer of a chat that is not urgent from somebody, for one that is."""
        names = {one.pk: one for one in able if one.capacity >= self._load[one.pk]}
        held = [
            self._queue[chat]
            for chat, who in self._made.items()
            if who in names and not self._queue[chat].urgent
        ]
        if not held:
            return []
        chat = max(held, key=lambda one: (one.offered_at or self._now, one.pk))
        who = self._made.pop(chat.pk)
        self._load[who] -= 1
        return [names[who]]

    def _give(self, chat: int, professional: int) -> None:
        self._made[chat] = professional
        self._load[professional] += 1

    def _rank(self, one: Person, chat: WaitingChat) -> tuple[bool, bool, int, float, int]:
        latest = self._latest[one.pk]
        return (
            one.pk in chat.been_offered,
            one.pk != chat.last_professional,
            self._load[one.pk],
            latest.timestamp() if latest else 0.0,
            one.pk,
        )


def _may_take(one: Person, chat: WaitingChat) -> bool:
    return chat.team in one.teams and (not chat.language or chat.language in one.languages)


def _return(chat: WaitingChat, staff: dict[int, Person], now: datetime) -> Return | None:
    if chat.professional is None:
        return None
    person = staff.get(chat.professional)
    if person is None or person.is_gone(now):
        return Return(chat.pk, chat.professional, "off_duty")
    if chat.since is None:
        return None
    # Who took over a chat that had waited long gets the whole time to answer it.
    begin = max(chat.since, chat.taken or chat.since)
    late = now - begin > timedelta(minutes=chat.answer_minutes)
    return Return(chat.pk, chat.professional, "unanswered") if late else None


def _returned(chat: WaitingChat, now: datetime) -> WaitingChat:
    """Return a chat as it is in the queue again: a new round, in which they had their turn."""
    turn = frozenset(() if chat.professional is None else [chat.professional])
    return replace(
        chat,
        professional=None,
        taken=None,
        last_professional=chat.professional,
        since=chat.since or now,
        been_offered=turn,
        offered=None,
        offered_at=None,
    )


def _order(chat: WaitingChat) -> tuple[bool, float, int]:
    return (not chat.urgent, chat.since.timestamp() if chat.since else 0.0, chat.pk)
