"""Growing both papers: founded by their own commands, then filled by the database itself."""

import json
import shutil
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg

from bench_newsroom.grow import models, ours, revisions, shared, stories
from bench_newsroom.processes import PROGRAMS, VAR, run
from bench_newsroom.server import OURS, PLAIN, address, administer, careless, databases
from bench_newsroom.sizes import FOLDER

_TOLD = FOLDER / "models.json"


def grow(server: Any) -> float:
    """Make the papers that are not there yet; return the seconds that it took."""
    start = time.monotonic()
    missing = {OURS, PLAIN} - databases(server)
    if not missing:
        return 0
    if not _TOLD.exists():
        missing.add(OURS)  # plain Wagtail gets the stories that ours was founded with
    with careless(server):
        wanted = [name for name in (OURS, PLAIN) if name in missing]
        for name in wanted:
            _found(server, name)
        with ThreadPoolExecutor() as pool:
            list(pool.map(lambda name: _fill(server, name), wanted))
    return time.monotonic() - start


Step = tuple[str, Callable[[psycopg.Connection[Any]], None]]

_SHARED: list[Step] = [
    ("models", models.prepare),
    ("stories", stories.plan),
    ("pages", stories.fill),
    ("revisions", revisions.fill),
    ("the rest", shared.fill),
]


def _found(server: Any, name: str) -> None:
    """Found a paper in a database of another name: what was broken off is begun anew."""
    for old in (f"{name}_part", name):
        administer(server, f"DROP DATABASE IF EXISTS {old}")
    administer(server, f"CREATE DATABASE {name}_part")
    found = _found_ours if name == OURS else _found_plain
    _told(name, "founded", lambda: found(address(server, f"{name}_part")))


def _fill(server: Any, name: str) -> None:
    """Grow a founded paper, then give its database its name."""
    where = address(server, f"{name}_part")
    with psycopg.connect(where) as connection:
        connection.execute("SET session_replication_role TO replica")  # foreign keys hold anyway
        for step, fill in [*_SHARED, *(ours.STEPS if name == OURS else [])]:
            _told(name, step, lambda fill=fill: fill(connection))  # type: ignore[misc]
            connection.commit()
    with psycopg.connect(where, autocommit=True) as connection:
        _told(name, "analyzed", lambda: _done(connection))
    administer(server, f"ALTER DATABASE {name}_part RENAME TO {name}")


def _done(connection: psycopg.Connection[Any]) -> None:
    """Leave the database as a server that has had it for long: vacuumed, its sequences ahead."""
    for table in ("bench_model", "bench_story"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("VACUUM (ANALYZE)")


def _told(name: str, step: str, do: Callable[[], None]) -> None:
    start = time.monotonic()
    do()
    print(f"  {name}: {step} in {time.monotonic() - start:.0f} s", flush=True)


def _found_ours(where: str) -> None:
    shutil.rmtree(VAR, ignore_errors=True)
    run(where, "-m", "roznama", "setup")
    run(where, "-m", "roznama", "demo")
    said = run(where, str(PROGRAMS / "found_ours.py"))
    _TOLD.write_text(json.dumps(json.loads(said)))


def _found_plain(where: str) -> None:
    run(where, str(PROGRAMS / "found_plain.py"), str(_TOLD))
