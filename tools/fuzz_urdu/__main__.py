"""`python -m fuzz_urdu [COUNT] [--seed N]`: ends with 1 when an input fails, and shows it."""

import argparse
import sys
import time
from collections import Counter
from multiprocessing import get_context
from multiprocessing.pool import Pool

from fuzz_urdu.giants import UNITS, Measured, giant
from fuzz_urdu.running import CHUNK, Failure, chunk, functions, shares

_PROCESSES = 2
_SHOWN = 5  # inputs of one function and complaint


def main() -> int:
    options = _options()
    start = time.monotonic()
    failures: list[Failure] = []
    with get_context("spawn").Pool(_PROCESSES) as pool:
        failures += _inputs(pool, options.count, options.seed, options.only)
        failures += [] if options.no_giants else _giants(pool, options.only)
    _print_failures(failures)
    print(f"{len(failures)} failures, {time.monotonic() - start:.0f} seconds")
    return bool(failures)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="fuzz_urdu", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=1_000_000, help="inputs in all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--only", action="append", metavar="NAME", help="this function (may be repeated)"
    )
    parser.add_argument("--no-giants", action="store_true", help="leave the giant inputs out")
    return parser.parse_args()


def _inputs(pool: Pool, count: int, seed: int, only: list[str] | None) -> list[Failure]:
    sorts = functions()
    jobs = [
        (name, sorts[name], min(CHUNK, number - done), f"{seed}/{name}/{done}")
        for name, share in shares(only).items()
        for number in (max(1, round(count * share)),)
        for done in range(0, number, CHUNK)
    ]
    counts: Counter[str] = Counter()
    failures = []
    for name, size, found in pool.imap_unordered(chunk, jobs):
        counts[name] += size
        failures += found
    print(f"{counts.total():,} inputs")
    for name, number in counts.most_common():
        print(f"  {number:>9,}  {name}")
    return failures


def _giants(pool: Pool, only: list[str] | None) -> list[Failure]:
    jobs = [
        (name, sort, unit)
        for name, sort in functions().items()
        if sort in ("str", "latin", "bytes") and (not only or name in only)
        for unit in UNITS
    ]
    results = list(pool.imap_unordered(giant, jobs))
    _print_steepest([measured for measured, _ in results if measured])
    return [failure for _, failure in results if failure]


def _print_steepest(measured: list[Measured]) -> None:
    print(f"{len(measured)} giants; for each function the slowest and the steepest")
    for name in sorted({one.function for one in measured}):
        own = [one for one in measured if one.function == name]
        slow = max(own, key=lambda one: one.seconds / one.size)
        steep = max(own, key=lambda one: one.ratio)
        print(
            f"  {name:20} {slow.size / 1e6 / max(slow.seconds, 1e-9):8.1f} MB/s of"
            f" {slow.unit!a:24} {steep.ratio:5.1f} times for ten times as much of {steep.unit!a}"
        )


def _print_failures(failures: list[Failure]) -> None:
    kinds = {(one.function, one.complaint) for one in failures}
    for function, complaint in sorted(kinds):
        own = {
            repr(one.argument): one.argument
            for one in failures
            if (one.function, one.complaint) == (function, complaint)
        }
        number = sum((one.function, one.complaint) == (function, complaint) for one in failures)
        print(f"{function}: {complaint} ({number} chunks)")
        for shown in sorted(own, key=len)[:_SHOWN]:
            print(f"  {own[shown]!a:.500}")


if __name__ == "__main__":
    sys.exit(main())
