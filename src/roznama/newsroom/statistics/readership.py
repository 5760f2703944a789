"""What readers read: the stories read most, each with its line over the days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet, Sum
from django.db.models.functions import ExtractHour, TruncMonth, TruncWeek
from django.utils.timezone import localdate
from wagtail.models import Page

from roznama.newsroom.models import DayReads, HourReads
from roznama.newsroom.statistics.counting import HOURS_KEPT
from roznama.newsroom.statistics.scope import Scope

MOST = 20
"""Stories that are named."""

When = date | int
"""The first day of a step, or an hour of the day."""


@dataclass(frozen=True, slots=True)
class Read:
    """A story with its reads; `line` has one number for each step of the period."""

    pk: int
    title: str
    url: str
    """Its page; empty for one that is off the paper."""
    path: str
    reads: int
    line: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Readership:
    """All reads by step, and the stories read most. Steps are hours where there is one day."""

    steps: tuple[When, ...]
    reads: tuple[int, ...]
    stories: tuple[Read, ...]


def readership(scope: Scope, most: int = MOST) -> Readership:
    """Return what was read in a scope's days, whenever it was published: in four queries."""
    steps = _steps(scope)
    days = DayReads.objects.filter(
        scope.where("article__"), day__gte=scope.since, day__lte=scope.until
    )
    rows = days.values("article").annotate(total=Sum("reads")).order_by("-total", "article")[:most]
    totals = dict(rows.values_list("article", "total"))
    pages = Page.objects.in_bulk(totals)
    lines = _lines(scope, totals, steps)
    return Readership(
        steps,
        _line(dict(_by_step(scope, scope.where("article__")).values_list("at", "n")), steps),
        tuple(_read(pages[pk], total, lines[pk]) for pk, total in totals.items() if pk in pages),
    )


def _steps(scope: Scope) -> tuple[When, ...]:
    return tuple(range(24)) if is_by_hour(scope) else tuple(scope.beginnings())


def is_by_hour(scope: Scope) -> bool:
    """Whether a period is one day whose hours are still kept."""
    return scope.since == scope.until > localdate() - HOURS_KEPT + timedelta(days=1)


def _by_step(scope: Scope, where: Q) -> QuerySet[Any, Any]:
    """Reads by step: rows with `at` and `n`."""
    if is_by_hour(scope):
        hours = HourReads.objects.filter(where, scope.within("hour"))
        return hours.values(at=ExtractHour("hour")).annotate(n=Sum("reads")).order_by()
    days = DayReads.objects.filter(where, day__gte=scope.since, day__lte=scope.until)
    at = {"day": F("day"), "week": TruncWeek("day"), "month": TruncMonth("day")}[scope.step]
    return days.values(at=at).annotate(n=Sum("reads")).order_by()


def _lines(
    scope: Scope, stories: Iterable[int], steps: tuple[When, ...]
) -> dict[int, tuple[int, ...]]:
    found: dict[int, dict[When, int]] = {pk: {} for pk in stories}
    rows = _by_step(scope, Q(article__in=list(found)))
    for pk, at, reads in rows.values_list("article", "at", "n"):
        found[pk][at] = reads
    return {pk: _line(numbers, steps) for pk, numbers in found.items()}


def _line(numbers: dict[Any, int], steps: tuple[When, ...]) -> tuple[int, ...]:
    return tuple(numbers.get(step, 0) for step in steps)


def _read(page: Page, reads: int, line: tuple[int, ...]) -> Read:
    url = (page.url or "") if page.live else ""
    return Read(page.pk, page.title, url, page.path, reads, line)
