"""How a team stands now, read from the database: what a promise is made from.

Pick-ups are counted from the first offer, when a seat was there for the reader, so that a
question left overnight does not count as a slow answer; lengths from when a chat was taken.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.core.cache import cache
from django.db.models import Count, OuterRef, Subquery

from roznama.desk.duty import AWAY_AFTER, calendars
from roznama.desk.licences import may_answer, paper_day
from roznama.desk.models import Conversation, Event, Member, Team
from roznama.desk.promise import Pace, Promise, Seat, promise

SAMPLES = 200
"""Conversations that a pace is taken from, the newest."""

RECENT = timedelta(days=30)
"""How far back they may lie."""

MOST_WAITING = 2000
"""How much of the queue is looked at."""

_PACE_HOLDS = 60  # seconds


@dataclass(frozen=True, slots=True)
class Outlook:
    """A team now: who is there, who waits in which order, how it went, and its hours."""

    seats: tuple[Seat, ...]
    queue: tuple[Waiting, ...]
    pace: Pace
    opens_at: datetime | None
    is_within: bool

    def promise(self, position: int, language: str = "") -> Promise:
        """Return what somebody at a position is told; who does not speak theirs is left out."""
        seats = [one for one in self.seats if not language or language in one.languages]
        made = promise(seats, position, self.pace)
        if made.kind == "nobody" and not self.is_within:
            return replace(made, kind="closed", opens_at=self.opens_at)
        return made

    def newcomer(self, language: str = "") -> Promise:
        """Return what somebody is told who asks now, and not urgently."""
        return self.promise(len(self.queue) + 1, language)

    def waiting(self) -> dict[int, Promise]:
        """Return what everybody in the queue is told, by the conversation's primary key."""
        places = enumerate(self.queue, start=1)
        return {one.pk: self.promise(place, one.language) for place, one in places}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A conversation in a team's queue, with the professional it is offered to."""

    pk: int
    team: int
    language: str
    offered: int | None


def outlooks(teams: Iterable[Team], now: datetime) -> dict[int, Outlook]:
    """Return how teams stand, by primary key: five queries, and one a team every minute."""
    wanted = [team.pk for team in teams]
    people = _people(wanted, now)
    loads = _loads({pk for rows in people.values() for pk, *_ in rows})
    queue = _queue()
    hours = calendars(wanted)
    return {
        team: Outlook(
            seats=tuple(_seats(team, people[team], loads, queue)),
            queue=tuple(one for one in queue if one.team == team),
            pace=pace(team, now),
            opens_at=hours[team].next_opening(now),
            is_within=hours[team].is_open(now),
        )
        for team in wanted
    }


def outlook(team: Team, now: datetime) -> Outlook:
    """Return how one team stands."""
    return outlooks([team], now)[team.pk]


def promise_for(conversation: Conversation, now: datetime) -> Promise | None:
    """Return what a reader is told who waits in the queue; None for one who does not."""
    if conversation.state != "waiting":
        return None
    found = outlook(conversation.team, now)
    place = found.waiting().get(conversation.pk)
    return place or found.newcomer(conversation.language)


def pace(team: int, now: datetime) -> Pace:
    """Return how it went lately in a team; what was found is kept for a minute."""
    minute = int(now.timestamp()) // _PACE_HOLDS
    name = f"desk-pace-{team}-{minute}"
    known: Pace | None = cache.get(name)
    if known is None:
        known = _pace(team, now)
        cache.set(name, known, _PACE_HOLDS)
    return known


def _pace(team: int, now: datetime) -> Pace:
    rows = (
        Conversation.objects.filter(team=team, last_at__gte=now - RECENT, first_answered__lte=now)
        .order_by("-first_answered")
        .annotate(seat=_first("offered"), taken=_first("taken"))
        .values_list("first_waited", "seat", "taken", "first_answered", "closed_at")[:SAMPLES]
    )
    pickups: list[float | None] = []
    lengths: list[float | None] = []
    for waited, seat, taken, answered, closed in rows:
        pickups.append(_seconds(seat or waited, answered))
        lengths.append(_seconds(taken or answered, closed))
    return Pace(
        tuple(one for one in pickups if one is not None),
        tuple(one for one in lengths if one is not None),
    )


def _seconds(begin: datetime | None, end: datetime | None) -> float | None:
    return max(0.0, (end - begin).total_seconds()) if begin and end else None


def _first(kind: str) -> Subquery:
    events = Event.objects.filter(conversation=OuterRef("pk"), kind=kind).order_by("seq")
    return Subquery(events.values("at")[:1])


def _people(teams: list[int], now: datetime) -> dict[int, list[tuple[int, int, str]]]:
    """Return each team's professionals who are there: primary key, capacity, languages."""
    there = Member.objects.filter(
        may_answer(paper_day(now), "professional__"),
        team__in=teams,
        professional__on_duty=True,
        professional__heard__gte=now - AWAY_AFTER,
    ).values_list("team", "professional", "professional__capacity", "professional__languages")
    people: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for team, *rest in there:
        people[team].append((rest[0], rest[1], rest[2]))
    return people


def _loads(people: set[int]) -> dict[int, int]:
    active = Conversation.objects.filter(state="active", professional__in=people)
    return dict(active.values_list("professional").annotate(chats=Count("pk")))


def _queue() -> list[Waiting]:
    """Return who waits, in the order of the queue. Other teams' offers take seats as well."""
    # The teams are named because the index of the queue begins with them.
    rows = Conversation.objects.filter(
        team__in=Team.objects.values("pk"), state="waiting"
    ).order_by("-urgent", "waiting_since", "pk")
    fields = rows.values_list("pk", "team", "language", "offered")
    return [Waiting(*row) for row in fields[:MOST_WAITING]]


def _seats(
    team: int, people: list[tuple[int, int, str]], loads: dict[int, int], queue: list[Waiting]
) -> Iterator[Seat]:
    # What is offered from this team's queue keeps its place there: it is no load besides.
    elsewhere = Counter(one.offered for one in queue if one.team != team)
    for pk, capacity, languages in people:
        load = loads.get(pk, 0) + elsewhere[pk]
        yield Seat(capacity, load, frozenset(languages.split()))
