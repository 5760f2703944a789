"""What a piece of work costs the processor, whatever else the machine does."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def cpu_seconds(work: Callable[[], object], *, rounds: int = 3) -> float:
    """Return the least CPU seconds of some rounds; what else goes on comes on top of it.

    As timeit does, without the collector: what other tests have left behind is no cost of this.
    """
    gc.collect()
    gc.disable()
    try:
        return min(_once(work) for _ in range(rounds))
    finally:
        gc.enable()


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
