"""Panels of the story's form: what the server sets, and what is filled after it has opened."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, Panel

from roznama.newsroom.timing.moments import told


class ServerTimePanel(FieldPanel):
    """Shows a time that the server sets when a story goes out, and says so until then."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        super().__init__(field_name, **{**kwargs, "read_only": True})

    def format_value_for_display(self, value: datetime | None) -> str:
        """Return the time in the paper's words."""
        return told(value) if value else _("Set when it is published")


class CandidatesPanel(Panel):
    """Shows which stories could stand beside this one, to be put into a list of choices.

    The newsroom may not import the room that looks through what was published, so the setting
    ROZNAMA_CANDIDATES_URL names the address to ask. `relation` is the list that buttons add to.
    """

    def __init__(self, relation: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.relation = relation

    def clone_kwargs(self) -> dict[str, Any]:
        """Return what a copy of the panel is made with."""
        return {**super().clone_kwargs(), "relation": self.relation}

    class BoundPanel(Panel.BoundPanel):
        """The panel in the form of one story."""

        template_name = "newsroom/panels/candidates.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the address to ask, empty for a story that was never saved."""
            pk = self.instance.pk
            return {
                **super().get_context_data(parent_context),
                "address": reverse(settings.ROZNAMA_CANDIDATES_URL, args=[pk]) if pk else "",
                "formset": f"id_{self.panel.relation}",
            }
