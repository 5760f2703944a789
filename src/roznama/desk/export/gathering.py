"""What a reader's copy of a conversation holds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from roznama.desk.chat.facts import opened
from roznama.desk.models import Conversation, Event, Professional
from roznama.desk.sealing import SealError

FORMAT = "roznama-desk-conversation"
VERSION = 1

Told = dict[str, Any]

# What is told of each kind of event. A name that is not here is not told, so that nothing new
# gets into readers' hands before somebody has thought of it.
_SHOWN: dict[str, tuple[str, ...]] = {
    "message": ("text", "files", "answers"),
    "asked": ("key", "text", "choices"),
    "edited": ("target",),
    "deleted": ("target",),
    "urgent": ("flags", "numbers", "text"),
    "returned": ("why",),
    "closed": (),
    "read": ("up_to",),
    "contact": ("email",),
    "rated": ("stars", "comment"),
    "story": ("yes",),
    "urgency": ("on",),
}
_OF_FILE = ("id", "kind", "name", "size", "width", "height")


def transcript(conversation: Conversation, key: bytes) -> Told:
    """Return a conversation as its reader may keep it, ready for JSON.

    Times are ISO 8601 in UTC, text is as it was last written: `edited` and `deleted` hold the
    time of the change, and a deleted message has no text. Files are named, not contained. An
    event that does not open has `"unreadable": true`. Staff's private events are not in it.
    """
    consent = conversation.consent
    in_english = conversation.language == "en"
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": str(conversation.public),
        "team": _in(conversation.language, conversation.team.name, conversation.team.name_en),
        "language": conversation.language,
        "province": conversation.province,
        "page": conversation.page,
        "state": conversation.state,
        "opened": _time(conversation.opened),
        "closed": _time(conversation.closed_at),
        "consent": {
            "version": consent.version,
            "agreed": _time(conversation.consented),
            "text": (consent.text_en if in_english else "") or consent.text,
        },
        "kept_for_days": conversation.team.retention_days,
        "events": _events(conversation, key),
    }


def _events(conversation: Conversation, key: bytes) -> list[Told]:
    rows = Event.objects.filter(conversation=conversation, place__isnull=False)
    known = rows.select_related("professional").order_by("place")
    events: dict[str, Told] = {}
    for event in known.iterator(chunk_size=500):
        body, is_readable = _body(event, key)
        told = events[str(event.uuid)] = _told(event, body, conversation.language)
        if not is_readable:
            told["unreadable"] = True
        _change_target(events, event, body)
    return list(events.values())


def _body(event: Event, key: bytes) -> tuple[Told, bool]:
    if event.body is None:
        return {}, True
    try:
        return opened(key, event.uuid, bytes(event.body)), True
    except (SealError, ValueError):
        return {}, False


def _told(event: Event, body: Told, language: str) -> Told:
    told: Told = {
        "place": event.place,
        "id": str(event.uuid),
        "kind": event.kind,
        "author": event.author,
        "at": _time(event.at),
    }
    if event.professional is not None:
        told.update(_person(event.professional, language))
    shown = _only(body, _SHOWN.get(event.kind, ()))
    if "files" in shown:
        shown["files"] = [_only(file, _OF_FILE) for file in shown["files"]]
    if event.kind == "transferred":
        told["to"] = body.get("name", "")
    return told | shown


def _change_target(events: dict[str, Told], event: Event, body: Told) -> None:
    """Write a message as it is now; what it said before is nobody's any more."""
    target = events.get(str(body.get("target")))
    if target is None or target["kind"] != "message":
        return
    if event.kind == "edited" and "deleted" not in target:
        target.update(text=body.get("text", ""), edited=_time(event.at))
    elif event.kind == "deleted":
        target["deleted"] = _time(event.at)
        for name in ("text", "files", "edited", "answers"):
            target.pop(name, None)


def _person(professional: Professional, language: str) -> Told:
    return {
        "name": _in(language, professional.name, professional.name_en),
        "title": _in(language, professional.title, professional.title_en),
    }


def _only(body: Told, names: Iterable[str]) -> Told:
    return {name: body[name] for name in names if name in body}


def _in(language: str, urdu: str, english: str) -> str:
    return (english if language == "en" else "") or urdu


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="milliseconds")
