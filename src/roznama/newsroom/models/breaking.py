"""The line that stands over every page while something is happening."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

LASTS = timedelta(hours=2)
"""How long a line stays that nobody gave an end. A forgotten one is worse than none."""


@register_setting(icon="warning")
class BreakingLine(BaseGenericSetting):
    """One sentence on all pages, at once and until a set time. No page is printed anew for it."""

    text = models.CharField(
        _("breaking line"),
        max_length=140,
        blank=True,
        help_text=_("One sentence, on every page within seconds. Empty takes it away."),
    )
    story = models.ForeignKey(
        "newsroom.ArticlePage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("story"),
    )
    until = models.DateTimeField(
        _("until"), null=True, blank=True, help_text=_("Empty: two hours from now.")
    )

    panels = [FieldPanel("text"), PageChooserPanel("story"), FieldPanel("until")]

    class Meta:
        verbose_name = _("breaking line")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with an end for the line and none where there is no line."""
        if not self.text:
            self.story, self.until = None, None
        elif self.until is None:
            self.until = timezone.now() + LASTS
        super().save(*args, **kwargs)
