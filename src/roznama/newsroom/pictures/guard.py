"""The guard at publication: no picture without credit and licence.

It stands before the copy desk's (`checking/guard.py`) and like that one: doors ask here before
they publish (`doors.py`), and behind them is a net that refuses what a person publishes by a door
that does not ask. What no person publishes (the scheduler, the command line) goes through; what
is to be scheduled was asked when it was.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_save
from django.utils.translation import gettext as _
from wagtail.log_actions import get_active_log_context
from wagtail.models import Revision

from roznama.newsroom.models import ArticlePage
from roznama.newsroom.pictures.rights import faults


class PicturesHeld(PermissionDenied):
    """A story was to be published whose pictures lack what they must have."""


def connect() -> None:
    """Spread the net."""
    pre_save.connect(_page_saved, ArticlePage)
    pre_save.connect(_revision_saved, Revision)


def _page_saved(
    instance: ArticlePage, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    if raw or update_fields is not None or not instance.live or not _is_person():
        return
    rows = ArticlePage.objects.filter(pk=instance.pk).values_list("live", "live_revision_id")
    if rows.first() != (True, instance.live_revision_id):
        _refuse(instance)


def _revision_saved(instance: Revision, raw: bool = False, **kwargs: Any) -> None:
    if raw or instance.approved_go_live_at is None or not _is_person():
        return
    before = Revision.objects.filter(pk=instance.pk).values_list("approved_go_live_at", flat=True)
    if before.first() != instance.approved_go_live_at:
        page = instance.as_object()
        if isinstance(page, ArticlePage):
            _refuse(page)


def _is_person() -> bool:
    return get_active_log_context().user is not None


def _refuse(story: ArticlePage) -> None:
    if faults(story):
        raise PicturesHeld(_("A picture of this story lacks its credit or licence."))
