"""Conversations end their stay: so many days after the last word, as the team is set to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from roznama.desk.chat.commands import Close, System
from roznama.desk.chat.engine import Op, execute
from roznama.desk.chat.state import ACTIVE, BOT, ERASED
from roznama.desk.erasing import erase_locked
from roznama.desk.files import delete_unused, sweep
from roznama.desk.models import Conversation, Team

IDLE = timedelta(hours=24)
BY = "retention"
_BATCH = 200


@dataclass(frozen=True, slots=True)
class Tidied:
    """What a round has deleted: conversations, files no message shows, files without a row."""

    expired: int
    unused: int
    strays: int


def tidy(now: datetime) -> Tidied:
    """Do everything that is to be done once in a while; an hour between is often enough."""
    return Tidied(expire(now), delete_unused(now), sweep())


def expire(now: datetime) -> int:
    """Erase the conversations whose days are over; return how many.

    Each in a transaction of its own, so nobody waits for long. One that a professional has is
    left alone: `overdue` tells of it.
    """
    return sum(_expire_team(team, now) for team in Team.objects.order_by("pk"))


def close_idle(now: datetime) -> int:
    """End conversations whose reader has been silent for IDLE; return how many.

    One that waits for a professional's word is not idle: the desk owes that. A reader who
    writes again after the end is queued again.
    """
    rows = Conversation.objects.filter(last_at__lt=now - IDLE)
    silent = rows.filter(Q(state=ACTIVE, waiting_since__isnull=True) | Q(state=BOT))
    ops = [
        Op(pk, System(), Close(now - IDLE), uuid4()) for pk in silent.values_list("pk", flat=True)
    ]
    for start in range(0, len(ops), _BATCH):
        execute(ops[start : start + _BATCH])
    return len(ops)


def overdue(now: datetime) -> int:
    """Return how many conversations are kept longer because a professional still has them."""
    return sum(_past(team, now).filter(state=ACTIVE).count() for team in Team.objects.all())


def _expire_team(team: Team, now: datetime) -> int:
    count, after = 0, 0
    while ids := list(_due(team, now).filter(pk__gt=after).values_list("pk", flat=True)[:_BATCH]):
        count += sum(_expire_one(team, now, pk) for pk in ids)
        after = ids[-1]
    return count


def _expire_one(team: Team, now: datetime, pk: int) -> bool:
    """Erase one unless its reader has written in this moment."""
    with transaction.atomic():
        row = _due(team, now).select_for_update().filter(pk=pk).first()
        return row is not None and erase_locked(row, BY)


def _due(team: Team, now: datetime) -> QuerySet[Conversation]:
    return _past(team, now).exclude(state=ACTIVE)


def _past(team: Team, now: datetime) -> QuerySet[Conversation]:
    """Return what is past a team's days: its own, and what readers agreed to with this team.

    A conversation that was handed to another team stays for the shorter time of the two.
    """
    edge = now - timedelta(days=team.retention_days)
    rows = Conversation.objects.filter(Q(team=team) | Q(consent__team=team)).exclude(state=ERASED)
    return rows.annotate(word=Coalesce("last_at", "opened")).filter(word__lt=edge).order_by("pk")
