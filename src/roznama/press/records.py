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
from roznama.press.database import is_whole, open_database
from roznama.press.heat import heated

FIRST, LISTS, OTHERS, ALL, DEEP = range(1, 6)
"""Ranks of stale pages: the changed story, the lists that show it, other pages that name it,
everything after a change to the frame, and pages deep in a list."""

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
    sizes: Mapping[str, int] = field(default_factory=dict)
    """The bytes of each form; a file of another length is not the one that was written."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A page that waits for the printer."""

    path: PagePath
    mark: int
    tries: int
    was: Record
    rank: int = 0


class Records:
    """The records of one store. A connection is for one thread."""

    def __init__(self, path: Path, *, mode: str = "rwc") -> None:
        self._path = path
        self._db = open_database(path, mode=mode)
        self._file = _file_of(path)

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    def are_replaced(self) -> bool:
        """Whether the file at this path is not, or no longer, the one that is open."""
        return _file_of(self._path) != self._file

    def are_whole(self) -> bool:
        """Whether all of the file can be read. A second for 100,000 pages."""
        return is_whole(self._db)

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

    def withdraw(self, key: str) -> list[PagePath]:
        """Mark the printed pages that used `key` as ones that may not be handed out; return them.

        Whoever holds one in memory learns of it. Their files are the caller's to remove: then
        they are printed anew when the next reader asks, or before.
        """
        used = (
            "SELECT path FROM page JOIN page_key USING (path) WHERE page_key.key = ?"
            " AND page.status = 200"
        )
        with self.transaction():
            paths = [path for (path,) in self._db.execute(used, [key])]
            version, now = self.version() + 1, time.time()
            for path in paths:
                self._db.execute("UPDATE page SET version = ? WHERE path = ?", [version, path])
                self._mark(path, FIRST, now)
        return paths

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
        now = time.time()
        # A retry that is further off than any wait was set before the clock went back.
        row = self._row(
            "SELECT * FROM page WHERE stale IS NOT NULL AND retry NOT BETWEEN ? AND ?"
            " ORDER BY rank, heat DESC, stale LIMIT 1", now, now + _LONGEST_RETRY,
        )  # fmt: skip
        return _stale(row) if row else None

    def stale(self, page: PagePath) -> Stale:
        """Return a page as one to print, whether it waits for that or not."""
        row = self._row("SELECT * FROM page WHERE path = ?", page)
        if row is None:
            return Stale(page, 0, 0, Record(0))
        return _stale(row)

    def printed(self, stale: Stale, record: Record) -> None:
        """Keep the record of a page just printed; it is no longer stale unless marked meanwhile."""
        with self.transaction():
            self._db.execute("INSERT OR IGNORE INTO page (path) VALUES (?)", [stale.path])
            version = self.version() + 1
            self._db.execute(
                "UPDATE page SET status = ?, headers = ?, location = ?, note = ?, digest = ?,"
                " changed = ?, good_until = ?, sizes = ?, bytes = ?, tries = 0, retry = 0,"
                " version = ?, renewed = CASE WHEN ? THEN ? ELSE renewed END,"
                " stale = CASE WHEN mark = ? THEN NULL ELSE stale END WHERE path = ?",
                [record.status, json.dumps(dict(record.headers)), record.location, record.note,
                 record.digest, record.changed, record.good_until, json.dumps(dict(record.sizes)),
                 sum(record.sizes.values()), version, _differs(stale.was, record), version,
                 stale.mark, stale.path],
            )  # fmt: skip
            self._db.execute("DELETE FROM page_key WHERE path = ?", [stale.path])
            rows = [(key, stale.path) for key in record.keys]
            self._db.executemany("INSERT INTO page_key VALUES (?, ?)", rows)

    def forget(self, stale: Stale) -> None:
        """Drop a page that is not to be printed; whoever holds it in memory learns of it."""
        with self.transaction():
            version = self.version() + 1
            self._db.execute("DELETE FROM page WHERE path = ? AND status = 0", [stale.path])
            self._db.execute(
                "UPDATE page SET status = 0, stale = NULL, bytes = 0, good_until = NULL,"
                " version = ?, renewed = ? WHERE path = ?",
                [version, version, stale.path],
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

    def renewed(self, version: int, most: int) -> list[tuple[PagePath, int]]:
        """Return up to `most` pages that read differently since a version, each with its own."""
        query = "SELECT path, renewed FROM page WHERE renewed > ? ORDER BY renewed LIMIT ?"
        return self._db.execute(query, [version, most]).fetchall()

    def want_purged(self, keys: Iterable[str]) -> None:
        """Keep keys whose pages outside caches should drop as soon as all are printed anew."""
        rows = [(key,) for key in keys]
        self._db.executemany("INSERT OR IGNORE INTO purge VALUES (?)", rows)

    def purgeable(self, most: int) -> list[str]:
        """Return up to `most` keys to be purged of which no page waits for the printer."""
        query = (
            "SELECT key FROM purge WHERE NOT EXISTS (SELECT 1 FROM page_key JOIN page USING (path)"
            " WHERE page_key.key = purge.key AND page.stale IS NOT NULL) LIMIT ?"
        )
        return [key for (key,) in self._db.execute(query, [most])]

    def purged(self, keys: Iterable[str]) -> None:
        """Drop keys that were purged."""
        self._db.executemany("DELETE FROM purge WHERE key = ?", [(key,) for key in keys])

    def adopt(self, pages: Iterable[PagePath]) -> int:
        """Want pages that have files but no record printed anew; return how many."""
        with self.transaction():
            rows = [(page, time.time(), DEEP if is_deep(page) else ALL) for page in pages]
            done = self._db.executemany(
                "INSERT OR IGNORE INTO page (path, stale, rank) VALUES (?, ?, ?)", rows
            )
        return done.rowcount

    def count(self, hits: Mapping[PagePath, int], missed: int) -> None:
        """Add what was served from the store, by page, and what was not in it when asked for."""
        now, served = time.time(), sum(hits.values())
        with self.transaction():
            known = {path: self._heat(path) for path in hits}
            rows = [(heated(known[path], number, now), path) for path, number in hits.items()]
            self._db.executemany("UPDATE page SET heat = ? WHERE path = ?", rows)
            self._db.execute(
                "INSERT INTO traffic VALUES (date('now'), ?, ?) ON CONFLICT (day)"
                " DO UPDATE SET served = served + ?, missed = missed + ?",
                [served, missed, served, missed],
            )
            self._db.execute("DELETE FROM traffic WHERE day < date('now', '-7 days')")

    def busiest(self, most: int) -> list[PagePath]:
        """Return the pages that are asked for most these days."""
        rows = self._db.execute(
            "SELECT path FROM page WHERE heat > 0 AND status = 200 ORDER BY heat DESC LIMIT ?",
            [most],
        )
        return [path for (path,) in rows]

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
            " coalesce(sum(tries > 0), 0) AS failing, min(stale) AS oldest FROM page"
        )
        asked = self._row("SELECT sum(served) AS served, sum(missed) AS missed FROM traffic")
        return {**dict(row or {}), **dict(asked or {})}

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

    def _heat(self, page: PagePath) -> float:
        row = self._row("SELECT heat FROM page WHERE path = ?", page)
        return float(row["heat"]) if row else 0.0

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


def _stale(row: sqlite3.Row) -> Stale:
    return Stale(row["path"], row["mark"], row["tries"], _record(row), row["rank"])


def _record(row: sqlite3.Row) -> Record:
    return Record(
        status=row["status"],
        headers=json.loads(row["headers"]),
        location=row["location"],
        note=row["note"] or b"",
        digest=row["digest"],
        changed=row["changed"],
        good_until=row["good_until"],
        sizes=json.loads(row["sizes"]),
    )


def _differs(was: Record, record: Record) -> bool:
    """Whether a cache outside may hold something else; what was never printed nobody holds."""
    if not was.status:
        return False
    return (was.status, was.digest, was.location) != (
        record.status, record.digest, record.location
    )  # fmt: skip


def _file_of(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
