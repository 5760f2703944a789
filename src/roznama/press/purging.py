"""Purging: a cache outside drops pages after they were printed anew, never before.

Purged too early it would fetch the old page again and keep that. So an address is purged when
its page reads differently, and a tag when no page that carries it waits for the printer. What is
missed, because the cache does not answer, is tried again; pages expire there after a minute
anyway (`s-maxage`).
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from pathlib import Path

from django.conf import settings
from wagtail.contrib.frontend_cache.backends.base import BaseBackend

from roznama.press.caches import CacheError, TagCache
from roznama.press.records import Records

logger = logging.getLogger(__name__)

_POLL = 0.2  # seconds
_AGAIN_AFTER = 5.0  # seconds
_MOST_ADDRESSES = 300
_CURSOR = "purged"


class Purger:
    """Tells a cache outside what to drop."""

    def __init__(self, folder: Path, cache: TagCache | BaseBackend) -> None:
        self._path = folder / "records.sqlite3"
        self._cache = cache
        self._ending = threading.Event()

    def start(self) -> None:
        """Purge from a thread, so that a slow cache never keeps the printer waiting."""
        threading.Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        """End after the request in hand."""
        self._ending.set()

    def purge(self) -> int:
        """Purge what is due; return how many addresses or tags.

        Raises:
            CacheError: the cache did not take it; it stays due.

        """
        records = Records(self._path, mode="rw")
        try:
            if isinstance(self._cache, BaseBackend):
                return _purge_addresses(self._cache, records)
            return _purge_tags(self._cache, records)
        finally:
            records.close()

    def _run(self) -> None:
        wait = _POLL
        while not self._ending.wait(wait):
            try:
                self.purge()
                wait = _POLL
            except (CacheError, sqlite3.Error, OSError) as error:
                logger.error("not purged yet: %s", error)
                wait = _AGAIN_AFTER


def _purge_tags(cache: TagCache, records: Records) -> int:
    done = 0
    while tags := records.purgeable(cache.most):
        cache.purge_tags(tags)
        records.purged(tags)
        done += len(tags)
    return done


def _purge_addresses(cache: BaseBackend, records: Records) -> int:
    kept = records.state(_CURSOR)
    if not kept:  # nobody has asked this cache for anything yet
        records.set_state(**{_CURSOR: str(records.version())})
        return 0
    found = records.renewed(int(kept), _MOST_ADDRESSES)
    if found:
        cache.purge_batch([settings.SITE_URL + page for page, _ in found])
        records.set_state(**{_CURSOR: str(found[-1][1])})
    return len(found)
