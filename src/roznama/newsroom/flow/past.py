"""Publishing past the desk: the editor-in-chief may, with a reason that is kept.

A story has gone through its desk when all steps of its workflow were taken for the very text that
is published. A desk where nobody takes steps is none, so a paper of one person is asked nothing.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import PageLogEntry, Revision, TaskState, WorkflowState

from roznama.newsroom.flow.notices import people_at, tell
from roznama.newsroom.models import ArticlePage, NoticeKind, Role, User

ACTION = "roznama.flow.past"
"""The action in Wagtail's audit log under which the reason is kept."""

_STEPS = (Role.SUB_EDITOR, Role.DESK_HEAD)


def is_past(story: ArticlePage, revision_id: int | None = None) -> bool:
    """Tell whether publishing a revision of a story, the latest by default, passes over its desk.

    False where no desk has people, where all steps were taken, and where a reason was given.
    """
    revision = revision_id or story.latest_revision_id
    if not people_at(story, _STEPS).exists():
        return False
    if _went_through(story, revision):
        return False
    kept = PageLogEntry.objects.filter(page_id=story.pk, action=ACTION, revision_id=revision)
    return not kept.exists()


def _went_through(story: ArticlePage, revision_id: int | None) -> bool:
    """Whether a workflow ended well, or ends just now, after this text was written."""
    written = Revision.objects.filter(pk=revision_id).values("created_at")
    ended = WorkflowState.objects.for_instance(story).filter(
        status=WorkflowState.STATUS_APPROVED,
        current_task_state__status=TaskState.STATUS_APPROVED,
        current_task_state__finished_at__gte=Subquery(written),
    )
    return bool(ended.exists())


def keep_past(story: ArticlePage, reason: str, user: User, revision: Revision) -> None:
    """Write into the audit log why a story goes past its desk, and tell the desk's people."""
    log(instance=story, action=ACTION, user=user, data={"reason": reason}, revision=revision)
    tell([*people_at(story, _STEPS), story.owner], NoticeKind.PAST, story, user, reason)


class PastFormatter(LogFormatter):
    """A publication past the desk."""

    label = gettext_lazy("Publish past the desk")

    def format_message(self, log_entry: Any) -> str:
        """Return the reason."""
        return _("Published past the desk: %(reason)s") % {
            "reason": log_entry.data.get("reason", "")
        }


def register(actions: LogActionRegistry) -> None:
    """Tell Wagtail of it."""
    actions.register_action(ACTION)(PastFormatter)
