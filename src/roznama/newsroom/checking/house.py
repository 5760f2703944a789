"""The house list as the engine takes it, made anew when any process has changed it."""

from __future__ import annotations

from threading import Lock
from typing import Any

from django.db.models.signals import post_delete, post_save

from roznama.copydesk import HouseEntry, HouseList
from roznama.newsroom.checking.models import HouseVersion, HouseWord

_lock = Lock()
_kept: tuple[str, HouseList] = ("none yet", HouseList())


def connect() -> None:
    """Count every change of the list that goes through the model."""
    for signal in (post_save, post_delete):
        signal.connect(_changed, HouseWord)


def house_list() -> HouseList:
    """Return the list: the same object until somebody changes it.

    The version is read each time, which is one row by its key; the words only when it is another.
    It is read first: words that were changed meanwhile are read again the next time.
    """
    global _kept  # noqa: PLW0603 - one list a process, which is the point
    version = HouseVersion.read()
    kept = _kept
    if kept[0] == version:
        return kept[1]
    with _lock:
        _kept = (version, HouseList(_entries()))
        return _kept[1]


def _entries() -> list[HouseEntry]:
    rows = HouseWord.objects.order_by("pk").values_list("kind", "written", "preferred", "note")
    return [HouseEntry(*row) for row in rows]


def _changed(**kwargs: Any) -> None:
    HouseVersion.renew()
