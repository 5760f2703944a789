"""What is done in the newsroom, in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.log_actions import registry as wagtail_actions

from roznama.newsroom.live.actions import ENDED, LIVE, STARTED
from roznama.newsroom.record.killing import KILLED, LIFTED
from roznama.newsroom.record.versions import CORRECTED, UNCORRECTED

OURS: dict[str, Any] = {
    **LIVE,
    KILLED: _("Withdraw a story"),
    LIFTED: _("Lift the withdrawal of a story"),
    CORRECTED: _("Publish a correction"),
    UNCORRECTED: _("Take a correction away"),
    "roznama.signin": _("Sign in"),
    "roznama.signout": _("Sign out"),
    "roznama.signin.failed": _("Fail to sign in"),
    "roznama.roles.add": _("Give a role"),
    "roznama.roles.remove": _("Take a role away"),
    "roznama.roles.clear": _("Take all roles away"),
    "roznama.permissions.add": _("Give a permission"),
    "roznama.permissions.remove": _("Take a permission away"),
    "roznama.permissions.clear": _("Take all permissions away"),
    "roznama.account": _("Change an account"),
    "roznama.settings": _("Change settings"),
    "roznama.house.add": _("Add to the house list"),
    "roznama.house.change": _("Change the house list"),
    "roznama.house.remove": _("Remove from the house list"),
}


def action_label(action: str) -> str:
    """Return an action's name; Wagtail knows those of its own log."""
    if action in OURS:
        return str(OURS[action])
    wagtail_actions.scan_for_actions()
    known = wagtail_actions.formatters.get(action)
    return str(known.label) if known and known.label else action


class ReasonFormatter(LogFormatter):
    """An action that has a reason."""

    def format_message(self, log_entry: Any) -> str:
        """Return its name."""
        return str(self.label)

    def format_comment(self, log_entry: Any) -> str:
        """Return the reason."""
        return str(log_entry.data.get("reason", ""))


def register(actions: LogActionRegistry) -> None:
    """Tell Wagtail of what we write into its log."""
    for action in (KILLED, LIFTED):
        formatter = type("_Formatter", (ReasonFormatter,), {"label": OURS[action]})
        actions.register_action(action)(formatter)
    for action in (CORRECTED, UNCORRECTED, STARTED, ENDED):
        actions.register_action(action, OURS[action], OURS[action])
