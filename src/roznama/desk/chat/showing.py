"""What readers and professionals are told of a conversation: plain dictionaries, ready for JSON."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from roznama.desk.chat.facts import opened
from roznama.desk.chat.rows import KeptEvent, events_after
from roznama.desk.models import Conversation, Professional
from roznama.desk.sealing import SealError, master_keys

logger = logging.getLogger(__name__)

Told = dict[str, Any]

_HOLDS = 5.0  # seconds until names are read again
_PRIVATE_OF_READER = frozenset(("contact", "rated"))
"""Kinds whose body only the reader's own side wrote, and whose reader knows it: never echoed."""
_people: list[tuple[float, dict[int, Told]]] = []


def forget() -> None:
    """Read names again when they are next needed."""
    _people.clear()


def people() -> dict[int, Told]:
    """Return what is told of each professional, by id; at most five seconds old."""
    if not _people or time.monotonic() - _people[0][0] > _HOLDS:
        rows = Professional.objects.values("pk", "name", "name_en", "title", "title_en")
        _people[:] = [(time.monotonic(), {row.pop("pk"): row for row in rows})]
    return _people[0][1]


def milliseconds(moment: datetime | None) -> int | None:
    """Return a time as browsers count it: milliseconds since 1970."""
    return None if moment is None else int(moment.timestamp() * 1000)


def for_readers(events: Iterable[KeptEvent]) -> list[Told]:
    """Return events as their readers are told of them, in order; private ones are left out."""
    return [
        _told(event, "place", event.place, hides=_PRIVATE_OF_READER)
        for event in events
        if event.place is not None
    ]


def for_staff(events: Iterable[KeptEvent]) -> list[Told]:
    """Return events as professionals are told of them, in order."""
    return [{**_told(event, "seq", event.seq), "place": event.place} for event in events]


def _told(
    event: KeptEvent, number_name: str, number: int | None, hides: frozenset[str] = frozenset()
) -> Told:
    told: Told = {
        number_name: number,
        "uuid": str(event.uuid),
        "kind": event.kind,
        "author": event.author,
        "at": milliseconds(event.at),
        "body": None if event.kind in hides else _body(event),
    }
    if event.professional is not None:
        told["by"] = event.professional
        told.update(people().get(event.professional, {}))
    return told


def _body(event: KeptEvent) -> Told | None:
    if event.body is None or event.key is None:
        return None
    try:
        return opened(master_keys().unwrap(event.key), event.uuid, event.body)
    except SealError as error:
        logger.error("event %s does not open: %s", event.uuid, error)
        return None


def events_for_readers(wants: Sequence[tuple[int, int]]) -> dict[int, list[Told]]:
    """Return events after a place, by conversation; `wants` are pairs of both."""
    return _by_conversation(events_after(wants, by="place"), for_readers)


def events_for_staff(wants: Sequence[tuple[int, int]]) -> dict[int, list[Told]]:
    """Return events after a seq, by conversation; `wants` are pairs of both."""
    return _by_conversation(events_after(wants, by="seq"), for_staff)


def _by_conversation(events: list[KeptEvent], tell: Any) -> dict[int, list[Told]]:
    found: dict[int, list[KeptEvent]] = {}
    for event in events:
        found.setdefault(event.conversation, []).append(event)
    return {conversation: tell(rows) for conversation, rows in found.items()}


def erased_of(ids: Iterable[int]) -> list[int]:
    """Return those of some conversations that are erased."""
    rows = Conversation.objects.filter(pk__in=list(ids), key__isnull=True)
    return list(rows.values_list("pk", flat=True))


_STATE = (
    "pk", "public", "team__slug", "team__name", "team__name_en", "team__takes_files", "state",
    "place", "urgent", "asking", "professional", "reader_read", "staff_read", "stars",
    "has_contact", "may_publish", "language", "opened", "first_answered", "closed_at",
)  # fmt: skip


def reader_states(ids: Iterable[int]) -> dict[int, Told]:
    """Return what a reader's screen needs besides the events, by conversation."""
    rows = Conversation.objects.filter(pk__in=list(ids), key__isnull=False).values(*_STATE)
    return {row["pk"]: _state(row) for row in rows}


def _state(row: Told) -> Told:
    professional = row["professional"]
    return {
        "id": str(row["public"]),
        "team": row["team__slug"],
        "team_name": row["team__name"],
        "team_name_en": row["team__name_en"],
        "takes_files": row["team__takes_files"],
        "state": row["state"],
        "place": row["place"],
        "urgent": row["urgent"],
        "asking": row["asking"],
        "professional": {"id": professional, **people().get(professional, {})}
        if professional
        else None,
        "reader_read": row["reader_read"],
        "staff_read": row["staff_read"],
        "stars": row["stars"],
        "has_contact": row["has_contact"],
        "may_publish": row["may_publish"],
        "language": row["language"],
        "opened": milliseconds(row["opened"]),
        "answered": row["first_answered"] is not None,
    }


def staff_state(conversation: int) -> Told:
    """Return what a professional's screen needs besides the events and the summary."""
    row = Conversation.objects.select_related("team", "consent").get(pk=conversation)
    return {
        "seq": row.seq,
        "place": row.place,
        "page": row.page,
        "province": row.get_province_display(),
        "language": row.language,
        "team": row.team_id,
        "team_name": row.team.name,
        "retention_days": row.team.retention_days,
        "consented": milliseconds(row.consented),
        "consent": row.consent.version,
        "opened": milliseconds(row.opened),
    }
