"""Doing what fell due: each thing in a transaction of its own, once, whoever else tries it.

The page's row is locked before anything is read of it, and passed over while somebody else has
it: another clock, or an editor who saves. On SQLite the transaction itself is the lock. What was
done meanwhile is not found any more.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import DatabaseError, InterfaceError, OperationalError, connection, transaction
from django.db.models import F
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from roznama.newsroom.front.editions import publish_due_fronts
from roznama.newsroom.models import BreakingLine, Overdue, TimedPage
from roznama.newsroom.timing.due import LONGEST_WAIT, Job, Kind, due

logger = logging.getLogger(__name__)

PUBLISHED = "wagtail.publish.scheduled"
EXPIRED = "wagtail.unpublish.scheduled"
_FIRST_WAIT = timedelta(seconds=2)


@dataclass(slots=True)
class Done:
    """How much was done, and how much could not be."""

    done: int = 0
    failed: int = 0


def do_due(now: datetime) -> Done:
    """Do all that is due. A story that fails is told to editors and stops no other.

    Raises:
        OperationalError, InterfaceError: the database does not answer; nothing is lost.

    """
    count = Done()
    jobs = due(now)
    _forget_others(jobs, now)
    for job in jobs:
        try:
            with transaction.atomic():
                count.done += _DOING[job.kind](job, now)
        except (OperationalError, InterfaceError) as error:
            if not _answers():
                raise
            count.failed += _failed(job, now, error)
        except Exception as error:
            count.failed += _failed(job, now, error)
    return count


def _forget_others(jobs: list[Job], now: datetime) -> None:
    """Forget what failed and is due no more, because an editor changed its time."""
    tried_again = Overdue.objects.filter(again_at__lte=now)
    tried_again.exclude(page__in=[job.pk for job in jobs]).delete()


def _answers() -> bool:
    """Whether the database is still there: then a failure was the story's alone."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _publish(job: Job, now: datetime) -> bool:
    page = _locked(job.pk)
    revision = Revision.page_revisions.filter(pk=job.revision, approved_go_live_at__lte=now).first()
    if page is None or revision is None:
        return False
    if until := _embargo_of_draft(page, now):
        _put_off(revision, until)
        return False
    revision.publish(log_action=PUBLISHED)
    # What was to come and go while the clock stood still does not flash up.
    if Page.objects.filter(pk=job.pk, live=True, expire_at__lte=now).exists():
        _take_down(job.pk)
    Overdue.objects.filter(page=job.pk).delete()
    return True


def _expire(job: Job, now: datetime) -> bool:
    page = _locked(job.pk)
    if page is None or not page.live or page.expire_at is None or page.expire_at > now:
        return False
    _take_down(job.pk)
    Overdue.objects.filter(page=job.pk).delete()
    return True


def _take_down(pk: int) -> None:
    Page.objects.get(pk=pk).unpublish(set_expired=True, log_action=EXPIRED)


def _end_line(job: Job, now: datetime) -> bool:
    line = (
        BreakingLine.objects.select_for_update(skip_locked=_can_skip())
        .filter(pk=job.pk, until__lte=now)
        .exclude(text="")
        .first()
    )
    if line is None:
        return False
    line.text = ""
    line.save()
    return True


def _print_front(job: Job, now: datetime) -> bool:
    return publish_due_fronts(now) > 0


_DOING: dict[Kind, Callable[[Job, datetime], bool]] = {
    Kind.PUBLISH: _publish,
    Kind.EXPIRE: _expire,
    Kind.BREAKING: _end_line,
    Kind.FRONT: _print_front,
}


def _locked(pk: int) -> Page | None:
    rows = Page.objects.select_for_update(skip_locked=_can_skip(), of=_own())
    return rows.filter(pk=pk).first()


def _can_skip() -> bool:
    return connection.features.has_select_for_update_skip_locked


def _own() -> tuple[str, ...]:
    return ("self",) if connection.features.has_select_for_update_of else ()


def _embargo_of_draft(page: Page, now: datetime) -> datetime | None:
    """Return until when the newest draft holds the story, whatever was scheduled before."""
    draft = page.get_latest_revision_as_object()
    return draft.embargo_until if isinstance(draft, TimedPage) and draft.is_embargoed(now) else None


def _put_off(revision: Revision, until: datetime) -> None:
    revision.approved_go_live_at = until
    revision.save(update_fields=["approved_go_live_at"])
    story = revision.as_object()
    data = {
        "revision": {
            "id": revision.pk,
            "created": revision.created_at.isoformat(),
            "go_live_at": until.isoformat(),
            "has_live_version": story.live,
        }
    }
    log(instance=story, action="wagtail.publish.schedule", data=data, revision=revision)


def _failed(job: Job, now: datetime, error: Exception) -> int:
    """Keep what went wrong for editors, and try again later each time."""
    logger.error("%s of %s failed", job.kind, job.pk, exc_info=error)
    if job.kind in (Kind.BREAKING, Kind.FRONT):
        return 1
    words = " ".join(str(error).split()) or type(error).__name__
    fields = {"due": job.time, "again_at": now, "trouble": words[:500]}
    with transaction.atomic():
        row, _made = Overdue.objects.update_or_create(page_id=job.pk, defaults=fields)
        wait = min(_FIRST_WAIT * 2 ** min(row.tries, 10), LONGEST_WAIT)
        Overdue.objects.filter(pk=row.pk).update(tries=F("tries") + 1, again_at=now + wait)
    return 1
