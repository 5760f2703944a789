"""Warming up: the tables that a search needs are read before the first reader searches."""

from __future__ import annotations

import threading

from roznama.archive.index.reading import Snapshot
from roznama.archive.node import snapshot
from roznama.archive.search.searching import Search, search

# One word of each script, and a slip: letters, stems, Roman Urdu and what may have been meant are
# four sets of tables.
_QUERIES = ("خبر khabar", "خببرررر")


def warm_up() -> threading.Thread:
    """Read the tables in a thread; some seconds on a small machine. Does nothing without an index.

    Return the thread, for who wants to wait for it.
    """
    thread = threading.Thread(target=_read, daemon=True)
    thread.start()
    return thread


def read_tables(index: Snapshot) -> None:
    """Search for what needs every table, so that they are in memory."""
    for query in _QUERIES:
        search(index, Search(query))


def _read() -> None:
    if index := snapshot():
        read_tables(index)
