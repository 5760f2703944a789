"""The guard at publication: what blocks needs a reason, and the reason is kept.

Doors ask here before they publish (`views.py`, `doors.py`) and send whoever publishes to the page
that asks for the reason. Behind them is a net for doors that Wagtail may add: the signals below
refuse what a person publishes without one. What no person publishes (the scheduler, which only
does what was decided, and the command line) goes through.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_save
from django.utils.translation import gettext as _
from wagtail.log_actions import get_active_log_context, log
from wagtail.models import PageLogEntry, Revision

from roznama.newsroom.checking.pieces import page_story
from roznama.newsroom.checking.reporting import Reported, report
from roznama.newsroom.checking.severities import blocking
from roznama.newsroom.flow.past import is_past
from roznama.newsroom.models import ArticlePage, User

ACTION = "roznama.copydesk.reason"
"""The action in Wagtail's audit log under which reasons are kept."""


class PublicationHeld(PermissionDenied):
    """A story was to be published by a door that does not ask for the reason it takes."""


def held(story: ArticlePage) -> list[Reported]:
    """Return what keeps a story from publication: blocking findings without a reason so far."""
    rules = blocking()
    if not rules:
        return []
    excused = _excused(story.pk)
    found = report(page_story(story), story.pk, rules).found
    return [one for one in found if one.key not in excused]


def keep_reason(
    story: ArticlePage, found: Iterable[Reported], reason: str, user: User, revision: Revision
) -> None:
    """Write into the audit log why a story is published with these findings."""
    rows = [
        {"rule": rule, "text": text, "piece": one.finding.piece}
        for one in found
        for rule, text in [one.key]
    ]
    data = {"reason": reason, "findings": rows}
    log(instance=story, action=ACTION, user=user, data=data, revision=revision)


def connect() -> None:
    """Spread the net."""
    pre_save.connect(_page_saved, ArticlePage)
    pre_save.connect(_revision_saved, Revision)


def _excused(page_id: int) -> set[tuple[str, str]]:
    """The rules and words that a reason was given for: the same words need no second one."""
    entries = PageLogEntry.objects.filter(page_id=page_id, action=ACTION)
    rows = (row for entry in entries for row in entry.data.get("findings", ()))
    return {(row["rule"], row["text"]) for row in rows}


def _page_saved(
    instance: ArticlePage, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    if raw or update_fields is not None or not instance.live or not _is_person():
        return
    rows = ArticlePage.objects.filter(pk=instance.pk).values_list("live", "live_revision_id")
    if rows.first() != (True, instance.live_revision_id):
        _refuse(instance, instance.live_revision_id)


def _revision_saved(instance: Revision, raw: bool = False, **kwargs: Any) -> None:
    if raw or instance.approved_go_live_at is None or not _is_person():
        return
    before = Revision.objects.filter(pk=instance.pk).values_list("approved_go_live_at", flat=True)
    if before.first() != instance.approved_go_live_at:
        page = instance.as_object()
        if isinstance(page, ArticlePage):
            _refuse(page, instance.pk)


def _is_person() -> bool:
    return get_active_log_context().user is not None


def _refuse(story: ArticlePage, revision_id: int | None) -> None:
    if held(story):
        raise PublicationHeld(_("The copy desk asks for a reason: publish from the story’s form."))
    if is_past(story, revision_id):
        raise PublicationHeld(_("Past the desk only with a reason: publish from the story’s form."))
