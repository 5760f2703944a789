"""How often stories were read: numbers alone, with nothing of any reader.

A read is counted in both tables at once. The hours go after a few days, the days stay, so
nothing is ever added up later that could be added twice or be lost.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class HourReads(models.Model):
    """Reads of a story within one hour."""

    article = models.ForeignKey(
        "newsroom.ArticlePage", on_delete=models.CASCADE, related_name="hour_reads"
    )
    hour = models.DateTimeField()
    """Its beginning."""

    reads = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["hour", "article"], name="reads_once_an_hour")
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.hour}: {self.reads}"


class DayReads(models.Model):
    """Reads of a story on one day of the paper's own time."""

    article = models.ForeignKey(
        "newsroom.ArticlePage", on_delete=models.CASCADE, related_name="day_reads"
    )
    day = models.DateField()
    reads = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("reads of a day")
        default_permissions = ()
        permissions = [("view_statistics", "Can view the statistics of all desks")]
        constraints = [models.UniqueConstraint(fields=["day", "article"], name="reads_once_a_day")]

    def __str__(self) -> str:
        return f"{self.article_id} {self.day}: {self.reads}"
