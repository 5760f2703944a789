"""Conversations and events between memory and the tables, in whole batches.

Written by hand because every message passes here: one statement for a batch costs what the ORM
takes for a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Field

from roznama.desk.chat.state import Chat, NewEvent
from roznama.desk.models import Conversation, Event

_CONVERSATIONS = Conversation._meta.db_table
_EVENTS = Event._meta.db_table
_EVENT_FIELDS = (
    "conversation", "uuid", "seq", "place", "kind", "author", "professional", "at", "body",
)  # fmt: skip
_SUM = tuple(field.name for field in fields(Chat))
_TIMES = frozenset(
    name for name in _SUM if name.endswith(("_at", "_since", "_waited", "_answered"))
)
_AT_ONCE = 100  # rows of one statement
_FLAGS = frozenset(("urgent", "has_contact", "may_publish"))


@dataclass(slots=True)
class Row:
    """A conversation as it stands in the table, locked."""

    pk: int
    public: UUID
    key: bytes | None
    language: str
    province: str
    chat: Chat
    kept: tuple[Any, ...] = ()
    """The sum as it stands in the table."""


@dataclass(slots=True)
class KeptEvent:
    """An event as it stands in the table; `body` is sealed."""

    conversation: int
    uuid: UUID
    seq: int
    place: int | None
    kind: str
    author: str
    professional: int | None
    at: datetime
    body: bytes | None
    key: bytes | None
    """The conversation's key, wrapped."""


def lock(ids: Iterable[int]) -> dict[int, Row]:
    """Return conversations by id, locked until the transaction ends, always in the same order."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    columns = ", ".join(_column(Conversation, name) for name in _SUM)
    # SQLite has one writer at a time: the transaction itself is the lock.
    lock = " FOR UPDATE" if connection.features.has_select_for_update else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, public, key, language, province, {columns} FROM {_CONVERSATIONS}"  # noqa: S608
            f" WHERE id IN ({_marks(len(wanted))}) ORDER BY id{lock}",
            wanted,
        )
        return {row[0]: _row(row) for row in cursor.fetchall()}


def _row(row: Sequence[Any]) -> Row:
    kept = tuple([_read(name, value) for name, value in zip(_SUM, row[5:], strict=True)])
    return Row(row[0], uuid_of(row[1]), _bytes(row[2]), row[3], row[4], Chat(*kept), kept)


def _read(name: str, value: Any) -> Any:
    if name in _TIMES:
        return moment(value)
    return bool(value) if name in _FLAGS else value


def save_sums(rows: Iterable[Row]) -> None:
    """Write what has changed in the sums of conversations into their columns."""
    # Most of a batch are messages, which change the same few columns.
    alike: dict[tuple[int, ...], list[list[Any]]] = {}
    write = [_writer(Conversation, name) for name in _SUM]
    for row in rows:
        now = [getattr(row.chat, name) for name in _SUM]
        changed = tuple([n for n, value in enumerate(now) if value != row.kept[n]])
        values = [row.pk, *(write[n](now[n]) for n in changed)]
        alike.setdefault(changed, []).append(values)
    with connection.cursor() as cursor:
        for changed, rows_alike in alike.items():
            for start in range(0, len(rows_alike) if changed else 0, _AT_ONCE):
                _update(cursor, changed, rows_alike[start : start + _AT_ONCE])


def _update(cursor: Any, changed: Sequence[int], rows: Sequence[list[Any]]) -> None:
    """Write the same columns of several conversations; a row of values begins with its id."""
    # Both databases name the columns of VALUES column1, column2 and so on.
    columns = ", ".join(
        f"{_column(Conversation, _SUM[n])} = v.column{place}" for place, n in enumerate(changed, 2)
    )
    first = f"(%s, {', '.join(_typed(_SUM[n]) for n in changed)})"
    marks = ", ".join([first, *[f"({_marks(1 + len(changed))})"] * (len(rows) - 1)])
    cursor.execute(
        f"UPDATE {_CONVERSATIONS} SET {columns}"  # noqa: S608
        f" FROM (VALUES {marks}) AS v WHERE {_CONVERSATIONS}.id = v.column1",
        [value for row in rows for value in row],
    )


def _typed(name: str) -> str:
    """Return the mark of a column's value; PostgreSQL takes a column of NULLs for text."""
    if connection.vendor != "postgresql":
        return "%s"
    kind = _field(Conversation, name).db_type(connection) or "text"
    # A cast to a bounded text would cut what is too long, where the column refuses it.
    return f"CAST(%s AS {'text' if kind.startswith('varchar') else kind})"


def insert_events(events: Sequence[tuple[int, NewEvent, bytes]]) -> None:
    """Write events with their conversation's id and their sealed bodies."""
    columns = ", ".join(_column(Event, name) for name in _EVENT_FIELDS)
    write = [_writer(Event, name) for name in _EVENT_FIELDS]
    marks = f"({_marks(len(_EVENT_FIELDS))})"
    with connection.cursor() as cursor:
        for start in range(0, len(events), _AT_ONCE):
            some = events[start : start + _AT_ONCE]
            values = [
                to(value)
                for pk, e, body in some
                for to, value in zip(
                    write,
                    (pk, e.uuid, e.seq, e.place, e.kind, e.author, e.professional, e.at, body),
                    strict=True,
                )
            ]
            rows = ", ".join([marks] * len(some))
            cursor.execute(f"INSERT INTO {_EVENTS} ({columns}) VALUES {rows}", values)  # noqa: S608


def known_events(uuids: Sequence[UUID], ids: Sequence[int]) -> dict[tuple[int, UUID], KeptEvent]:
    """Return those events of conversations whose UUIDs are given, by conversation and UUID."""
    if not uuids:
        return {}
    write = _writer(Event, "uuid")
    found = _events(
        f"WHERE conversation_id IN ({_marks(len(ids))}) AND uuid IN ({_marks(len(uuids))})",
        [*ids, *(write(uuid) for uuid in uuids)],
    )
    return {(event.conversation, event.uuid): event for event in found}


def events_after(wants: Sequence[tuple[int, int]], *, by: str) -> list[KeptEvent]:
    """Return the events of each conversation after a number, in order.

    `wants` are pairs of conversation and number; `by` is the number meant: `seq`, or `place`,
    which leaves out what the reader may not see.
    """
    if not wants:
        return []
    pairs = ", ".join(["(%s, %s)"] * len(wants))
    return _events(
        f"JOIN wanted ON e.conversation_id = wanted.conversation AND e.{by} > wanted.after"
        " ORDER BY e.conversation_id, e.seq",
        [number for pair in wants for number in pair],
        before=f"WITH wanted(conversation, after) AS (VALUES {pairs}) ",
    )


def _events(rest: str, values: Sequence[Any], before: str = "") -> list[KeptEvent]:
    columns = ", ".join(f"e.{_column(Event, name)}" for name in _EVENT_FIELDS)
    with connection.cursor() as cursor:
        cursor.execute(
            f"{before}SELECT {columns}, c.key FROM {_EVENTS} e"  # noqa: S608
            f" JOIN {_CONVERSATIONS} c ON c.id = e.conversation_id {rest}",
            values,
        )
        return [
            KeptEvent(
                pk,
                uuid_of(uuid),
                seq,
                place,
                kind,
                author,
                by,
                moment(at),
                _bytes(body),
                _bytes(key),
            )
            for pk, uuid, seq, place, kind, author, by, at, body, key in cursor.fetchall()
        ]


def _bytes(value: Any) -> bytes | None:
    return None if value is None else bytes(value)


def moment(value: Any) -> Any:
    """Return a time as the driver gave it as one that knows its zone; SQLite's does not."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.replace(tzinfo=UTC)
    return value


def uuid_of(value: Any) -> UUID:
    """Return a UUID as the driver gave it as one; SQLite's has text."""
    return value if isinstance(value, UUID) else UUID(value)


def _marks(count: int) -> str:
    return ", ".join(["%s"] * count)


@cache
def _field(model: type[Conversation] | type[Event], name: str) -> Field[Any, Any]:
    return model._meta.get_field(name)  # type: ignore[return-value]


def _column(model: type[Conversation] | type[Event], name: str) -> str:
    return str(_field(model, name).column)


def _writer(model: type[Conversation] | type[Event], name: str) -> Any:
    """Return what turns a value into what the driver takes; PostgreSQL's takes all as it is."""
    if connection.vendor == "postgresql":
        return _as_it_is
    field = _field(model, name)
    if field.remote_field or field.get_internal_type() == "PositiveIntegerField":
        return _as_it_is
    return lambda value: field.get_db_prep_save(value, connection)


def _as_it_is(value: Any) -> Any:
    return value
