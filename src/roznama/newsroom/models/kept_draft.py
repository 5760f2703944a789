"""Versions: the revisions of a page that stand for something, among many that were only saved."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision


class KeptKind(models.TextChoices):
    """Why a revision is kept."""

    PUBLISHED = "published", _("published")
    SUBMITTED = "submitted", _("sent on")
    SAVED = "saved", _("saved by hand")
    BEFORE = "before", _("before somebody else wrote")
    NAMED = "named", _("named")


class KeptDraft(models.Model):
    """A revision that is kept. Others are autosaves: the newest counts, older ones are pruned."""

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, related_name="kept")
    kind = models.CharField(_("kind"), max_length=10, choices=KeptKind)
    name = models.CharField(_("name of the version"), max_length=80, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    """Who made it a version: who published, sent on, saved, named, or began to write after it."""
    time = models.DateTimeField(_("time"), auto_now_add=True)

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["-time"]

    def __str__(self) -> str:
        return self.name or str(self.get_kind_display())
