"""Analyzing many stories on all cores."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from roznama.archive.index.analyzing import Analyzed, analyze
from roznama.archive.story import Story

_FEW = 5000  # stories that are done before other processes have started
_TOGETHER = 50  # stories handed over at once

Analyze = Callable[[Iterable[Story]], Iterable[Analyzed]]


@contextmanager
def analysts(count: int) -> Iterator[Analyze]:
    """Yield what analyzes stories, in their order: with other processes where it is worth it.

    The processes are started anew, not forked: connections to databases are not theirs.
    """
    if count < _FEW:
        yield lambda stories: map(analyze, stories)
        return
    context = multiprocessing.get_context("spawn")
    with context.Pool(os.cpu_count() or 1) as pool:
        yield lambda stories: pool.imap(analyze, stories, _TOGETHER)
