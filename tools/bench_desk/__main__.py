"""Print what the reader desk reaches: `python -m bench_desk [PART…]`."""

import os
import resource
import signal
import sys
from importlib import import_module

from bench_press.processes import BenchError
from bench_press.report import machine, show
from trial import TrialError

from bench_desk.place import cores

PARTS = ("idle", "messages", "reconnects", "channels", "kills")


def main() -> int:
    """Run from the command line; 2 for a part that there is not."""
    parts = sys.argv[1:] or [*PARTS]
    if unknown := set(parts) - {*PARTS}:
        print(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
        return 2
    # Ended from outside, the servers and the folder are to go as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    _raise_limit()
    print(machine())
    server, load = cores()
    os.sched_setaffinity(0, {load})
    print(f"the server on core {server}, load and database on core {load}")
    for part in parts:
        print(f"\n{part}", flush=True)
        try:
            for row in import_module(f"bench_desk.{part}").rows():
                show(row)
        except (BenchError, TrialError) as error:
            print(f"  failed: {error}")
    return 0


def _raise_limit() -> None:
    """Open as many files as may be opened, here and in the server."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


if __name__ == "__main__":
    sys.exit(main())
