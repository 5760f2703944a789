"""Which stories are counted: of which days, of which desk, and by whose right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.utils.timezone import make_aware
from wagtail.query import PageQuerySet

from roznama.newsroom.flow.people import may_assign
from roznama.newsroom.flow.roles import desk_roles
from roznama.newsroom.models import ArticlePage, Role, SectionPage

LONGEST = 1100
"""Days of the longest period: three years and a little."""

_BY_DAY, _BY_WEEK = 62, 400  # days of a period that has a column for each day, or week


@dataclass(frozen=True, slots=True)
class View:
    """Whose stories somebody may see counted: of all desks (None), of some, or their own."""

    desks: tuple[int, ...] | None = None
    owner: int | None = None

    def sections(self) -> list[SectionPage]:
        """Return the desks that somebody may choose from, in the menu's order."""
        found = SectionPage.objects.order_by("path")
        return list(found if self.desks is None else found.filter(pk__in=self.desks))


def view_of(user: Any) -> View:
    """Return what somebody sees: the paper, the desks that they head, or what they wrote."""
    if may_assign(user) or user.has_perm("newsroom.view_statistics"):
        return View()
    roles = desk_roles(user).values()
    heads = {row.section_id for row in roles if row.role == Role.DESK_HEAD}
    return View(desks=tuple(sorted(heads))) if heads else View(owner=user.pk)


@dataclass(frozen=True, slots=True)
class Scope:
    """Days from `since` to `until`, both included, of some desks (None: all) or of one person."""

    since: date
    until: date
    desks: tuple[SectionPage, ...] | None = None
    owner: int | None = None

    @property
    def step(self) -> str:
        """What a column of a chart over time stands for: a day, a week or a month."""
        days = (self.until - self.since).days
        return "day" if days < _BY_DAY else "week" if days < _BY_WEEK else "month"

    def beginnings(self) -> list[date]:
        """Return the first day of each step, the earliest first."""
        day, found = beginning(self.since, self.step), []
        while day <= self.until:
            found.append(day)
            day = _next(day, self.step)
        return found

    def stories(self) -> PageQuerySet[ArticlePage]:
        """Return the stories that first went out in these days, in no order.

        One that was taken off the paper since was published all the same.
        """
        found: PageQuerySet[ArticlePage] = ArticlePage.objects.order_by()
        return found.filter(self.within("first_published_at"), self.where())

    def within(self, field: str) -> Q:
        """Return the condition that a moment is in these days."""
        last = midnight(self.until + timedelta(days=1))
        return Q(**{f"{field}__gte": midnight(self.since), f"{field}__lt": last})

    def where(self, to: str = "") -> Q:
        """Return the condition that a story is meant; `to` leads to it, as in `article__`."""
        found = Q() if self.desks is None else _below(self.desks, to)
        return found & Q(**{f"{to}owner": self.owner}) if self.owner is not None else found


def _below(desks: Iterable[SectionPage], to: str) -> Q:
    nothing = Q(**{f"{to}pk__in": []})
    return reduce(or_, (Q(**{f"{to}path__startswith": one.path}) for one in desks), nothing)


def midnight(day: date) -> datetime:
    """Return when a day begins, by the paper's time."""
    return make_aware(datetime.combine(day, time.min))


def beginning(day: date, step: str) -> date:
    """Return the first day of the step that a day is in; weeks begin on Monday."""
    if step == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if step == "week" else day


def _next(day: date, step: str) -> date:
    if step == "month":
        return (day + timedelta(days=31)).replace(day=1)
    return day + timedelta(days=7 if step == "week" else 1)
