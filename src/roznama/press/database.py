"""The records' database file: opened, and made anew where it is damaged or of another format."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

logger = logging.getLogger(__name__)

# Raised whenever the tables change. A store of another format is recorded anew.
_FORMAT = 2
_PATIENCE = 20  # seconds to wait for another writer
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS page (
    path TEXT PRIMARY KEY, status INTEGER NOT NULL DEFAULT 0, headers TEXT NOT NULL DEFAULT '{}',
    location TEXT NOT NULL DEFAULT '', note BLOB, digest TEXT NOT NULL DEFAULT '',
    changed INTEGER NOT NULL DEFAULT 0, good_until REAL, sizes TEXT NOT NULL DEFAULT '{}',
    bytes INTEGER NOT NULL DEFAULT 0, heat REAL NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 0, renewed INTEGER NOT NULL DEFAULT 0,
    stale REAL, rank INTEGER NOT NULL DEFAULT 0, mark INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0, retry REAL NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS page_stale ON page (rank, heat DESC, stale) WHERE stale IS NOT NULL;
CREATE INDEX IF NOT EXISTS page_version ON page (version);
CREATE INDEX IF NOT EXISTS page_renewed ON page (renewed);
CREATE INDEX IF NOT EXISTS page_heat ON page (heat);
CREATE INDEX IF NOT EXISTS page_good_until ON page (good_until) WHERE good_until IS NOT NULL;
CREATE INDEX IF NOT EXISTS page_tries ON page (tries) WHERE tries > 0;
CREATE TABLE IF NOT EXISTS page_key (
    key TEXT, path TEXT, PRIMARY KEY (key, path)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS page_key_path ON page_key (path);
CREATE TABLE IF NOT EXISTS purge (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS traffic (
    day TEXT PRIMARY KEY, served INTEGER NOT NULL, missed INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


def open_database(path: Path, *, mode: str) -> sqlite3.Connection:
    """Open the records: `mode` is "ro" to read, "rw" to write what is there, "rwc" to make it.

    With "rwc" a file of another format, or one that is no database, gives way to a new one.

    Raises:
        sqlite3.Error: it is not there, or cannot be opened.

    """
    if mode == "rwc":
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _made(path)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            logger.warning("the press's records are damaged and made anew: %s", error)
            remove_database(path)
            return _made(path)
    database = _connected(path, mode)
    if _format(database) != _FORMAT:
        database.close()
        raise sqlite3.OperationalError("the records have another format")
    return database


def is_damage(error: Exception) -> bool:
    """Whether an error tells that the file is not what was written."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _DAMAGE


def is_whole(database: sqlite3.Connection) -> bool:
    """Whether all of the file can be read as what it should be. A second for 100,000 pages."""
    try:
        return bool(database.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False


def remove_database(path: Path) -> None:
    """Remove a database with the files that SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _made(path: Path) -> sqlite3.Connection:
    database = _connected(path, "rwc")
    try:
        if _format(database) not in (0, _FORMAT):
            database.close()
            remove_database(path)
            database = _connected(path, "rwc")
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=NORMAL")
        if _format(database) != _FORMAT:
            database.executescript(_SCHEMA)
            database.execute(f"PRAGMA user_version={_FORMAT}")
    except sqlite3.Error:
        database.close()
        raise
    return database


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_PATIENCE,
        isolation_level=None,
        check_same_thread=False,
    )


def _format(database: sqlite3.Connection) -> int:
    """Return the format's number: 0 for an empty file, -1 where tables have no number."""
    number = int(database.execute("PRAGMA user_version").fetchone()[0])
    tables = database.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'")
    return -1 if number == 0 and tables.fetchone()[0] else number
