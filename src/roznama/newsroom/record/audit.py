"""The newsroom's log of who did what, written in the transaction of what was done.

An entry is a row of its own and stands if its transaction commits. What makes the rows a chain
are seals, one an entry, put on right after the commit: to chain an entry where it is written,
everybody else's publication would have to wait until the transaction ends. A seal covers the
entry and the seal before. What stands without one is not older than a moment; `verify` counts it
and `seal_entries` puts it on.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import DatabaseError, connection, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from roznama.chain import START, Link, Verdict, check, digest_of, told_time
from roznama.newsroom.models import AuditEntry, AuditSeal

logger = logging.getLogger(__name__)

_LOCK = 0x726F7A6E_6E657773  # any number that is nobody else's: "roznnews"
_CHUNK = 1_000  # rows
_LATE = 1_000  # entries whose transaction may end after that of a later one
_FIELDS = ("at", "user_id", "who", "action", "story", "model", "object_id", "label", "details")


@dataclass(frozen=True, slots=True)
class Sealed:
    """What a seal covers."""

    row: int
    fields: tuple[Any, ...]
    """The entry's `_FIELDS`, in their order."""
    previous: str

    def digest(self) -> str:
        """Return the digest over these fields, in hexadecimal digits."""
        at, *others = self.fields
        return digest_of([self.previous, self.row, told_time(at), *others])


@dataclass(frozen=True, slots=True)
class Look:
    """What looking through the log has found: its chain, and how many entries wait for a seal."""

    chain: Verdict
    unsealed: int


def note(
    action: str,
    user: AbstractBaseUser | None = None,
    *,
    story: int = 0,
    about: tuple[str, Any, str] = ("", "", ""),
    at: datetime | None = None,
    **details: Any,
) -> AuditEntry:
    """Write that `user` (the paper itself where None) did something, in the caller's transaction.

    `about` is a model's label, an object's id and its name then. `details` are plain values, as
    JSON has them; no secret belongs there.
    """
    model, object_id, label = about
    entry = AuditEntry(
        at=at or timezone.now(),
        user_id=user.pk if user is not None else None,
        who=user.get_username()[:150] if user is not None else "",
        action=action,
        story=story,
        model=model,
        object_id=str(object_id)[:40],
        label=label[:255],
        details=details,
    )
    entry.save()
    transaction.on_commit(_seal_soon, robust=True)
    return entry


def seal_entries() -> int:
    """Put seals on the entries that have none; return how many. One process at a time does it."""
    with transaction.atomic():
        _wait_for_turn()
        last = AuditSeal.objects.order_by("-pk").values_list("digest", flat=True).first() or START
        count = 0
        for entry in _waiting():
            sealed = Sealed(entry.pk, tuple(getattr(entry, name) for name in _FIELDS), last)
            digest = sealed.digest()
            AuditSeal(entry=entry.pk, previous=last, digest=digest).save()
            last, count = digest, count + 1
    return count


def verify(noted: str = "") -> Look:
    """Look through the whole log.

    `noted` is a digest that was kept elsewhere when it was the last one. It must be among the
    seals: otherwise the end was cut off, or the chain was made anew.
    """
    found = check(_links(), noted.strip().lower())
    return Look(found, unsealed().count())


def unsealed() -> QuerySet[AuditEntry]:
    """Return the entries without a seal."""
    seals = AuditSeal.objects.filter(entry=OuterRef("pk"))
    found: QuerySet[AuditEntry] = AuditEntry.objects.filter(~Exists(seals)).order_by("pk")
    return found


def _waiting() -> QuerySet[AuditEntry]:
    """The entries to be sealed; those long before the last seal have theirs."""
    last = AuditSeal.objects.order_by("-entry").values_list("entry", flat=True).first() or 0
    return unsealed().filter(pk__gt=last - _LATE)


def _seal_soon() -> None:
    try:
        seal_entries()
    except DatabaseError as error:
        logger.warning("the audit log is sealed with its next entry: %s", error)


def _wait_for_turn() -> None:
    """Let one transaction seal at a time; SQLite's take turns by themselves (IMMEDIATE)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _links() -> Iterator[Link]:
    """Yield the seals in their order with what they cover, a chunk of them at a time."""
    after = 0
    while seals := list(AuditSeal.objects.filter(pk__gt=after).order_by("pk")[:_CHUNK]):
        entries = _read([seal.entry for seal in seals])
        for seal in seals:
            fields = entries.get(seal.entry)
            sealed = Sealed(seal.entry, fields, seal.previous) if fields else None
            yield Link(seal.entry, sealed, seal.digest)
        after = seals[-1].pk


def _read(pks: list[int]) -> dict[int, tuple[Any, ...]]:
    """Return the fields of entries; one that cannot be read is left out."""
    rows = AuditEntry.objects.order_by().values_list("pk", *_FIELDS)
    try:
        return {pk: tuple(fields) for pk, *fields in rows.filter(pk__in=pks)}
    except ValueError:
        # A field was made something that cannot be read: find out whose.
        if len(pks) == 1:
            return {}
        return {pk: fields for one in pks for pk, fields in _read([one]).items()}
