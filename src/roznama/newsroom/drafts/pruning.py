"""Pruning: old autosaves go, versions stay."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Comment, Page, Revision, TaskState

from roznama.newsroom.models import ArticlePage

KEEP = timedelta(days=7)
"""How long an autosave stays: long enough to come back from a week's leave to a lost paragraph."""
_BATCH = 200


def prunable(now: datetime, keep: timedelta = KEEP) -> QuerySet[Revision]:
    """Return the stories' revisions that nothing needs, without their content.

    Kept are versions, what is newest or on the page, what is scheduled, in a workflow, or has an
    open comment, and everything younger than `keep`.
    """
    needed = Page.objects.filter(
        Q(latest_revision=OuterRef("pk")) | Q(live_revision=OuterRef("pk"))
    )
    old = Revision.objects.page_revisions().filter(
        created_at__lt=now - keep, approved_go_live_at__isnull=True, kept__isnull=True
    )
    return old.filter(
        ~Exists(needed),
        ~Exists(TaskState.objects.filter(revision=OuterRef("pk"))),
        ~Exists(Comment.objects.filter(revision_created=OuterRef("pk"), resolved_at__isnull=True)),
        content_type=ContentType.objects.get_for_model(ArticlePage),
    ).defer("content")


def prune(now: datetime, keep: timedelta = KEEP, most: int | None = None) -> int:
    """Delete what is prunable, at most so many; return how many were.

    In batches, so that no editor's save waits for long. A resolved comment moves to the next
    revision, as Wagtail does it.
    """
    done = 0
    while most is None or done < most:
        size = _BATCH if most is None else min(_BATCH, most - done)
        batch = list(prunable(now, keep).order_by("pk")[:size])
        for revision in batch:
            revision.delete()
        done += len(batch)
        if len(batch) < size:
            break
    return done
