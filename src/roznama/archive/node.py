"""The index of this node, for whoever wants to look something up in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings

from roznama.archive.index.reading import Reader, Snapshot


def snapshot() -> Snapshot | None:
    """Return the index as of now, None while there is none that can be read."""
    return _reader(settings.ARCHIVE_ROOT).snapshot()


@cache
def _reader(folder: Path) -> Reader:
    return Reader(folder)
