"""The licences under which the house prints pictures."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

IMPORTED = 1000
"""The place of licences that stood under pictures before there was a list."""


class Licence(models.Model):
    """A licence that a picture can have. The list is the house's own.

    Pictures keep the licence by its name, which readers see under them; a new name is written to
    all pictures that have the old one.
    """

    name = models.CharField(_("name"), max_length=100, unique=True)
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("When it is to be chosen; for editors.")
    )
    order = models.PositiveSmallIntegerField(
        _("place in the list"), default=100, help_text=_("A smaller number stands higher.")
    )

    class Meta:
        verbose_name = _("licence for pictures")
        verbose_name_plural = _("licences for pictures")
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and give the new name to the pictures that had the old one."""
        from roznama.newsroom.models import NewsImage  # noqa: PLC0415

        before = Licence.objects.filter(pk=self.pk).values_list("name", flat=True).first()
        super().save(*args, **kwargs)
        if before and before != self.name:
            for image in NewsImage.objects.filter(licence=before):
                image.licence = self.name
                image.save(update_fields=["licence"])  # one by one: pages that show them are told
