"""The copy desk beside the story's form: one of Wagtail's side panels."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.side_panels import BaseSidePanel

from roznama.newsroom.checking.models import Severity
from roznama.newsroom.checking.warming import warm
from roznama.newsroom.checking.words import GROUPS
from roznama.newsroom.models import ArticlePage


class CopyDeskPanel(BaseSidePanel):
    """The list of findings; its script also marks them in the text."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button that opens it, with the number of findings."""

        aria_label = gettext_lazy("Toggle copy desk")
        icon_name = "circle-check"

    name = "copydesk"
    title = gettext_lazy("Copy desk")
    template_name = "newsroom/checking/panel.html"
    order = 150

    def __init__(self, page: ArticlePage, request: HttpRequest, *, parent_id: int | None) -> None:
        super().__init__(page, request)
        self.parent_id = parent_id
        warm()

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Add what the script needs to know: addresses, words, what this editor may do."""
        return {
            **super().get_context_data(parent_context),
            "addresses": self._addresses(),
            "words": _words(),
            "may_accept": self.request.user.has_perm("newsroom.add_houseword"),
            "is_locked": bool(parent_context.get("page_locked")),
        }

    def _addresses(self) -> dict[str, str]:
        """The addresses of a page have a 0 for its number, which a new story gets later."""
        found = {
            name: reverse(f"copydesk_{name}", args=[0]) for name in ("check", "dismiss", "heed")
        }
        found["accept"] = reverse("copydesk_accept")
        if self.parent_id is not None:
            found["new"] = reverse("copydesk_new", args=[self.parent_id])
        return found


def _words() -> dict[str, Any]:
    return {
        "title": _("Copy desk"),
        "groups": {code: str(name) for code, name in GROUPS.items()},
        "severities": {
            Severity.HINT.value: _("Hint"),
            Severity.WARNING.value: _("Warning"),
            Severity.BLOCKING.value: _("Reason needed"),
        },
        "show": _("Show in the text"),
        "use": _("Write “%s”"),
        "here": _("Ignore here"),
        "always": _("Always accept"),
        "all": _("Correct all %s"),
        "undo": _("Undo"),
        "again": _("Show again"),
        "close": _("Close"),
        "clean": _("Nothing to correct."),
        "count": _("Findings: %s"),
        "ignored": _("Ignored in this story: %s"),
        "reason": _("Cannot be published without a reason: %s"),
        "changed": _("The text has changed meanwhile; nothing was corrected."),
        "corrected": _("Corrected: %s"),
        "dismissed": _("Ignored here: “%s”"),
        "accepted": _("On the house list: “%s”"),
        "failed": _("The copy desk does not answer. It goes on with your next word."),
        "first": _("Save the story first."),
        "story": _("The whole story"),
        "other": _("Elsewhere: “%s”"),
    }
