"""Reprints: every page after a change to what stands on all, and readers meanwhile."""

import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing

from bench_press import servers
from bench_press.load import Load, done, start
from bench_press.paper import Paper
from bench_press.processes import children, precise_seconds
from bench_press.report import Row
from bench_press.servers import Server
from bench_press.sizes import HOT, size

READERS = 16
PAUSE = 50  # milliseconds that a reader waits on average: some 300 requests a second
SPAN = 15  # seconds
LONGEST = size("LONGEST", 3600)
"""Seconds after which a reprint is left; the figure is then of the pages done."""
NEEDS = ("wrk",)


def rows(paper: Paper) -> Iterator[Row]:
    """The part's table."""
    took = paper.printed
    pages = took["pages"]
    yield f"first print of {pages:,} pages, nobody reading", f"{pages / took['seconds']:.0f} /s", ""
    yield (
        "CPU a page, with compressing, writing and recording",
        (f"{took['cpu'] / pages * 1000:.1f} ms"),
        "",
    )
    with servers.front(paper) as front:
        paths = took["stories"][:HOT]
        quiet = done(_readers(front.address, paths))
        printed, seconds, cpu, busy = _reprint(paper, front, paths)
    yield f"reprint of {printed:,} pages in {seconds:.0f} s", f"{printed / seconds:.0f} /s", ""
    yield "CPU of the printer a page", f"{cpu / printed * 1000:.1f} ms", ""
    yield "readers' p99 before it", f"{quiet.p99:.2f} ms", ""
    rate = busy.requests / SPAN
    yield f"readers' p50 meanwhile, {rate:.0f} requests a second", f"{busy.p50:.2f} ms", ""
    yield "readers' p99 meanwhile", f"{busy.p99:.2f} ms", "< 25 ms"


def _readers(address: str, paths: Sequence[str]) -> subprocess.Popen[str]:
    return start(address, seconds=SPAN, connections=READERS, paths=paths, delay=PAUSE)


def _reprint(paper: Paper, front: Server, paths: Sequence[str]) -> tuple[int, float, float, Load]:
    """Reprint it all; return pages, seconds, seconds of the printer's CPU, and what readers met."""
    printer = children(front.processes[0])
    paper.program("change_site")
    _wait(lambda: _waiting(paper) > 0)
    first, begin, before = _printed(paper), time.monotonic(), precise_seconds(*printer)
    readers = _readers(front.address, paths)
    _wait(lambda: not _waiting(paper))
    seconds = time.monotonic() - begin
    used = precise_seconds(*printer) - before
    return _printed(paper) - first, seconds, used, done(readers)


def _wait(is_done: Callable[[], bool]) -> None:
    end = time.monotonic() + LONGEST
    while not is_done() and time.monotonic() < end:
        time.sleep(0.1)


def _waiting(paper: Paper) -> int:
    """How many pages wait for the printer."""
    return _asked(paper, "SELECT count(*) FROM page WHERE stale IS NOT NULL")


def _printed(paper: Paper) -> int:
    """How many pages were ever printed."""
    return _asked(paper, "SELECT coalesce(max(version), 0) FROM page")


def _asked(paper: Paper, query: str) -> int:
    file = (paper.folder / "press" / "records.sqlite3").as_uri()
    with closing(sqlite3.connect(f"{file}?mode=ro", uri=True)) as records:
        return int(records.execute(query).fetchone()[0])
