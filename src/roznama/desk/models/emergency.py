"""Numbers to call when a life is in danger."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Province(models.TextChoices):
    """Where a reader is; the numbers differ."""

    ANYWHERE = "", _("All of Pakistan")
    PUNJAB = "punjab", _("Punjab")
    SINDH = "sindh", _("Sindh")
    KP = "kp", _("Khyber Pakhtunkhwa")
    BALOCHISTAN = "balochistan", _("Balochistan")
    ISLAMABAD = "islamabad", _("Islamabad")
    GB = "gb", _("Gilgit-Baltistan")
    AJK = "ajk", _("Azad Kashmir")


class EmergencyNumber(models.Model):
    """A number that a red flag shows, in one province or everywhere."""

    province = models.CharField(
        _("province"), max_length=12, choices=Province.choices, blank=True, default=""
    )
    service = models.CharField(_("service"), max_length=80)
    service_en = models.CharField(_("service in English"), max_length=80, blank=True)
    number = models.CharField(_("number"), max_length=20)
    flags = models.CharField(
        _("for"),
        max_length=200,
        blank=True,
        help_text=_("Red flags that it is shown for, with spaces between; empty for all."),
    )
    order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("emergency number")
        verbose_name_plural = _("emergency numbers")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.service} {self.number}"
