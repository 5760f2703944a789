"""What readers were given, each time that it was published."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.deletion import CASCADE, ProtectedError
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


def with_its_story(collector: Any, field: Any, rows: Any, using: str) -> None:
    """Let a published revision go only together with its story. Raises ProtectedError else."""
    going = {one.pk for model, found in collector.data.items() if issubclass(model, Page)
             for one in found}  # fmt: skip
    kept = {row for row in rows if row.article_id not in going}
    if kept:
        raise ProtectedError("readers were given this revision", kept)
    CASCADE(collector, field, rows, using)


class PublishedVersion(models.Model):
    """One publication of a story. Its revision cannot be purged while this row stands.

    `is_update` says whether readers got other words, another picture or a notice: a lost space
    put back is none.
    """

    article = models.ForeignKey(
        "newsroom.ArticlePage", on_delete=models.CASCADE, related_name="versions"
    )
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=with_its_story, related_name="+")
    number = models.PositiveIntegerField(_("number"))
    time = models.DateTimeField(_("time"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.CharField(_("what was changed"), max_length=200, blank=True)
    is_update = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("published version")
        verbose_name_plural = _("published versions")
        ordering = ["-number"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="one_version_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.number}"
