"""The panel of a story's form that shows what its text says it has from others."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel


class SuggestionsPanel(Panel):
    """Proposes claims for the list of sources; asks with the form as it stands, saved or not."""

    class BoundPanel(Panel.BoundPanel):
        """The panel in the form of one story."""

        template_name = "newsroom/panels/source_suggestions.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the addresses to ask; a story that was never saved has the number 0."""
            pk = self.instance.pk or 0
            return {
                **super().get_context_data(parent_context),
                "suggestions": reverse("source_suggestions", args=[pk]),
                "dismissals": reverse("source_dismissals", args=[pk]) if pk else "",
                "entering": reverse("source_entering"),
            }
