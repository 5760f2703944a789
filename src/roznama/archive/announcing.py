"""Telling the change log that a thread's stories came, went or changed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models.signals import post_save, pre_delete

from roznama.archive.models import Thread
from roznama.newsroom.announcing import is_bookkeeping
from roznama.newsroom.models import ArticlePage


def connect() -> None:
    """Listen to stories and threads."""
    post_save.connect(_story_saved, ArticlePage)
    pre_delete.connect(_story_goes, ArticlePage)
    pre_delete.connect(_thread_goes, Thread)


def _story_saved(
    instance: ArticlePage, update_fields: Collection[str] | None = None, **kwargs: Any
) -> None:
    if not is_bookkeeping(update_fields):
        _story_goes(instance)


def _story_goes(instance: ArticlePage, **kwargs: Any) -> None:
    """A thread says how many stories it has on each of their pages."""
    thread = Thread.objects.filter(places__story=instance.pk, places__removed=False).first()
    if thread is not None and instance.first_published_at is not None:
        thread.tell()


def _thread_goes(instance: Thread, **kwargs: Any) -> None:
    instance.tell()
