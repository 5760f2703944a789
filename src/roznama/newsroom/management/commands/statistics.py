"""`roznama statistics`"""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.timezone import localdate
from django.utils.translation import override

from roznama.newsroom.models import CorrectionKind, SectionPage
from roznama.newsroom.statistics.lasting import Lasting
from roznama.newsroom.statistics.report import Report, report
from roznama.newsroom.statistics.scope import LONGEST, Scope
from roznama.newsroom.statistics.words import number, span

_USUALLY = timedelta(days=29)
_SHOWN = 10  # lines of a list for people


class Command(BaseCommand):
    """Tells the statistics of the desks."""

    help = "Tell what the desks published, how long it took, and what was read."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the days and the desk."""
        words = "YYYY-MM-DD"
        parser.add_argument("--from", dest="since", metavar=words, help="the first day")
        parser.add_argument("--to", dest="until", metavar=words, help="the last day (today)")
        parser.add_argument("--desk", metavar="SLUG", help="one desk, by its section's address")
        parser.add_argument("--json", action="store_true", help="all of it as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Count, and tell. Bad input ends in status 2."""
        found = report(_scope(options))
        if options["json"]:
            self.stdout.write(json.dumps(_told(found), ensure_ascii=False))
            return
        with override("en"):
            for line in _lines(found):
                self.stdout.write(line)


def _scope(options: dict[str, Any]) -> Scope:
    until = _day(options["until"]) or localdate()
    since = _day(options["since"]) or until - _USUALLY
    if since > until:
        raise CommandError("the period ends before it begins", returncode=2)
    if (until - since).days > LONGEST:
        raise CommandError(f"the period is longer than {LONGEST} days", returncode=2)
    if not options["desk"]:
        return Scope(since, until)
    desk = SectionPage.objects.filter(slug=options["desk"]).first()
    if desk is None:
        raise CommandError(f"there is no desk {options['desk']!r}", returncode=2)
    return Scope(since, until, (desk,))


def _day(words: str | None) -> date | None:
    try:
        found = date.fromisoformat(words) if words else None
    except ValueError:
        found = date.min
    if found is not None and not 1990 <= found.year < 3000:
        raise CommandError(f"{words!r} is no day; write it as 2026-11-27", returncode=2)
    return found


def _told(found: Report) -> dict[str, Any]:
    """Return the report as plain values; times are in seconds."""
    read = found.readership
    return {
        "from": found.scope.since.isoformat(),
        "to": found.scope.until.isoformat(),
        "stories": found.stories,
        "corrections": found.corrections,
        "reads": sum(read.reads),
        "time_to_print": _took(found.lasting),
        "desks": [
            {
                "desk": one.name,
                "stories": one.stories,
                "off_the_paper": one.off,
                "notices": one.notices,
                "time_to_print": _took(one.lasting),
            }
            for one in found.desks
        ],
        "bylines": [{"name": one.name, "stories": one.stories} for one in found.authors],
        "writers": [{"name": one.name, "stories": one.stories} for one in found.writers],
        "step": found.scope.step,
        "over_time": _over_time(found.steps, found.by_step),
        "hours": list(found.by_hour),
        "reads_over_time": _over_time(read.steps, read.reads),
        "most_read": [
            {"story": one.pk, "title": one.title, "url": one.url, "reads": one.reads,
             "line": list(one.line)}
            for one in read.stories
        ],
    }  # fmt: skip


def _took(took: Lasting | None) -> dict[str, Any] | None:
    if took is None:
        return None
    return {
        "stories": took.stories,
        "median": round(took.median.total_seconds()),
        "nine_of_ten": round(took.most.total_seconds()),
    }


def _over_time(steps: Any, numbers: Any) -> dict[str, int]:
    return {str(at): n for at, n in zip(steps, numbers, strict=True)}


def _lines(found: Report) -> list[str]:
    read = found.readership
    lines = [
        f"{found.scope.since} to {found.scope.until}: {number(found.stories)} stories,"
        f" {number(sum(read.reads))} reads, {number(found.corrections)} corrections",
        "",
        "stories  half within  nine of ten  corrections  desk",
    ]
    for one in found.desks:
        took = one.lasting
        times = (span(took.median if took else None), span(took.most if took else None))
        corrections = one.notices.get(CorrectionKind.CORRECTION, 0)
        figures = f"{number(one.stories):>7}  {times[0]:>11}  {times[1]:>11}"
        lines.append(f"{figures}  {number(corrections):>11}  {one.name}")
    for title, rows in (
        ("bylines", [(one.stories, one.name) for one in found.authors]),
        ("most read", [(one.reads, one.title) for one in read.stories]),
    ):
        lines += ["", f"{title}:"]
        lines += [f"{number(count):>7}  {name}" for count, name in rows[:_SHOWN]]
    return lines
