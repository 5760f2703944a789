"""What has fallen due, and what falls due next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db import connection
from django.db.models import Min, QuerySet
from django.utils import timezone
from wagtail.models import Page, Revision

from roznama.newsroom.front import editions
from roznama.newsroom.models import BreakingLine, Overdue

LONGEST_WAIT = timedelta(minutes=5)
"""How long what failed waits at most, before it is tried again."""


class Kind(StrEnum):
    """What the clock does."""

    EXPIRE = "expire"
    PUBLISH = "publish"
    BREAKING = "breaking"
    FRONT = "front"


@dataclass(frozen=True, slots=True, order=True)
class Job:
    """One thing to do: the time that it was to be done at, and what it is done to.

    `pk` is the page's, or the line's; `revision` is the one to be published, 0 elsewhere.
    """

    time: datetime
    kind: Kind
    pk: int
    revision: int = 0


def clock_time() -> datetime:
    """Return what time it is, by the slower of this machine's clock and the database's.

    Nodes whose clocks differ so agree, and none is early.
    """
    here = timezone.now()
    if connection.vendor != "postgresql":
        return here
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        there: datetime = cursor.fetchone()[0]
    return min(here, there)


def due(now: datetime) -> list[Job]:
    """Return what is to be done now, the oldest first; without what is to be tried later."""
    later = set(_waiting(now).values_list("page_id", flat=True))
    found = [
        Job(time, Kind.EXPIRE, pk)
        for pk, time in Page.objects.filter(live=True, expire_at__lte=now).values_list(
            "pk", "expire_at"
        )
    ]
    revisions = Revision.page_revisions.filter(approved_go_live_at__lte=now)
    found += [
        Job(time, Kind.PUBLISH, int(page), pk)
        for pk, page, time in revisions.values_list("pk", "object_id", "approved_go_live_at")
    ]
    found = [job for job in found if job.pk not in later]
    lines = BreakingLine.objects.exclude(text="").filter(until__lte=now)
    found += [Job(time, Kind.BREAKING, pk) for pk, time in lines.values_list("pk", "until")]
    found += [Job(one.starts_at, Kind.FRONT, one.pk) for one in editions.due(now)]
    return sorted(found)


def next_due(now: datetime) -> datetime | None:
    """Return when something falls due after `now`; None when nothing is planned."""
    times = [
        Page.objects.filter(live=True, expire_at__gt=now).aggregate(at=Min("expire_at"))["at"],
        Revision.page_revisions.filter(approved_go_live_at__gt=now).aggregate(
            at=Min("approved_go_live_at")
        )["at"],
        BreakingLine.objects.exclude(text="")
        .filter(until__gt=now)
        .aggregate(at=Min("until"))["at"],
        editions.next_start(now),
        _waiting(now).aggregate(at=Min("again_at"))["at"],
    ]
    return min((time for time in times if time is not None), default=None)


def _waiting(now: datetime) -> QuerySet[Overdue]:
    """Return what failed and is to wait. A later time was written before the clock was set back."""
    return Overdue.objects.filter(again_at__gt=now, again_at__lte=now + LONGEST_WAIT)
