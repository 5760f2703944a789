"""Print what the press reaches: `python -m bench_press [PART…]`."""

import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache
from importlib import import_module

from bench_press import load, servers
from bench_press.paper import Paper, made
from bench_press.processes import BenchError
from bench_press.report import machine, show

PARTS = ("delivery", "publish", "reprint", "render", "memory")
WITHOUT = {
    "wrk": "wrk is not installed (Debian: wrk)",
    "nginx": "nginx with brotli_static is not installed "
    "(Debian: nginx-light libnginx-mod-http-brotli-static)",
}


def main() -> int:
    """Run from the command line; 2 for a part that there is not."""
    parts = sys.argv[1:] or [*PARTS]
    if unknown := set(parts) - {*PARTS}:
        print(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
        return 2
    # Ended from outside, the servers and the folder are to go as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    print(machine())
    missing = _missing()
    with ExitStack() as stack:
        paper = cache(lambda: stack.enter_context(made()))
        for part in parts:
            print(f"\n{part}", flush=True)
            _run(part, missing, paper)
    return 0


def _run(part: str, missing: set[str], paper: Callable[[], Paper]) -> None:
    module = import_module(f"bench_press.{part}")
    if lacking := missing.intersection(module.NEEDS):
        print(f"  left out: {'; '.join(WITHOUT[name] for name in sorted(lacking))}")
        return
    try:
        for row in module.rows(paper()):
            show(row)
    except BenchError as error:
        print(f"  failed: {error}")


def _missing() -> set[str]:
    """What is not installed."""
    there = {"wrk": load.is_there(), "nginx": bool(servers.NGINX and servers.MODULE.is_file())}
    return {name for name, found in there.items() if not found}


if __name__ == "__main__":
    sys.exit(main())
