"""The net behind the doors: what a person publishes is asked about once more as it is saved.

Doors ask before they publish, and send whoever publishes to the page that says what is wanting.
For doors that Wagtail may add, the signals here refuse it. What no person publishes (the
scheduler, which only does what was decided, and the command line) goes through.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models.signals import pre_save
from wagtail.log_actions import get_active_log_context
from wagtail.models import Revision

from roznama.newsroom.models import ArticlePage

Refuse = Callable[[ArticlePage, int | None], None]
"""Raises PermissionDenied where a story may not be published as this revision has it."""

_asked: list[Refuse] = []


def connect(*refuse: Refuse) -> None:
    """Spread the net: these are asked, the first first."""
    _asked[:] = refuse
    pre_save.connect(_page_saved, ArticlePage)
    pre_save.connect(_revision_saved, Revision)


def _page_saved(
    instance: ArticlePage, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    if raw or update_fields is not None or not instance.live or not _is_person():
        return
    rows = ArticlePage.objects.filter(pk=instance.pk).values_list("live", "live_revision_id")
    if rows.first() != (True, instance.live_revision_id):
        _ask(instance, instance.live_revision_id)


def _revision_saved(instance: Revision, raw: bool = False, **kwargs: Any) -> None:
    if raw or instance.approved_go_live_at is None or not _is_person():
        return
    before = Revision.objects.filter(pk=instance.pk).values_list("approved_go_live_at", flat=True)
    if before.first() != instance.approved_go_live_at:
        page = instance.as_object()
        if isinstance(page, ArticlePage):
            _ask(page, instance.pk)


def _is_person() -> bool:
    return get_active_log_context().user is not None


def _ask(story: ArticlePage, revision_id: int | None) -> None:
    for refuse in _asked:
        refuse(story, revision_id)
