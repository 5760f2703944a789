"""Who is on duty, who may be, and who no longer is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils.timezone import get_default_timezone

from roznama.desk.hours import Calendar, Span
from roznama.desk.licences import Badge, badge, badges, paper_day
from roznama.desk.models import Holiday, Hours, Professional, Team

__all__ = [
    "AWAY_AFTER",
    "OFF_AFTER",
    "Badge",
    "DutyError",
    "OffDuty",
    "badge",
    "calendars",
    "enforce",
    "go_off_duty",
    "go_on_duty",
    "hear",
    "is_within_hours",
    "may_go_on_duty",
    "next_opening",
    "status",
]

AWAY_AFTER = timedelta(seconds=90)
"""A console that was silent for longer gets no new chat. A phone may lose its network so long."""

OFF_AFTER = timedelta(minutes=10)
"""After so long a silence somebody on duty is taken off it."""


class DutyError(Exception):
    """Somebody cannot go on duty; `code` is `licence` or `account`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class OffDuty:
    """Somebody who was taken off duty; `why` is `licence`, `account` or `silent`."""

    professional: int
    why: str


def calendars(teams: Iterable[int]) -> dict[int, Calendar]:
    """Return the hours of teams (by primary key), in two queries."""
    wanted = list(teams)
    spans: dict[int, list[Span]] = defaultdict(list)
    for row in Hours.objects.filter(team__in=wanted):
        spans[row.team_id].append(Span(row.weekday, row.opens, row.closes))
    days: dict[int, set[date]] = defaultdict(set)
    for team, day in Holiday.objects.filter(team__in=wanted).values_list("team", "day"):
        days[team].add(day)
    zone = get_default_timezone()
    return {pk: Calendar(zone, tuple(spans[pk]), frozenset(days[pk])) for pk in wanted}


def is_within_hours(team: Team, now: datetime) -> bool:
    """Whether a team's hours say that somebody is there."""
    return calendars([team.pk])[team.pk].is_open(now)


def next_opening(team: Team, now: datetime) -> datetime | None:
    """Return when a team is there next; None when it is now, or not within FAR days."""
    return calendars([team.pk])[team.pk].next_opening(now)


def status(professional: Professional, now: datetime) -> str:
    """Return `online`, `away` (on duty, but silent for AWAY_AFTER) or `off`."""
    if not professional.on_duty or professional.heard is None:
        return "off"
    silent = now - professional.heard
    if silent > OFF_AFTER:
        return "off"
    return "away" if silent > AWAY_AFTER else "online"


def may_go_on_duty(professional: Professional, today: date) -> bool:
    """Whether their account is active and they hold a valid licence, or need none."""
    return not _obstacle(professional, badge(professional, today))


def go_on_duty(professional: Professional, now: datetime) -> None:
    """Put somebody on duty.

    Raises:
        DutyError: they may not.

    """
    if why := _obstacle(professional, badge(professional, paper_day(now))):
        raise DutyError(why)
    _set(professional, on_duty=True, now=now)


def go_off_duty(professional: Professional, now: datetime) -> None:
    """Take somebody off duty who says so, and was heard from by that."""
    _set(professional, on_duty=False, now=now)


def hear(professionals: Iterable[int], now: datetime) -> None:
    """Note that consoles were heard from; a time that is there is never set back."""
    earlier = Q(heard__isnull=True) | Q(heard__lt=now)
    Professional.objects.filter(earlier, pk__in=list(professionals)).update(heard=now)


def enforce(now: datetime) -> list[OffDuty]:
    """Take off duty who may not be on it or is silent for OFF_AFTER; return who was.

    Safe to call from several processes: each professional is told of once.
    """
    people = list(Professional.objects.filter(on_duty=True).select_related("user").order_by("pk"))
    valid = badges([one.pk for one in people], paper_day(now))
    found = [OffDuty(one.pk, _fault(one, valid.get(one.pk), now)) for one in people]
    return [one for one in found if one.why and _take_off(one, now)]


def _obstacle(professional: Professional, valid: Badge | None) -> str:
    if not professional.user.is_active:
        return "account"
    return "licence" if professional.needs_licence and valid is None else ""


def _fault(professional: Professional, valid: Badge | None, now: datetime) -> str:
    is_silent = status(professional, now) == "off"
    return _obstacle(professional, valid) or ("silent" if is_silent else "")


def _take_off(one: OffDuty, now: datetime) -> bool:
    """Whether it was this call that took them off; who was heard from meanwhile stays."""
    found = Professional.objects.filter(pk=one.professional, on_duty=True)
    if one.why == "silent":
        found = found.filter(Q(heard__isnull=True) | Q(heard__lt=now - OFF_AFTER))
    return found.update(on_duty=False) == 1


def _set(professional: Professional, *, on_duty: bool, now: datetime) -> None:
    professional.on_duty, professional.heard = on_duty, now
    Professional.objects.filter(pk=professional.pk).update(on_duty=on_duty, heard=now)
