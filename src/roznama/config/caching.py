"""The cache of a node: in its memory, but for what all nodes and processes must know."""

from __future__ import annotations

from typing import Any

from django.core.cache import caches
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.locmem import LocMemCache

SHARED = "allauth"


class NodeCache(LocMemCache):
    """Keeps values in memory; allauth's limits and used codes it keeps in the database.

    allauth knows the default cache alone. Counted in each process's memory, ten workers
    would allow ten times as many guesses, and a code used here would be good again there.
    """

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(name, params)

    def add(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Set a value that is not there yet; tell whether it was set."""
        if shared := _shared(key):
            return shared.add(key, value, timeout, version)
        return super().add(key, value, timeout, version)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """Return a value, or the default."""
        if shared := _shared(key):
            return shared.get(key, default, version)
        return super().get(key, default, version)

    def set(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        """Set a value."""
        if shared := _shared(key):
            shared.set(key, value, timeout, version)
        else:
            super().set(key, value, timeout, version)

    def delete(self, key: str, version: int | None = None) -> bool:
        """Delete a value; tell whether it was there."""
        if shared := _shared(key):
            return shared.delete(key, version)
        return super().delete(key, version)


def _shared(key: str) -> BaseCache | None:
    return caches["shared"] if str(key).startswith(SHARED) else None
