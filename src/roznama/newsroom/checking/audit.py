"""What the copy desk writes into Wagtail's audit log, in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter

from roznama.newsroom.checking import guard, weighing
from roznama.newsroom.checking.models import Severity
from roznama.newsroom.checking.words import RULE_WORDS


class ReasonFormatter(LogFormatter):
    """A publication in spite of the copy desk."""

    label = gettext_lazy("Publish in spite of the copy desk")

    def format_message(self, log_entry: Any) -> str:
        """Return the reason and what it was given for."""
        found = log_entry.data.get("findings", ())
        names = "، ".join(dict.fromkeys(_named(row) for row in found))
        reason = log_entry.data.get("reason", "")
        return _("Reason for the copy desk: %(reason)s (%(findings)s)") % {
            "reason": reason,
            "findings": names,
        }


class SeverityFormatter(LogFormatter):
    """Another weight for a rule."""

    label = gettext_lazy("Change the severity of a rule")

    def format_message(self, log_entry: Any) -> str:
        """Return the rule and both weights."""
        data = log_entry.data
        words = RULE_WORDS.get(data["rule"])
        return _("%(rule)s: from “%(before)s” to “%(after)s”") % {
            "rule": words.title if words else data["rule"],
            "before": Severity(data["before"]).label,
            "after": Severity(data["after"]).label,
        }


def register(actions: LogActionRegistry) -> None:
    """Tell Wagtail of both."""
    actions.register_action(guard.ACTION)(ReasonFormatter)
    actions.register_action(weighing.ACTION)(SeverityFormatter)


def _named(row: dict[str, str]) -> str:
    words = RULE_WORDS.get(row["rule"])
    title = str(words.title) if words else row["rule"]
    return f"{title}: {row['text']}" if row["text"] else title
