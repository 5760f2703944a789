"""A new master key: wrapping every conversation's key anew, so that an old one can go."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from roznama.desk import audit
from roznama.desk.models import Conversation
from roznama.desk.sealing import MasterKeys, SealError

_BATCH = 200


@dataclass(frozen=True, slots=True)
class Rotated:
    """How many keys were wrapped anew, were so already, and open with no master key."""

    wrapped: int = 0
    current: int = 0
    closed: int = 0

    def __add__(self, other: Rotated) -> Rotated:
        return Rotated(
            self.wrapped + other.wrapped, self.current + other.current, self.closed + other.closed
        )


def rotate(keys: MasterKeys, by: str) -> Rotated:
    """Wrap the keys of all conversations with the newest master key.

    Batches commit one by one: broken off, it goes on from there when it is called again.
    """
    total, after = Rotated(), 0
    while ids := list(_ids(after)):
        total += _rotate_batch(keys, ids)
        after = ids[-1]
    if total.wrapped or total.closed:
        audit.write(by, "rotate keys", wrapped=total.wrapped, closed=total.closed)
    return total


def _ids(after: int) -> list[int]:
    rows = Conversation.objects.filter(pk__gt=after, key__isnull=False).order_by("pk")
    return list(rows.values_list("pk", flat=True)[:_BATCH])


def _rotate_batch(keys: MasterKeys, ids: list[int]) -> Rotated:
    with transaction.atomic():
        # Locked, so that one erased in this moment does not get its key back.
        rows = Conversation.objects.select_for_update().filter(pk__in=ids, key__isnull=False)
        return sum((_rotate_one(keys, row) for row in rows.order_by("pk")), Rotated())


def _rotate_one(keys: MasterKeys, row: Conversation) -> Rotated:
    wrapped = bytes(row.key or b"")
    if keys.is_current(wrapped):
        return Rotated(current=1)
    try:
        row.key = keys.wrap(keys.unwrap(wrapped))
    except SealError:
        return Rotated(closed=1)
    row.save(update_fields=["key"])
    return Rotated(wrapped=1)
