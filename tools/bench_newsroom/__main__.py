"""Print how long the newsroom takes: `python -m bench_newsroom [THING…]`.

Both papers are grown once and kept; `STORIES=2000` makes a small pair in a moment.
"""

import signal
import sys
import time
from contextlib import ExitStack, closing
from itertools import chain
from typing import Any

from bench_newsroom import report
from bench_newsroom.grow import grow
from bench_newsroom.processes import Asked, BenchError
from bench_newsroom.server import OURS, PLAIN, address, serving, size, version
from bench_newsroom.sizes import EACH, FOLDER, ROUNDS, STORIES, WARM
from bench_newsroom.things import THINGS


def main() -> int:
    """Run from the command line; 2 for a thing that there is not."""
    wanted = sys.argv[1:] or [*THINGS]
    if unknown := set(wanted) - {*THINGS}:
        print(f"no such thing: {', '.join(sorted(unknown))}; there are {', '.join(THINGS)}")
        return 2
    # Ended from outside, the servers are to go as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    print(report.machine(), flush=True)
    try:
        with serving() as server:
            _measure(server, wanted)
    except BenchError as error:
        print(f"failed: {error}")
        return 1
    return 0


def _measure(server: Any, wanted: list[str]) -> None:
    took = grow(server)
    sizes = " and ".join(report.gigabytes(size(server, name)) for name in (OURS, PLAIN))
    grown = f"grown in {took:.0f} s" if took else "grown before"
    print(f"{STORIES:,} stories with {EACH} revisions each, {sizes} in {FOLDER}, {grown}")
    print(version(server))
    print(f"load before {report.load()}", flush=True)
    start = time.monotonic()
    with ExitStack() as stack:
        programs = [
            stack.enter_context(closing(Asked(name, address(server, database))))
            for name, database in (("ours", OURS), ("plain", PLAIN))
        ]
        _print(wanted, _in_turns(programs, wanted))
    print(f"load after {report.load()}, {time.monotonic() - start:.0f} s")


def _in_turns(programs: list[Asked], wanted: list[str]) -> list[dict[str, list[report.Took]]]:
    """Let both do everything, one after the other, round by round, so that both meet the same."""
    found: list[dict[str, list[report.Took]]] = [{} for _ in programs]
    for turn in range(WARM + ROUNDS):
        pairs = ((thing, number) for thing in wanted for number in range(len(programs)))
        for thing, number in pairs:
            if thing in programs[number].things:
                took = programs[number].does(thing)
                if turn >= WARM:
                    found[number].setdefault(thing, []).append(took)
    return found


def _print(wanted: list[str], found: list[dict[str, list[report.Took]]]) -> None:
    print(report.head())
    for thing in wanted:
        print(report.row(thing, THINGS[thing], *(one.get(thing, []) for one in found)), flush=True)
    slow = [one["wall"] for one in chain.from_iterable(found[0].values())]
    if slow:
        print(f"  the longest of all of ours: {max(slow):.0f} ms")


if __name__ == "__main__":
    sys.exit(main())
