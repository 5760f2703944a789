"""Stories that were withdrawn from readers."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Kill(models.Model):
    """A story taken from readers everywhere, until an editor lifts it.

    The row stays when it is lifted, and when the story itself is deleted: `path` is where
    readers found it, `revision` what they read. `notice` is for them, `reason` for the record.
    """

    article = models.ForeignKey(
        "newsroom.ArticlePage", null=True, on_delete=models.SET_NULL, related_name="kills"
    )
    path = models.CharField(max_length=500, db_index=True)
    section = models.ForeignKey(
        "newsroom.SectionPage", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    headline = models.CharField(_("Headline"), max_length=255)
    time = models.DateTimeField(_("time"), default=timezone.now, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.TextField(_("reason"))
    notice = models.TextField(_("notice for readers"))
    lifted = models.DateTimeField(_("lifted"), null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    lift_reason = models.TextField(blank=True)

    class Meta:
        verbose_name = _("withdrawn story")
        verbose_name_plural = _("withdrawn stories")
        default_permissions = ("view",)
        permissions = [
            ("kill", _("Can withdraw a published story")),
            ("lift_kill", _("Can lift the withdrawal of a story")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["article"], condition=Q(lifted=None), name="one_kill_a_story"
            )
        ]

    def __str__(self) -> str:
        return self.headline
