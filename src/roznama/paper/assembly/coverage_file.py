"""What the live file of a coverage says, and of which stories there is one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.timezone import localtime, now

from roznama.newsroom.models import LiveCoverage, LiveUpdate
from roznama.paper.assembly.coverage import MOST_KEY, file_name, update_lines
from roznama.paper.assembly.stories import published
from roznama.paper.live_sheets import UpdateLine
from roznama.urdu import dates

TOLD_AFTER = timedelta(days=1)
"""How long after its end a coverage still has a file: readers' open pages learn that it is over."""

_KNOWN = 100
"""So many of the newest updates are told by number and version."""

_WHOLE = 8
"""So many of those that changed last are told whole; for more, a page fetches itself anew."""

_MOST_GONE = 200


@dataclass(frozen=True, slots=True)
class Told:
    """A coverage whose file there is to be; `mark` is another when the file says something else."""

    name: str
    mark: str
    coverage: LiveCoverage


def told_coverages() -> list[Told]:
    """Return the coverages of published stories that are on, or were until lately. One query.

    A story that was withdrawn, has expired or is under embargo is not among them.
    """
    recent = Q(is_on=True) | Q(ended__gt=now() - TOLD_AFTER)
    found = LiveCoverage.objects.filter(recent, article__in=published().order_by())
    return [
        Told(file_name(one.article_id), f"{one.version} {one.article.url_path}", one)
        for one in found.select_related("article")
    ]


def coverage_words(told: Told) -> dict[str, Any]:
    """Return what a coverage's file says.

    `on`; `first`, the oldest update of the story's page; `updates`, the newest ones in the page's
    order, each as [number, version, seconds since the epoch, day, whether it is on top]; `gone`,
    the numbers of removed ones; `html`, those that changed last, by number, as pages have them;
    `days`, the heads of days; `key`, the box of key moments, empty for none.
    """
    coverage, path = told.coverage, cast(str, told.coverage.article.url)
    standing = coverage.updates.filter(removed_at=None)
    newest = standing.filter(number__gt=coverage.last_number - _KNOWN) | standing.filter(
        is_pinned=True
    )
    known = [_known(one) for one in newest.only(*_KNOWN_FIELDS)]
    gone = coverage.updates.exclude(removed_at=None).order_by("-number")
    return {
        "on": coverage.is_on,
        "first": coverage.first_number,
        "updates": known,
        "gone": list(gone.values_list("number", flat=True)[:_MOST_GONE]),
        "html": {line.number: fragment(line) for line in _latest(coverage, path)},
        "days": _day_heads(known),
        "key": _key_box(coverage, path),
    }


_KNOWN_FIELDS = ("coverage", "number", "version", "time", "is_pinned")


def _known(update: LiveUpdate) -> list[Any]:
    time = localtime(update.time)
    day = time.date().isoformat()
    return [update.number, update.version, int(time.timestamp()), day, int(update.is_pinned)]


def fragment(line: UpdateLine) -> str:
    """Return one update as it stands on a page."""
    return render_to_string("paper/parts/update.html", {"update": line}).strip()


def _latest(coverage: LiveCoverage, path: str) -> list[UpdateLine]:
    standing = coverage.updates.filter(removed_at=None).select_related("author")
    posted = standing.order_by("-number")[:_WHOLE]
    changed = standing.exclude(changed_at=None).order_by("-changed_at")[:_WHOLE]
    both = {one.pk: one for one in (*posted, *changed)}.values()
    latest = sorted(both, key=lambda one: one.changed_at or one.posted_at, reverse=True)
    return update_lines(path, latest[:_WHOLE])


def _day_heads(known: list[list[Any]]) -> dict[str, str]:
    days = sorted({day for _, _, _, day, _ in known}, reverse=True)
    return {day: dates.format_date(date.fromisoformat(day)) for day in days}


def _key_box(coverage: LiveCoverage, path: str) -> str:
    keyed = coverage.updates.filter(removed_at=None, is_key=True).select_related("author")
    lines = update_lines(path, list(keyed[:MOST_KEY]))
    return render_to_string("paper/parts/key_moments.html", {"key": lines}).strip()
