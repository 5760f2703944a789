"""What a conversation is now: the sum of its events.

`evolve` is the only thing that changes a `Chat`. The same sum is kept in the columns of
`Conversation`, so that the queue can be asked for; a test folds all events and compares.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

Body = dict[str, Any]

BOT, WAITING, ACTIVE, CLOSED, ERASED = "bot", "waiting", "active", "closed", "erased"
OPEN = (BOT, WAITING, ACTIVE)

BY_READER, BY_STAFF, BY_BOT, BY_SYSTEM = "reader", "staff", "bot", "system"

PRIVATE = frozenset(("offered", "unoffered", "note"))
"""Kinds of events that the reader is not told of."""


@dataclass(slots=True)
class NewEvent:
    """Something that is about to have happened; `seq` and `place` are given by `numbered`."""

    kind: str
    author: str
    body: Body
    at: datetime
    uuid: UUID
    professional: int | None = None
    seq: int = 0
    place: int | None = None


@dataclass(slots=True)
class Chat:
    """The sum of a conversation's events. Field names are those of the columns."""

    team: int
    state: str = BOT
    seq: int = 0
    place: int = 0
    urgent: bool = False
    flags: str = ""
    asking: str = ""
    professional: int | None = None
    last_professional: int | None = None
    offered: int | None = None
    offered_at: datetime | None = None
    waiting_since: datetime | None = None
    first_waited: datetime | None = None
    first_answered: datetime | None = None
    last_at: datetime | None = None
    closed_at: datetime | None = None
    reader_read: int = 0
    staff_read: int = 0
    stars: int | None = None
    has_contact: bool = False
    may_publish: bool = False


def numbered(chat: Chat, event: NewEvent) -> NewEvent:
    """Give an event the next number of all, and the reader's next where they may see it."""
    event.seq = chat.seq + 1
    event.place = None if event.kind in PRIVATE else chat.place + 1
    return event


def evolve(chat: Chat, event: NewEvent) -> None:
    """Add an event to the sum."""
    chat.seq = event.seq
    if event.place is not None:
        chat.place = event.place
    change = _CHANGES.get(event.kind)
    if change:
        change(chat, event)


def _message(chat: Chat, event: NewEvent) -> None:
    chat.last_at = event.at
    if event.author == BY_READER:
        if chat.state == ACTIVE and chat.waiting_since is None:
            chat.waiting_since = event.at
        if "answers" in event.body:
            chat.asking = ""
    elif event.author == BY_STAFF:
        chat.waiting_since = None
        chat.first_answered = chat.first_answered or event.at


def _touched(chat: Chat, event: NewEvent) -> None:
    chat.last_at = event.at


def _asked(chat: Chat, event: NewEvent) -> None:
    chat.asking = event.body["key"]


def _queued(chat: Chat, event: NewEvent) -> None:
    chat.state, chat.asking = WAITING, ""
    chat.waiting_since = chat.waiting_since or event.at
    chat.first_waited = chat.first_waited or event.at


def _urgent(chat: Chat, event: NewEvent) -> None:
    chat.urgent = True
    known = chat.flags.split()
    chat.flags = " ".join([*known, *(flag for flag in event.body["flags"] if flag not in known)])


def _urgency(chat: Chat, event: NewEvent) -> None:
    chat.urgent = bool(event.body["on"])


def _offered(chat: Chat, event: NewEvent) -> None:
    chat.offered, chat.offered_at = event.body["to"], event.at


def _unoffered(chat: Chat, event: NewEvent) -> None:
    chat.offered = chat.offered_at = None


def _taken(chat: Chat, event: NewEvent) -> None:
    _hand_to(chat, event.professional)


def _transferred(chat: Chat, event: NewEvent) -> None:
    if "team" in event.body:
        _leave(chat)
        chat.team, chat.last_professional = event.body["team"], None
        _queued(chat, event)
    else:
        _hand_to(chat, event.body["to"])


def _returned(chat: Chat, event: NewEvent) -> None:
    _leave(chat)
    _queued(chat, event)


def _closed(chat: Chat, event: NewEvent) -> None:
    _leave(chat)
    chat.state, chat.closed_at, chat.last_at = CLOSED, event.at, event.at
    chat.waiting_since, chat.asking = None, ""


def _reopened(chat: Chat, event: NewEvent) -> None:
    chat.closed_at = None
    _queued(chat, event)


def _read(chat: Chat, event: NewEvent) -> None:
    if event.author == BY_READER:
        chat.reader_read = event.body["up_to"]
    else:
        chat.staff_read = event.body["up_to"]


def _contact(chat: Chat, event: NewEvent) -> None:
    chat.has_contact = True


def _rated(chat: Chat, event: NewEvent) -> None:
    chat.stars = event.body["stars"]


def _story(chat: Chat, event: NewEvent) -> None:
    chat.may_publish = bool(event.body["yes"])


def _hand_to(chat: Chat, professional: int | None) -> None:
    _leave(chat)
    chat.state, chat.professional, chat.asking = ACTIVE, professional, ""


def _leave(chat: Chat) -> None:
    """Let nobody have the conversation, and remember who had it."""
    chat.last_professional = chat.professional or chat.last_professional
    chat.professional = chat.offered = chat.offered_at = None


_CHANGES: dict[str, Callable[[Chat, NewEvent], None]] = {
    "opened": _touched,
    "message": _message,
    "edited": _touched,
    "deleted": _touched,
    "asked": _asked,
    "queued": _queued,
    "urgent": _urgent,
    "urgency": _urgency,
    "offered": _offered,
    "unoffered": _unoffered,
    "taken": _taken,
    "transferred": _transferred,
    "returned": _returned,
    "closed": _closed,
    "reopened": _reopened,
    "read": _read,
    "contact": _contact,
    "rated": _rated,
    "story": _story,
}
