"""What PostgreSQL is told about the machine before it plans a search."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.db import DatabaseError, connections
from django.db.backends.signals import connection_created

_CHEAPER = "SET random_page_cost = 1.1"
"""What PostgreSQL's manual names for storage whose random reads cost hardly more than sequential
ones. Its own 4.0 is a spinning disk's: the search index was read from end to end, long texts and
all, where its GIN index answers in a quarter of the time (120,000 stories, 2026-11-27)."""


def connect() -> None:
    """Tell each new connection."""
    connection_created.connect(_tell)


@contextmanager
def by_index(using: str) -> Iterator[None]:
    """Let PostgreSQL search by its indexes while the block lasts.

    It counts the rows of the index's table when it plans, not the long lists beside them. For a
    word that a third of 120,000 stories have it read all of those: a second, where the index takes
    a fifth of it (2026-11-28).
    """
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
    try:
        yield
    finally:
        # A transaction that failed takes it back by itself, and hears nothing more.
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute("RESET enable_seqscan")


def _tell(connection: Any, **kwargs: Any) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(_CHEAPER)
