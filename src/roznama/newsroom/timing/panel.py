"""The one place in a story's form for all its times."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from roznama.newsroom.timing.moments import time_words, told


class TimesPanel(MultiFieldPanel):
    """Schedule, end and embargo, with what they mean in words."""

    def __init__(self, **kwargs: Any) -> None:
        go = FieldPanel(
            "go_live_at",
            heading=_("Goes out"),
            help_text=_("Empty: as soon as it is published."),
        )
        end = FieldPanel("expire_at", heading=_("Comes down"), help_text=_("Empty: it stays."))
        children = [
            FieldRowPanel([go, end]),
            FieldRowPanel([FieldPanel("embargo_until"), FieldPanel("embargo_note")]),
        ]
        kwargs.setdefault("heading", _("Schedule, embargo and end"))
        super().__init__(**{"children": children, **kwargs})

    class BoundPanel(MultiFieldPanel.BoundPanel):
        """The panel in the form of one story."""

        template_name = "newsroom/timing/panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add how it stands, in words, and the way to the links for people outside."""
            story = self.instance
            return {
                **super().get_context_data(parent_context),
                "words": time_words(),
                "lines": _standing(story) if story.pk else [],
                "links": reverse("timing_links", args=[story.pk]) if story.pk else "",
            }


def _standing(story: Any) -> list[tuple[str, Any, str]]:
    """Return the lines that say how a story stands: icon, what, when."""
    lines = []
    if story.is_embargoed():
        lines.append(("lock", _("Under embargo until"), told(story.embargo_until)))
    if scheduled := story.scheduled_revision:
        lines.append(("clock", _("Goes out by itself on"), told(scheduled.approved_go_live_at)))
    elif story.has_unpublished_changes and story.go_live_at:
        lines.append(
            ("clock", _("Not decided yet; once published, it goes out on"), told(story.go_live_at))
        )
    if story.live and story.expire_at:
        lines.append(("calendar-alt", _("Comes down on"), told(story.expire_at)))
    if story.expired:
        lines.append(("calendar-alt", _("It has come down by itself."), ""))
    overdue = getattr(story, "overdue", None)
    if overdue is not None:
        lines.append(("warning", _("It fell due and could not be done:"), overdue.trouble))
    return lines
