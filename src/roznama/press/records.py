"""The records: what the store knows of each page, in a database file of the node's own.

It is apart from the paper's database on purpose: with that one gone, readers are still served.
Marking pages stale and moving the cursor is one transaction here, so a press that is killed
between two instructions has neither forgotten a change nor to remember one.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from roznama.press.addresses import PagePath, is_deep

FIRST, LISTS, OTHERS, ALL, DEEP = range(1, 6)
"""Ranks of stale pages: the changed story, the lists that show it, other pages that name it,
everything after a change to the frame, and pages deep in a list."""

_FORMAT = "1"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS page (
    path TEXT PRIMARY KEY, status INTEGER NOT NULL DEFAULT 0, headers TEXT NOT NULL DEFAULT '{}',
    location TEXT NOT NULL DEFAULT '', note BLOB, digest TEXT NOT NULL DEFAULT '',
    changed INTEGER NOT NULL DEFAULT 0, good_until REAL, bytes INTEGER NOT NULL DEFAULT 0,
    hits INTEGER NOT NULL DEFAULT 0, version INTEGER NOT NULL DEFAULT 0,
    stale REAL, rank INTEGER NOT NULL DEFAULT 0, mark INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0, retry REAL NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS page_stale ON page (rank, hits DESC, stale) WHERE stale IS NOT NULL;
CREATE INDEX IF NOT EXISTS page_version ON page (version);
CREATE INDEX IF NOT EXISTS page_good_until ON page (good_until) WHERE good_until IS NOT NULL;
CREATE TABLE IF NOT EXISTS page_key (
    key TEXT, path TEXT, PRIMARY KEY (key, path)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS page_key_path ON page_key (path);
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
_RETRY_AFTER = 2.0  # seconds, doubled with every try
_LONGEST_RETRY = 300.0
_LISTS = ("front", "section:")


@dataclass(frozen=True, slots=True)
class Record:
    """A page as it was printed: a page, or the fact that it has moved (301) or gone (410)."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    location: str = ""
    note: bytes = b""
    digest: str = ""
    changed: int = 0
    keys: frozenset[str] = frozenset()
    good_until: float | None = None
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class Stale:
    """A page that waits for the printer."""

    path: PagePath
    mark: int
    tries: int
    was: Record


class Records:
    """The records of one store. A connection is for one thread."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        if read_only:
            self._db = sqlite3.connect(
                f"file:{path}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
            )
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, timeout=20, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.executescript(_SCHEMA)
        self.set_state(format=_FORMAT)

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    def get(self, page: PagePath) -> Record | None:
        """Return a page's record without its keys; None for a page never printed."""
        row = self._row("SELECT * FROM page WHERE path = ? AND status > 0", page)
        return _record(row) if row else None

    def keys(self, page: PagePath) -> frozenset[str]:
        """Return the keys that a page read."""
        rows = self._db.execute("SELECT key FROM page_key WHERE path = ?", [page])
        return frozenset(key for (key,) in rows)

    def known(self, page: PagePath) -> bool:
        """Whether the page was printed or is to be."""
        return self._row("SELECT 1 FROM page WHERE path = ?", page) is not None

    def mark(
        self, keys: Iterable[str], paths: Iterable[PagePath] = (), *, rank: int | None = None
    ) -> None:
        """Mark stale the pages that used one of `keys`, and `paths` themselves, which come first.

        A page that nothing has printed yet is wanted from now on. `rank` takes the place of the
        one that a key gives.
        """
        now = time.time()
        with self.transaction():
            for key in keys:
                used = self._db.execute("SELECT path FROM page_key WHERE key = ?", [key])
                for (path,) in used.fetchall():
                    self._mark(path, _rank(key, path) if rank is None else rank, now)
            for path in paths:
                self._db.execute("INSERT OR IGNORE INTO page (path) VALUES (?)", [path])
                self._mark(path, FIRST if rank is None else rank, now)

    def mark_all(self) -> int:
        """Mark every page stale; return how many were not yet."""
        with self.transaction():
            done = self._db.execute(
                "UPDATE page SET stale = ?, mark = mark + 1, tries = 0, retry = 0,"
                " rank = CASE WHEN rank BETWEEN 1 AND ? AND stale IS NOT NULL THEN rank"
                " WHEN instr(path, '?') THEN ? ELSE ? END WHERE stale IS NULL OR retry > 0",
                [time.time(), ALL, DEEP, ALL],
            )
        return done.rowcount

    def mark_expired(self) -> None:
        """Mark stale what no longer holds because time has passed."""
        now = time.time()
        rows = self._db.execute("SELECT path FROM page WHERE good_until <= ?", [now]).fetchall()
        if rows:
            with self.transaction():
                for (path,) in rows:
                    self._db.execute("UPDATE page SET good_until = NULL WHERE path = ?", [path])
                    self._mark(path, LISTS, now)

    def next_stale(self) -> Stale | None:
        """Return the page to print next, None when all is printed or waits for another try."""
        row = self._row(
            "SELECT * FROM page WHERE stale IS NOT NULL AND retry <= ?"
            " ORDER BY rank, hits DESC, stale LIMIT 1", time.time(),
        )  # fmt: skip
        return Stale(row["path"], row["mark"], row["tries"], _record(row)) if row else None

    def stale(self, page: PagePath) -> Stale:
        """Return a page as one to print, whether it waits for that or not."""
        row = self._row("SELECT * FROM page WHERE path = ?", page)
        if row is None:
            return Stale(page, 0, 0, Record(0))
        return Stale(page, row["mark"], row["tries"], _record(row))

    def printed(self, stale: Stale, record: Record) -> None:
        """Keep the record of a page just printed; it is no longer stale unless marked meanwhile."""
        with self.transaction():
            self._db.execute("INSERT OR IGNORE INTO page (path) VALUES (?)", [stale.path])
            self._db.execute(
                "UPDATE page SET status = ?, headers = ?, location = ?, note = ?, digest = ?,"
                " changed = ?, good_until = ?, bytes = ?, tries = 0, retry = 0,"
                " version = (SELECT coalesce(max(version), 0) + 1 FROM page),"
                " stale = CASE WHEN mark = ? THEN NULL ELSE stale END WHERE path = ?",
                [record.status, json.dumps(dict(record.headers)), record.location, record.note,
                 record.digest, record.changed, record.good_until, record.bytes, stale.mark,
                 stale.path],
            )  # fmt: skip
            self._db.execute("DELETE FROM page_key WHERE path = ?", [stale.path])
            rows = [(key, stale.path) for key in record.keys]
            self._db.executemany("INSERT INTO page_key VALUES (?, ?)", rows)

    def forget(self, stale: Stale) -> None:
        """Drop a page that is not to be printed; whoever holds it in memory learns of it."""
        with self.transaction():
            self._db.execute("DELETE FROM page WHERE path = ? AND status = 0", [stale.path])
            self._db.execute(
                "UPDATE page SET status = 0, stale = NULL, bytes = 0, good_until = NULL,"
                " version = (SELECT coalesce(max(version), 0) + 1 FROM page) WHERE path = ?",
                [stale.path],
            )
            self._db.execute("DELETE FROM page_key WHERE path = ?", [stale.path])

    def failed(self, stale: Stale) -> None:
        """Put a page back that could not be printed; the next try waits longer each time."""
        wait = min(_LONGEST_RETRY, _RETRY_AFTER * 2**stale.tries)
        self._db.execute(
            "UPDATE page SET tries = tries + 1, retry = ? WHERE path = ?",
            [time.time() + wait, stale.path],
        )

    def since(self, version: int) -> list[tuple[PagePath, int]]:
        """Return the pages printed after a version with their own, in order."""
        query = "SELECT path, version FROM page WHERE version > ? ORDER BY version"
        return self._db.execute(query, [version]).fetchall()

    def version(self) -> int:
        """Return the version of the page printed last."""
        return self._number("SELECT coalesce(max(version), 0) FROM page")

    def count_hits(self, hits: Mapping[PagePath, int]) -> None:
        """Add to the pages' hits."""
        with self.transaction():
            rows = [(number, path) for path, number in hits.items()]
            self._db.executemany("UPDATE page SET hits = hits + ? WHERE path = ?", rows)

    def paths(self) -> list[PagePath]:
        """Return all pages that were printed."""
        rows = self._db.execute("SELECT path FROM page WHERE status > 0 ORDER BY path")
        return [path for (path,) in rows]

    def summary(self) -> dict[str, Any]:
        """Return counts: pages, bytes, facts, backlog, retries and the oldest change waiting."""
        row = self._row(
            "SELECT coalesce(sum(status = 200), 0) AS pages, coalesce(sum(bytes), 0) AS bytes,"
            " coalesce(sum(status IN (301, 410)), 0) AS facts,"
            " coalesce(sum(stale IS NOT NULL), 0) AS backlog,"
            " coalesce(sum(tries > 0), 0) AS failing, min(stale) AS oldest,"
            " coalesce(sum(hits), 0) AS hits FROM page"
        )
        return dict(row or {})

    def state(self, name: str) -> str:
        """Return a value kept under a name; empty where there is none."""
        row = self._row("SELECT value FROM state WHERE name = ?", name)
        return str(row["value"]) if row else ""

    def set_state(self, **values: str) -> None:
        """Keep values under names."""
        self._db.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", list(values.items()))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all inside the block or nothing; blocks may be nested."""
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def _mark(self, path: PagePath, rank: int, now: float) -> None:
        self._db.execute(
            "UPDATE page SET rank = CASE WHEN stale IS NULL THEN ? ELSE min(rank, ?) END,"
            " stale = coalesce(stale, ?), mark = mark + 1, tries = 0, retry = 0 WHERE path = ?",
            [rank, rank, now, path],
        )

    def _row(self, query: str, *values: object) -> sqlite3.Row | None:
        cursor = self._db.execute(query, values)
        cursor.row_factory = sqlite3.Row
        row: sqlite3.Row | None = cursor.fetchone()
        return row

    def _number(self, query: str) -> int:
        return int(self._db.execute(query).fetchone()[0])


def _rank(key: str, path: PagePath) -> int:
    if is_deep(path):
        return DEEP
    if key == "site":
        return ALL
    return LISTS if key.startswith(_LISTS) else OTHERS


def _record(row: sqlite3.Row) -> Record:
    return Record(
        status=row["status"],
        headers=json.loads(row["headers"]),
        location=row["location"],
        note=row["note"] or b"",
        digest=row["digest"],
        changed=row["changed"],
        good_until=row["good_until"],
        bytes=row["bytes"],
    )
