"""The queue and the staff as `routing.choose` takes them, read in nine queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Case, Count, F, Max, Q, QuerySet, When

from roznama.desk.duty import AWAY_AFTER
from roznama.desk.licences import may_answer, paper_day
from roznama.desk.models import Conversation, Event, Member, Professional, Team
from roznama.desk.routing import Person, WaitingChat

MOST = 500
"""Chats that are looked at at once, of those in the queue and of those that somebody has."""

_RECENT = 5000  # events, among which the last offers to each professional are looked for
_BEGINS = ("queued", "returned", "transferred", "reopened")
_GETS = ("taken", "transferred")
_FIELDS = (
    "pk",
    "team_id",
    "waiting_since",
    "language",
    "urgent",
    "last_professional_id",
    "offered_id",
    "offered_at",
)


@dataclass(slots=True)
class _Round:
    """Who was offered a chat since it came into the queue, and when somebody got it."""

    offered: set[int] = field(default_factory=set)
    taken: datetime | None = None


def gather(now: datetime) -> tuple[list[WaitingChat], list[Person]]:
    """Return all that is to be decided on: chats in the queue or to be looked after, and staff.

    Of a queue longer than MOST these come first: chats with an offer, urgent ones, and who has
    waited longest.
    """
    queue, active = _queue(), _active(now)
    rounds = _rounds([row["pk"] for row in [*queue, *active]])
    chats = [_chat(row, rounds[row["pk"]], None) for row in queue]
    chats += [_chat(row, rounds[row["pk"]], row["professional_id"]) for row in active]
    return chats, _people(now)


def _queue() -> list[dict[str, Any]]:
    rows = _in_state("waiting").order_by(
        F("offered_at").desc(nulls_last=True), "-urgent", "waiting_since", "pk"
    )
    return _rows(rows)


def _active(now: datetime) -> list[dict[str, Any]]:
    """Return chats that may have to go back: whose professional is silent, late, or may not answer.

    Whose reader waits no longer than the team allows needs no look: most chats, every second.
    """
    due = Q(professional__heard__isnull=True) | Q(professional__heard__lt=now - AWAY_AFTER)
    due |= ~may_answer(paper_day(now), "professional__")
    for team, minutes in Team.objects.values_list("pk", "answer_minutes"):
        due |= Q(team=team, waiting_since__lt=now - timedelta(minutes=minutes))
    rows = _in_state("active").filter(due, professional__isnull=False)
    rows = rows.order_by("-urgent", F("waiting_since").asc(nulls_last=True), "pk")
    return _rows(rows)


def _in_state(state: str) -> QuerySet[Conversation]:
    # The teams are named because the index of the queue begins with them.
    return Conversation.objects.filter(team__in=Team.objects.values("pk"), state=state)


def _rows(rows: QuerySet[Conversation]) -> list[dict[str, Any]]:
    limits = {"seconds": F("team__offer_seconds"), "minutes": F("team__answer_minutes")}
    return list(rows.values(*_FIELDS, "professional_id", **limits)[:MOST])


def _rounds(chats: list[int]) -> dict[int, _Round]:
    rounds: dict[int, _Round] = defaultdict(_Round)
    events = (
        Event.objects.filter(conversation__in=chats, kind__in=("offered", *_BEGINS, *_GETS))
        .order_by("conversation", "seq")
        .values_list("conversation", "kind", "professional", "at")
    )
    for chat, kind, professional, at in events:
        if kind in _BEGINS:
            # Who gave it back, or did not answer, has had their turn.
            rounds[chat].offered = {professional} if kind == "returned" and professional else set()
        if kind in _GETS:
            rounds[chat].taken = at
        if kind == "offered" and professional:
            rounds[chat].offered.add(professional)
    return rounds


def _chat(row: dict[str, Any], turn: _Round, professional: int | None) -> WaitingChat:
    is_waiting = professional is None
    return WaitingChat(
        pk=row["pk"],
        team=row["team_id"],
        since=row["waiting_since"],
        language=row["language"],
        urgent=row["urgent"],
        professional=professional,
        taken=None if is_waiting else turn.taken,
        last_professional=row["last_professional_id"],
        offered=row["offered_id"] if is_waiting else None,
        offered_at=row["offered_at"] if is_waiting else None,
        been_offered=frozenset(turn.offered) if is_waiting else frozenset(),
        offer_seconds=row["seconds"],
        answer_minutes=row["minutes"],
    )


def _people(now: datetime) -> list[Person]:
    """Return everybody who is on duty or has a chat.

    Who may not answer readers any more counts as one who is not heard from, so that the chats
    they have go to others at once.
    """
    chats = _counts()
    found = Professional.objects.filter(Q(on_duty=True) | Q(pk__in=list(chats)))
    may = may_answer(paper_day(now), "")
    rows = list(found.annotate(may=Case(When(may, then=True), default=False)))
    teams, latest = _teams(one.pk for one in rows), _latest_offers()
    return [
        Person(
            pk=one.pk,
            teams=frozenset(teams[one.pk]),
            languages=frozenset(one.languages.split()),
            capacity=one.capacity,
            chats=chats.get(one.pk, 0),
            on_duty=one.on_duty,
            heard=one.heard if one.may else None,
            last_offer=latest.get(one.pk),
        )
        for one in rows
    ]


def _counts() -> dict[int, int]:
    active = _in_state("active").filter(professional__isnull=False)
    return dict(active.values_list("professional").annotate(chats=Count("pk")))


def _teams(people: Iterable[int]) -> dict[int, set[int]]:
    teams: dict[int, set[int]] = defaultdict(set)
    places = Member.objects.filter(professional__in=list(people))
    for professional, team in places.values_list("professional", "team"):
        teams[professional].add(team)
    return teams


def _latest_offers() -> dict[int, datetime]:
    """Return when each was last offered a chat, as far as the newest events tell."""
    newest = Event.objects.aggregate(last=Max("pk"))["last"] or 0
    offers = Event.objects.filter(
        pk__gt=newest - _RECENT, kind="offered", professional__isnull=False
    )
    return dict(offers.values_list("professional").annotate(at=Max("at")))
