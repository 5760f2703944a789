"""What the console's lists show of a conversation: no word of what was said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from roznama.desk.chat.showing import milliseconds
from roznama.desk.chat.state import ACTIVE, BOT, WAITING
from roznama.desk.models import Conversation, Member

Told = dict[str, Any]

_COLUMNS = (
    "pk", "public", "team", "state", "urgent", "flags", "language", "province", "page",
    "professional", "last_professional", "offered", "offered_at", "waiting_since", "first_waited",
    "last_at", "opened", "closed_at", "seq", "place", "reader_read", "staff_read", "stars",
    "has_contact", "may_publish",
)  # fmt: skip
_TIMES = ("offered_at", "waiting_since", "first_waited", "last_at", "opened", "closed_at")
_MOST = 300


def summaries(ids: Iterable[int]) -> list[Told]:
    """Return the summaries of conversations."""
    return _told(Conversation.objects.filter(pk__in=list(ids)))


def open_in(teams: Iterable[int], professional: int) -> list[Told]:
    """Return what stands in these teams' lists now, and what somebody had last: newest first."""
    rows = Conversation.objects.filter(team__in=list(teams))
    now = rows.filter(state__in=(BOT, WAITING, ACTIVE)).order_by("-urgent", "waiting_since")
    mine = rows.filter(last_professional=professional, state="closed").order_by("-closed_at")
    return _told(now[:_MOST]) + _told(mine[:50])


def _told(rows: QuerySet[Conversation]) -> list[Told]:
    found = []
    for row in rows.values(*_COLUMNS):
        told: Told = dict(row)
        told["id"], told["chat"] = str(told.pop("public")), told.pop("pk")
        told["flags"] = told["flags"].split()
        for name in _TIMES:
            told[name] = milliseconds(told[name])
        found.append(told)
    return found


def colleagues() -> list[Told]:
    """Return who is in which team, with whether they are on duty."""
    rows = Member.objects.values_list(
        "team",
        "professional",
        "professional__name",
        "professional__name_en",
        "professional__on_duty",
    )
    names = ("team", "id", "name", "name_en", "on_duty")
    return [dict(zip(names, row, strict=True)) for row in rows]
