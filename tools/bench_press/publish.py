"""Publishing: from the newsroom's commit to the reader's page."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bench_press import servers
from bench_press.paper import PROGRAMS, Paper
from bench_press.processes import BenchError
from bench_press.report import Row
from bench_press.sizes import EVERY, PUBLISHED

PAGES = ("article", "front", "section", "feed", "search")
GONE = ("page gone", "found no more")
NEEDS = ()


def rows(paper: Paper) -> Iterator[Row]:
    """The part's table."""
    stored = len(paper.printed["stories"])
    with servers.front(paper), publishing(paper, PUBLISHED) as seen:
        pass
    copies = f" ({paper.printed['copied']:,} as copies)" if paper.printed["copied"] else ""
    note = f"{len(seen)} stories, {stored:,} stored{copies}"
    for name in PAGES:
        times = sorted(one[name] * 1000 for one in seen)
        yield f"publish to visible, {name}; {note}; p50", f"{part(times, 50):.0f} ms", "< 300 ms"
        yield f"publish to visible, {name}; {note}; p99", f"{part(times, 99):.0f} ms", "< 1000 ms"
    for name in GONE:
        times = sorted(one[name] * 1000 for one in seen)
        told = f"{part(times, 50):.0f} / {part(times, 99):.0f} ms"
        yield f"withdrawn to {name}; p50 / p99", told, "< 1000 ms"
    saving = sorted(one["saving"] * 1000 for one in seen)
    yield "the newsroom's own transaction before that, p50", f"{part(saving, 50):.0f} ms", ""


@contextmanager
def publishing(paper: Paper, amount: int) -> Iterator[list[dict[str, float]]]:
    """Publish so many stories in a process beside the block.

    What is yielded is filled when the block has ended and the last story was seen.
    """
    seen: list[dict[str, float]] = []
    command = [sys.executable, str(PROGRAMS / "publish.py"), str(amount), str(EVERY)]
    process = subprocess.Popen(
        command, env=paper.environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        if process.stdout is None or not process.stdout.readline():
            raise BenchError(f"no story was published: {process.communicate()[1][-2000:]}")
        yield seen
        told, trouble = process.communicate()
        if process.returncode:
            raise BenchError(f"a story was not published: {trouble[-2000:]}")
        seen += map(json.loads, told.splitlines())
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def part(values: list[float], percent: int) -> float:
    """A percentile of sorted values, the nearest one that is not below it."""
    return values[max(0, -(-len(values) * percent // 100) - 1)]
