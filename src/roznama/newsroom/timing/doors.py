"""What editors are told where an embargo turned publishing into scheduling."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.ui.side_panels import StatusSidePanel
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

from roznama.newsroom.flow.bulk import Discreet
from roznama.newsroom.models import ArticlePage
from roznama.newsroom.timing.moments import told


def tell_page(request: HttpRequest, page: Page) -> None:
    """Tell after one story; this is Wagtail's `after_publish_page`."""
    story = _held(page.pk)
    if story is not None:
        words = _("It is under embargo: not published now. It goes out by itself on %s.")
        messages.warning(request, words % told(story.embargo_until))


def without_schedule_dialog(panels: Iterable[Any]) -> None:
    """Take the button of Wagtail's dialog for two of the times away; the form has all of them."""
    for panel in panels:
        if isinstance(panel, StatusSidePanel):
            panel.show_schedule_publishing_toggle = False


class PublishList(Discreet, PublishBulkAction):
    """Wagtail's action on a list of pages; its message does not call published what waits."""

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """Return Wagtail's message, unless some of the pages are under embargo."""
        pages = [page.pk for page in self.actionable_objects]
        held = [story for pk in pages if (story := _held(pk))]
        if not held:
            message: str = super().get_success_message(num_parent_objects, num_child_objects)
            return message
        total = num_parent_objects + num_child_objects
        words = ngettext(
            "%(held)d of %(total)d is under embargo and goes out by itself then:",
            "%(held)d of %(total)d are under embargo and go out by themselves then:",
            len(held),
        ) % {"held": len(held), "total": total}
        named = [f"«{story.title}» {told(story.embargo_until)}" for story in held]
        return " ".join([words, "؛ ".join(named)])


def _held(pk: int) -> ArticlePage | None:
    """Return the newest draft of a story that is held by its embargo; None for any other page."""
    story = ArticlePage.objects.filter(pk=pk).first()
    draft: Any = story.get_latest_revision_as_object() if story else None
    return draft if draft is not None and draft.is_embargoed() else None
