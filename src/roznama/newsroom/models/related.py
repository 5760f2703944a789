"""An editor's say over the stories that stand beside a story."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable

from roznama.newsroom.models.pages import PaperPageForm
from roznama.newsroom.timing.rules import TimesForm


class RelatedKind(models.TextChoices):
    """What an editor decided about a story that is related to another."""

    PINNED = "pinned", _("At the top")
    BLOCKED = "blocked", _("Never")


class RelatedChoice(Orderable):
    """One story that is to stand first beside another, or never. Pinned ones have an order."""

    article = ParentalKey(
        "newsroom.ArticlePage", on_delete=models.CASCADE, related_name="related_choices"
    )
    story = models.ForeignKey(
        "newsroom.ArticlePage",
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    kind = models.CharField(
        _("show"), max_length=10, choices=RelatedKind, default=RelatedKind.PINNED
    )

    panels = [PageChooserPanel("story"), FieldPanel("kind")]

    class Meta(Orderable.Meta):
        verbose_name = _("related story")
        verbose_name_plural = _("related stories")


class StoryForm(TimesForm, PaperPageForm):
    """The form of a story; it refuses a choice of the story itself, or of one story twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        story = self.instance
        if story.live_revision_id and story.live_revision_id == story.latest_revision_id:
            self.initial["change_note"] = ""  # it was said of what is published already

    def clean(self) -> dict[str, Any]:
        """Check the chosen stories against the story and each other."""
        cleaned: dict[str, Any] = super().clean()
        seen = {self.instance.pk}
        for row in self.formsets["related_choices"].forms if self.formsets else ():
            story = row.cleaned_data.get("story") if row.is_valid() else None
            if story is None or row.cleaned_data.get("DELETE"):
                continue
            if story.pk in seen:
                row.add_error("story", _("This is the story itself, or chosen already."))
            seen.add(story.pk)
        return cleaned
