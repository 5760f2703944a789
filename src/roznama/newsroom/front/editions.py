"""Fronts that go to print: now, or at a time."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from roznama.changes.log import record
from roznama.newsroom import keys
from roznama.newsroom.front.layout import Layout, kept
from roznama.newsroom.front.reading import FrontError, not_understood
from roznama.newsroom.front.steps import begin, forget_old_steps, unmoved
from roznama.newsroom.models import FrontDraft, FrontEdition, FrontPage, User

PUBLISH = "roznama.front.publish"
SCHEDULE = "roznama.front.schedule"
CANCEL = "roznama.front.cancel"
"""The actions in Wagtail's audit log, kept with the front page."""

FURTHEST = timedelta(days=366)


def current(now: datetime) -> FrontEdition | None:
    """Return the front that readers see at a time; None while all is automatic."""
    begun = FrontEdition.objects.filter(starts_at__lte=now).select_related("step")
    return begun.order_by("-starts_at", "-pk").first()


def next_start(now: datetime) -> datetime | None:
    """Return when the next front begins."""
    times = FrontEdition.objects.filter(starts_at__gt=now).order_by("starts_at")
    return times.values_list("starts_at", flat=True).first()


def layout_of(edition: FrontEdition | None) -> Layout:
    """Return a front's arrangement; all is automatic where there is none."""
    return kept(edition.step.layout) if edition else Layout()


@transaction.atomic
def publish(base: int, user: User) -> FrontEdition:
    """Print the draft now. Raises ConflictError when it is not step `base` any more."""
    now = timezone.now()
    edition = _edition(base, user, now, "")
    edition.told_at = now
    edition.save()
    _tell()
    _log(PUBLISH, edition, user)
    forget_old_steps()
    return edition


@transaction.atomic
def schedule(base: int, user: User, at: datetime, name: str) -> FrontEdition:
    """Print the draft as it is now at a time to come. Raises FrontError or ConflictError."""
    now = timezone.now()
    if at <= now:
        raise FrontError(_("This time is past. Choose one to come."))
    if at > now + FURTHEST:
        raise FrontError(_("This time is more than a year away."))
    edition = _edition(base, user, at, name)
    if FrontEdition.objects.filter(starts_at=at, told_at=None).exists():
        raise FrontError(_("Another front begins at this very time."), 409)
    edition.save()
    # The printed page does not know of this front yet, nor that it holds only until then.
    _tell()
    _log(SCHEDULE, edition, user)
    return edition


@transaction.atomic
def cancel(number: int, user: User) -> None:
    """Take back a front that has not begun. Raises FrontError."""
    edition = FrontEdition.objects.select_for_update().filter(pk=number).first()
    if edition is None:
        raise not_understood()
    if edition.starts_at <= timezone.now():
        raise FrontError(_("This front has begun. Publish another in its place."), 409)
    _log(CANCEL, edition, user)
    edition.delete()
    _tell()


def scheduled(now: datetime) -> QuerySet[FrontEdition]:
    """Return the fronts to come, the next first."""
    to_come = FrontEdition.objects.filter(starts_at__gt=now).select_related("user")
    return to_come.order_by("starts_at", "pk")


def due(now: datetime) -> QuerySet[FrontEdition]:
    """Return the fronts that have begun and of which the change log was not told yet."""
    return FrontEdition.objects.filter(told_at=None, starts_at__lte=now).order_by("starts_at")


@transaction.atomic
def publish_due_fronts(now: datetime) -> int:
    """Tell the change log of the fronts that are due; return how many.

    For the clock that fires on the minute; calling it twice, or in two processes, tells once.
    Which front is shown does not depend on it: the front page goes by the time itself.
    """
    found = list(due(now).select_for_update())
    for edition in found:
        _log(PUBLISH, edition, edition.user)
    if found:
        FrontEdition.objects.filter(pk__in=[edition.pk for edition in found]).update(told_at=now)
        _tell()
    return len(found)


def _edition(base: int, user: User, at: datetime, name: str) -> FrontEdition:
    now = unmoved(base)
    step = begin(now)
    if now.head is None:
        FrontDraft.objects.filter(pk=now.row.pk).update(head=step)
    return FrontEdition(step=step, starts_at=at, user=user, name=name)


def _tell() -> None:
    front = FrontPage.objects.first()
    record([keys.FRONT], [front.url] if front and front.url else [])


def _log(action: str, edition: FrontEdition, user: User | None) -> None:
    data = {"name": edition.name, "step": edition.step_id, "at": edition.starts_at.isoformat()}
    front = FrontPage.objects.first()
    if front:
        log(instance=front, action=action, user=user, data=data)
