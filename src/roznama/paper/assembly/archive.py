"""The dated archive: a day's stories, and the days and months that have any."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import TruncDate, TruncMonth
from django.urls import reverse

from roznama.changes.reads import reads
from roznama.newsroom import keys
from roznama.paper.addresses import absolute
from roznama.paper.assembly.cards import cards
from roznama.paper.assembly.frame import build_frame
from roznama.paper.assembly.lists import numbered, page_of
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import published
from roznama.paper.sheets import ArchiveSheet, Head, Link
from roznama.urdu.dates import format_date, format_day, format_month


def latest_day(month_of: date | None = None) -> date | None:
    """Return the newest day (of a date's month) that has stories, None where none has."""
    return _days(month_of).last()


def archive_sheet(day: date, number: str) -> ArchiveSheet:
    """Gather the archive page of a day."""
    reads(keys.day(day), keys.days(day), keys.MONTHS)
    sections = Sections()
    path = day_path(day)
    stories = published().filter(first_published_at__date=day)
    found, pager = page_of(stories, number, path)
    title = format_date(day)
    return ArchiveSheet(
        frame=build_frame(sections),
        head=Head(
            title=title,
            description=title,
            canonical=absolute(numbered(path, pager.number)),
            prev_path=pager.newer_path,
            next_path=pager.older_path,
        ),
        title=title,
        cards=cards(found, sections),
        months=_months(),
        days=tuple(Link(format_day(other), day_path(other)) for other in _days(day)),
        pager=pager,
        day_path=path,
        month_path=reverse("archive-month", args=[day.year, day.month]),
    )


def day_path(day: date) -> str:
    """Return the archive's path for a day."""
    return reverse("archive-day", args=[day.year, day.month, day.day])


def _days(month_of: date | None = None) -> QuerySet[Any, date]:
    stories = published().order_by()
    if month_of:
        stories = stories.filter(
            first_published_at__year=month_of.year, first_published_at__month=month_of.month
        )
    days = stories.annotate(day=TruncDate("first_published_at"))
    return days.values_list("day", flat=True).distinct().order_by("day")


def _months() -> tuple[Link, ...]:
    """Return the months that have stories, newest first, each leading to its newest day."""
    stories = published().order_by().annotate(month=TruncMonth("first_published_at"))
    months = stories.values_list("month", flat=True).distinct().order_by("-month")
    return tuple(
        Link(format_month(month), reverse("archive-month", args=[month.year, month.month]))
        for month in months
    )
