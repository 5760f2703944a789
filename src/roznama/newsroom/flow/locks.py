"""Locks: taking a story over from whoever holds it, who is told."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages.lock import UnlockView
from wagtail.log_actions import LogActionRegistry, LogFormatter, log

from roznama.newsroom.flow.notices import tell
from roznama.newsroom.flow.permissions import may_take
from roznama.newsroom.models import ArticlePage, NoticeKind, User

ACTION = "roznama.flow.take"
"""The action in Wagtail's audit log under which a take-over is kept."""


@require_POST
@transaction.atomic
def take(request: HttpRequest, page_id: int) -> HttpResponse:
    """Lock a story for whoever asks in the place of who has it. 403 for who may not."""
    story = get_object_or_404(ArticlePage.objects.select_for_update(of=("self",)), pk=page_id)
    if not may_take(story, request.user):
        raise PermissionDenied
    holder: User | None = story.locked_by
    story.locked_by, story.locked_at = request.user, now()
    story.save(update_fields=["locked", "locked_by", "locked_at"])
    name = get_user_display_name(holder) if holder else ""
    log(instance=story, action=ACTION, user=request.user, data={"holder": name})
    tell([holder], NoticeKind.LOCK, story, request.user)
    messages.success(
        request, _("The story is locked for you now; %(name)s is told.") % {"name": name}
    )
    return redirect("wagtailadmin_pages:edit", page_id)


def take_message(story: ArticlePage, user: Any) -> str:
    """Return the offer to take a locked story over; empty for who may not."""
    if not may_take(story, user):
        return ""
    return format_html(
        '{} <span class="buttons"><button type="button" class="button button-small '
        'button-secondary" data-controller="w-action" data-action="w-action#post" '
        'data-w-action-url-value="{}">{}</button></span>',
        _("You may take the story over; its holder is told."),
        reverse("flow_take", args=[story.pk]),
        _("Take over"),
    )


class StoryUnlockView(UnlockView):
    """Unlocks a story; if it was another's lock, they are told."""

    def perform_operation(self) -> Any:
        """Unlock, and tell."""
        holder = self.object.locked_by
        done = super().perform_operation()
        tell([holder], NoticeKind.LOCK, self.object, self.request.user)
        return done


class TakeFormatter(LogFormatter):
    """A take-over."""

    label = gettext_lazy("Take a lock over")

    def format_message(self, log_entry: Any) -> str:
        """Return from whom."""
        return _("Lock taken over from %(holder)s") % {"holder": log_entry.data.get("holder", "")}


def register(actions: LogActionRegistry) -> None:
    """Tell Wagtail of it."""
    actions.register_action(ACTION)(TakeFormatter)
