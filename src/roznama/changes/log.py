"""Writing the log, and following it without missing a row.

A row's id is given when it is written, not when it is committed: on PostgreSQL a row can become
visible after one with a higher id. So a cursor is not a last id there. It holds a horizon, the
oldest transaction that may still be open, and the ids already seen from that one on; every row
of the horizon or later that has not been seen is new. Nothing waits for a long transaction.
SQLite has one writer at a time, so there ids come in the order of commits.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import timedelta

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from roznama.changes.models import Change

KEPT = timedelta(days=30)
"""How long rows are kept. Who has been away for longer starts again from zero."""

CHANNEL = "roznama_changes"
"""What PostgreSQL notifies when a row is committed."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far someone has followed the log; plain numbers, to be kept wherever they like."""

    horizon: int
    seen: tuple[int, ...] = ()
    time: float = field(default_factory=time.time)

    def kept(self) -> str:
        """Return the cursor as text, to be kept."""
        return json.dumps(asdict(self))

    @staticmethod
    def of(kept: str) -> Cursor:
        """Return the cursor that was kept.

        Raises:
            LostError: none was, or not by this program.

        """
        try:
            fields = json.loads(kept)
            return Cursor(fields["horizon"], tuple(fields["seen"]), fields["time"])
        except (ValueError, KeyError, TypeError):
            raise LostError("no cursor was kept") from None


@dataclass(frozen=True, slots=True)
class News:
    """The rows since a cursor in the order of their ids, and the cursor behind them."""

    changes: list[Change]
    cursor: Cursor


class LostError(Exception):
    """The cursor belongs to another database or to rows long gone: start again from zero."""


def record(keys: Iterable[str], paths: Iterable[str] = ()) -> None:
    """Write that what `keys` name has changed, in the transaction of the change itself.

    Outside a transaction the row is committed at once.
    """
    row = Change(keys=sorted(set(keys)), paths=list(dict.fromkeys(paths)))
    with transaction.atomic():
        if _is_postgres():
            row.transaction = _number("SELECT pg_current_xact_id()::text::bigint")
            with connection.cursor() as cursor:
                cursor.execute(f"NOTIFY {CHANNEL}")
        row.save(force_insert=True)


def end() -> Cursor:
    """Return the cursor behind all that is visible now."""
    if not _is_postgres():
        return Cursor(_highest())
    horizon = _horizon()
    rows = Change.objects.filter(transaction__gte=horizon)
    return Cursor(horizon, tuple(sorted(rows.values_list("pk", flat=True))))


def news(cursor: Cursor) -> News:
    """Return the rows that `cursor` has not seen.

    Raises:
        LostError: rows may be gone that it has not seen.

    """
    if time.time() - cursor.time > KEPT.total_seconds():
        raise LostError("the log has been pruned since")
    return _news_by_transaction(cursor) if _is_postgres() else _news_by_id(cursor)


def latest() -> int | None:
    """Return the id of the newest row: as long as it stays, there is no news.

    None on PostgreSQL, where a row can become visible after one with a higher id.
    """
    return None if _is_postgres() else _highest()


def prune() -> int:
    """Delete rows older than KEPT; return how many."""
    return Change.objects.filter(time__lt=timezone.now() - KEPT).delete()[0]


def _news_by_transaction(cursor: Cursor) -> News:
    # The horizon first: what is older has ended before the rows are read.
    horizon = _horizon()
    if horizon < cursor.horizon:
        raise LostError("the database's transactions are younger than the cursor")
    rows = Change.objects.filter(transaction__gte=cursor.horizon).order_by("pk")
    found = list(rows.exclude(pk__in=cursor.seen) if cursor.seen else rows)
    open_rows = Change.objects.filter(transaction__gte=horizon, pk__in=cursor.seen)
    seen = {*open_rows.values_list("pk", flat=True)} if cursor.seen else set()
    seen |= {row.pk for row in found if row.transaction >= horizon}
    return News(found, Cursor(horizon, tuple(sorted(seen))))


def _news_by_id(cursor: Cursor) -> News:
    found = list(Change.objects.filter(pk__gt=cursor.horizon).order_by("pk"))
    if not found and _highest() < cursor.horizon and not _has_pruned_all(cursor):
        raise LostError("the database's log ends before the cursor")
    return News(found, Cursor(found[-1].pk if found else cursor.horizon))


def _has_pruned_all(cursor: Cursor) -> bool:
    """Whether the log is shorter than the cursor because old rows were deleted, not replaced."""
    with connection.cursor() as query:
        table = Change._meta.db_table
        query.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        row = query.fetchone()
    return row is not None and row[0] >= cursor.horizon


def _highest() -> int:
    return Change.objects.aggregate(highest=Max("pk"))["highest"] or 0


def _horizon() -> int:
    return _number("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")


def _number(query: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return int(cursor.fetchone()[0])


def _is_postgres() -> bool:
    return connection.vendor == "postgresql"
