"""What a story is told to have said wrongly, unclearly or not yet."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from roznama.newsroom.panels import ServerTimePanel


class CorrectionKind(models.TextChoices):
    """What kind of notice stands under a story."""

    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")
    UPDATE = "update", pgettext_lazy("kind of correction", "Update")
    NOTE = "note", _("Editor’s note")


class Correction(Orderable):
    """A dated notice under a story: what was wrong or unclear, what is new.

    The server dates it when readers first get it (`record/dating.py`); `time` is None until then,
    and no form has the field.
    """

    article = ParentalKey(
        "newsroom.ArticlePage", on_delete=models.CASCADE, related_name="corrections"
    )
    kind = models.CharField(
        _("kind"), max_length=14, choices=CorrectionKind, default=CorrectionKind.CORRECTION
    )
    time = models.DateTimeField(_("time"), null=True, blank=True)
    text = models.TextField(_("text"), max_length=1000)

    panels = [FieldPanel("kind"), FieldPanel("text"), ServerTimePanel("time")]

    class Meta:
        verbose_name = _("correction")
        ordering = ["-time"]
