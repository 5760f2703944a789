"""Warming up: the tables that a search needs are read before the first reader searches."""

from __future__ import annotations

import threading

from roznama.archive.node import snapshot
from roznama.archive.search.searching import Search, search

# One word of each script: letters, stems and Roman Urdu are three sets of tables.
_QUERY = "خبر khabar"


def warm_up() -> threading.Thread:
    """Read the tables in a thread; some seconds on a small machine. Does nothing without an index.

    Return the thread, for who wants to wait for it.
    """
    thread = threading.Thread(target=_read, daemon=True)
    thread.start()
    return thread


def _read() -> None:
    if index := snapshot():
        search(index, Search(_QUERY))
