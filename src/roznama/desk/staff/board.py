"""The desk head's board: how a team stands now, and how it did from one day to another."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Min, Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from roznama.desk import audit
from roznama.desk.board import Board, Numbers, board, export
from roznama.desk.chat.commands import RefusalError
from roznama.desk.models import Conversation, Team
from roznama.desk.models.team import WEEKDAYS
from roznama.desk.outlook import outlook
from roznama.desk.promise import Promise
from roznama.desk.staff.asking import Person, answers, name_of, not_staff, page
from roznama.desk.staff.charts import Chart, bars

_USUAL = timedelta(days=29)
_LONGEST = timedelta(days=366)
_MOST_ROWS = 100
_LISTED = (
    "pk", "opened", "state", "urgent", "stars", "professional__name", "last_professional__name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its title, and the heading of the table that says the same."""

    title: str
    column: str
    chart: Chart


def _headed(person: Person, slug: str) -> Team | None:
    """Return a team if they head it; of others it is not even told whether there are any."""
    return Team.objects.filter(slug=slug, pk__in=person.actor.heads).first()


@page
def show(request: HttpRequest, person: Person, team: str) -> HttpResponseBase:
    """Show the board of a team to its head."""
    found = _headed(person, team)
    if found is None:
        return not_staff(request)
    first, last = _days(request)
    numbers = board(found, first, last)
    told = {
        "language": person.language,
        "slug": found.slug,
        "team": name_of(found, person.language),
        "first": first,
        "last": last,
        "now": _now(found),
        "board": numbers,
        "figures": _figures(numbers, found),
        "waits": _waits(numbers.total),
        "professionals": [(name, one, _waits(one)) for name, one in numbers.professionals],
        "rows": _rows(found, first, last),
    }
    return render(request, "desk/board.html", told)


@answers("GET")
def now(request: HttpRequest, person: Person, team: str) -> HttpResponseBase:
    """Tell how a team stands now."""
    found = _headed(person, team)
    if found is None:
        raise RefusalError("not_yours")
    return JsonResponse(_now(found))


@page
def export_view(request: HttpRequest, person: Person, team: str) -> HttpResponseBase:
    """Hand out the numbers of each conversation as CSV, without a word of any."""
    found = _headed(person, team)
    if found is None:
        return not_staff(request)
    first, last = _days(request)
    file = io.StringIO()
    with transaction.atomic():
        csv.writer(file).writerows(export(found, first, last))
        first_day, last_day = first.isoformat(), last.isoformat()
        audit.write(person.user, "export", team=found.slug, first=first_day, last=last_day)
    # The mark tells spreadsheets that it is UTF-8.
    response = HttpResponse("\ufeff" + file.getvalue(), content_type="text/csv; charset=utf-8")
    name = f"{found.slug}-{first}-{last}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _days(request: HttpRequest) -> tuple[date, date]:
    """Return the first and last day asked for; the last thirty where that is no range."""
    today = timezone.localdate()
    first = _day(request.GET.get("from", ""), today - _USUAL)
    last = _day(request.GET.get("to", ""), today)
    first, last = min(first, last), max(first, last)
    return max(first, last - _LONGEST), last


def _day(text: str, otherwise: date) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return otherwise
    # Years that no calendar of a database takes are no days of the paper's.
    return found if 2000 <= found.year <= 2100 else otherwise


def _now(team: Team) -> dict[str, Any]:
    time = timezone.now()
    counted = Conversation.objects.filter(team=team).aggregate(
        waiting=Count("pk", filter=Q(state="waiting")),
        active=Count("pk", filter=Q(state="active")),
        since=Min("waiting_since", filter=Q(state="waiting")),
    )
    since = counted["since"]
    seen = outlook(team, time)
    return {
        "waiting": counted["waiting"],
        "active": counted["active"],
        "longest": clock((time - since).total_seconds()) if since else "–",
        "on_duty": len(seen.seats),
        "promise": _promised(seen.newcomer()),
    }


def _promised(told: Promise) -> str:
    if told.kind in ("now", "wait"):
        low, high = told.low_minutes, told.high_minutes
        return _("{low}–{high} minutes").format(low=low, high=high)
    return {
        "unknown": _("none: too few answers lately"),
        "nobody": _("none: nobody is on duty"),
        "closed": _("none: outside the hours"),
    }.get(told.kind, "")


def clock(seconds: float | None) -> str:
    """Return a length of time as on a stopwatch, a dash for none."""
    if seconds is None:
        return "–"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _waits(numbers: Numbers) -> list[str]:
    found = (numbers.first_word_median, numbers.first_word_p80, numbers.first_word_p95)
    return [clock(seconds) for seconds in found]


def _figures(told: Board, team: Team) -> list[Figure]:
    total = told.total
    waits = zip(
        (50, 80, 95),
        (total.first_word_median, total.first_word_p80, total.first_word_p95),
        strict=True,
    )
    limit = (float(team.answer_minutes), _("allowed: {n} min").format(n=team.answer_minutes))
    return [
        Figure(
            _("Minutes to the first word, of so many percent"),
            _("Percent"),
            bars(
                [(f"{share}%", (wait or 0) / 60, clock(wait)) for share, wait in waits],
                limit=limit,
            ),
        ),
        Figure(
            _("Ratings"),
            _("Stars"),
            bars([("★" * n, count, str(count)) for n, count in enumerate(total.ratings, 1)]),
        ),
        Figure(
            _("Conversations by hour"),
            _("Hour"),
            bars([(f"{hour}", count, str(count)) for hour, count in enumerate(told.hours)]),
        ),
        Figure(
            _("Conversations by day of the week"),
            _("day"),
            bars(
                [
                    (str(name), count, str(count))
                    for (_number, name), count in zip(WEEKDAYS, told.weekdays, strict=True)
                ]
            ),
        ),
        Figure(
            _("Conversations by day"),
            _("day"),
            bars([(f"{day:%d-%m}", count, str(count)) for day, count in told.days]),
        ),
    ]


def _rows(team: Team, first: date, last: date) -> list[dict[str, Any]]:
    """Return the newest conversations, for the head to look into; no word of any."""
    rows = Conversation.objects.filter(
        team=team, key__isnull=False, opened__date__gte=first, opened__date__lte=last
    ).order_by("-opened")
    return [
        {**row, "who": row["professional__name"] or row["last_professional__name"] or ""}
        for row in rows.values(*_LISTED)[:_MOST_ROWS]
    ]
