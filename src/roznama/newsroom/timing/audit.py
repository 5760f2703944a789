"""Links to drafts in Wagtail's audit log, in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter

from roznama.newsroom.timing import links


class MadeFormatter(LogFormatter):
    """A draft shown to somebody outside."""

    label = gettext_lazy("Show the draft outside")

    def format_message(self, log_entry: Any) -> str:
        """Return for whom."""
        return _("Made a link to the draft for %s") % log_entry.data.get("reader", "")


class RevokedFormatter(LogFormatter):
    """A link that was closed."""

    label = gettext_lazy("Close a link to the draft")

    def format_message(self, log_entry: Any) -> str:
        """Return whose."""
        return _("Closed the link to the draft of %s") % log_entry.data.get("reader", "")


def register(actions: LogActionRegistry) -> None:
    """Tell Wagtail of both."""
    actions.register_action(links.MADE)(MadeFormatter)
    actions.register_action(links.REVOKED)(RevokedFormatter)
