"""The log of who read and did what at the desk.

It says that something was done, never what was said: no text, name, address or secret belongs
into it. How a change of its rows shows is told in `chain.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection, transaction
from django.utils import timezone

from roznama.desk.chain import START, Entry, Link, Verdict, check
from roznama.desk.models import AuditEntry

Detail = str | int | bool | None

_LOCK = 0x726F7A6E_61756469  # any number that is nobody else's: "roznaudi"
_LONGEST = 120  # characters of a detail: a code or a name of ours, not what somebody wrote
_MOST = 12  # details of one entry
_CHUNK = 1_000  # rows
_FIELDS = ("at", "user_id", "who", "action", "conversation", "details", "previous", "digest")


def write(
    user: AbstractBaseUser | str, action: str, conversation: UUID | None = None, **details: Detail
) -> AuditEntry:
    """Add an entry in the caller's transaction: it stands if that commits, and not otherwise.

    `user` is an account, or the name of what has none ("reader", "retention"). `conversation` is
    its public id. Others who write wait until the caller's transaction ends, so write when
    everything else is locked: the log is always the last to be waited for.

    Raises:
        ValueError: the account is not saved, or a detail is not short and plain.

    """
    _need_plain(details)
    with transaction.atomic():
        _wait_for_turn()
        last = AuditEntry.objects.order_by("-pk").values_list("digest", flat=True).first()
        entry = Entry(
            at=timezone.now(),
            user=_id(user),
            who=user if isinstance(user, str) else user.get_username(),
            action=action,
            conversation=conversation,
            details=details,
            previous=last or START,
        )
        return _insert(entry)


def verify(noted: str = "") -> Verdict:
    """Look through the whole log.

    `noted` is a digest that was kept elsewhere when it was the last one. It must be among the
    entries: otherwise the end was cut off, or the log was made anew.
    """
    return check(_links(), noted.strip().lower())


def _id(user: AbstractBaseUser | str) -> int | None:
    if isinstance(user, str):
        return None
    if user.pk is None:
        raise ValueError("an account without an id cannot be held to anything")
    return int(user.pk)


def _need_plain(details: dict[str, Detail]) -> None:
    if len(details) > _MOST:
        raise ValueError(f"more than {_MOST} details")
    for name, value in details.items():
        if not isinstance(value, str | int | None):
            # Databases write other numbers in their own ways, and the digest would differ.
            raise ValueError(f"{name}: details are words, whole numbers, yes or no")
        if isinstance(value, str) and (len(value) > _LONGEST or not value.isprintable()):
            raise ValueError(f"{name}: a detail is one line of {_LONGEST} characters at most")


def _wait_for_turn() -> None:
    """Let one transaction write at a time; SQLite's take turns by themselves (IMMEDIATE)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _insert(entry: Entry) -> AuditEntry:
    row = AuditEntry(
        at=entry.at,
        user_id=entry.user,
        who=entry.who,
        action=entry.action,
        conversation=entry.conversation,
        details=entry.details,
        previous=entry.previous,
        digest=entry.digest(),
    )
    row.save()
    return row


def _links() -> Iterator[Link]:
    """Yield the rows in their order, a chunk of them at a time."""
    after = 0
    while ids := list(_ids(after)):
        try:
            found = list(_read(ids))
        except ValueError:
            # A field was made something that cannot be read: find out whose.
            found = [link for pk in ids for link in _read_one(pk)]
        yield from found
        after = ids[-1]


def _ids(after: int) -> Iterator[int]:
    rows = AuditEntry.objects.filter(pk__gt=after).order_by("pk")
    return iter(rows.values_list("pk", flat=True)[:_CHUNK])


def _read(ids: list[int]) -> Iterator[Link]:
    rows = AuditEntry.objects.filter(pk__in=ids).order_by("pk")
    for pk, *fields, digest in rows.values_list("pk", *_FIELDS):
        yield Link(pk, Entry(*fields), digest)


def _read_one(pk: int) -> list[Link]:
    try:
        return list(_read([pk]))
    except ValueError:
        return [Link(pk, None, "")]
