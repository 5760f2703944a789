"""What tests of time share: stories whose time is to come, and a clock that can be set."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import localtime, now
from wagtail.models import PageLogEntry, Revision

from roznama.newsroom.models import ArticlePage
from tests.factories import make_story

HOUR = timedelta(hours=1)


def later(wait: timedelta = HOUR) -> datetime:
    """A time to come, in whole seconds: a revision keeps no more than thousandths."""
    return now().replace(microsecond=0) + wait


def fresh(story: ArticlePage) -> ArticlePage:
    return ArticlePage.objects.get(pk=story.pk)


def make_embargoed(headline: str = "بجٹ کی دستاویز", **fields: Any) -> ArticlePage:
    """A draft that may not go out for an hour."""
    return make_story(headline, draft=True, **{"embargo_until": later(), **fields})


def make_scheduled(headline: str = "صبح کی خبر", **fields: Any) -> ArticlePage:
    """A story that was decided upon and goes out in an hour."""
    story = make_story(headline, draft=True, **{"go_live_at": later(), **fields})
    story.get_latest_revision().publish()
    return fresh(story)


def falls_due(story: ArticlePage, time: datetime | None = None, **fields: datetime | None) -> None:
    """Set a story's times back, in its revision and its row, as if they had come meanwhile."""
    time = time or now() - timedelta(seconds=1)
    revision = Revision.page_revisions.get(
        object_id=str(story.pk), approved_go_live_at__isnull=False
    )
    given = {"go_live_at": time, "embargo_until": None, **fields}
    revision.approved_go_live_at = time
    revision.content |= {name: value and value.isoformat() for name, value in given.items()}
    revision.save()
    ArticlePage.objects.filter(pk=story.pk).update(**given)


def planned(story: ArticlePage) -> datetime | None:
    """When a story goes out by itself."""
    revision = fresh(story).scheduled_revision
    return revision.approved_go_live_at if revision else None


def as_typed(time: datetime) -> str:
    return localtime(time).strftime("%Y-%m-%d %H:%M")


def logged(story: ArticlePage, action: str) -> int:
    return PageLogEntry.objects.filter(page_id=story.pk, action=action).count()
