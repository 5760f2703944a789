"""The times of stories in the flat list."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column
from wagtail.models import Page, Revision

from roznama.newsroom.timing.moments import told


class Badge(NamedTuple):
    """One time of a story: its icon, what it is, when, and whether something is wrong."""

    icon: str
    what: str
    when: str
    late: bool = False


def with_times(pages: QuerySet[Any]) -> QuerySet[Any]:
    """Add to each story the time that was decided, without a query a row."""
    revisions = Revision.page_revisions.filter(
        object_id=Cast(OuterRef("pk"), Revision._meta.get_field("object_id")),
        approved_go_live_at__isnull=False,
    )
    at = Subquery(revisions.order_by().values("approved_go_live_at")[:1])
    # Not select_related: the specific pages are read by a query of their own.
    return pages.annotate(goes_out=at).prefetch_related("overdue")


def badges(story: Any, now: datetime) -> list[Badge]:
    """Return what is to happen to a story, each with its time."""
    found = []
    if getattr(story, "overdue", None) is not None:
        found.append(
            Badge("warning", _("Could not be done in time"), told(story.overdue.due), True)
        )
    if story.is_embargoed(now):
        found.append(Badge("lock", _("Embargo"), told(story.embargo_until)))
    if story.goes_out and story.goes_out != story.embargo_until:
        found.append(Badge("clock", _("Goes out"), told(story.goes_out)))
    elif story.goes_out:
        found.append(Badge("clock", _("Goes out by itself then"), ""))
    if story.expire_at and (story.live or story.goes_out):
        found.append(Badge("calendar-alt", _("Comes down"), told(story.expire_at)))
    return found


class TimesColumn(Column):
    """The clock beside a story that something will happen to."""

    cell_template_name = "newsroom/timing/cell.html"

    def get_value(self, instance: Page) -> list[Badge]:
        """Return the story's badges."""
        return badges(instance, timezone.now())
