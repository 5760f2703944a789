"""What the paper says of itself on every page."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="form")
class PaperSettings(BaseGenericSetting):
    """Name, tagline, publisher and addresses, edited in the newsroom."""

    name = models.CharField(_("name"), max_length=60)
    tagline = models.CharField(_("tagline"), max_length=120, blank=True)
    notice = models.CharField(
        _("notice"), max_length=200, blank=True, help_text=_("A line over every page.")
    )
    publisher = models.CharField(_("publisher"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    facebook = models.URLField("Facebook", blank=True)
    x = models.URLField("X", blank=True)
    whatsapp = models.URLField("WhatsApp", blank=True)
    youtube = models.URLField("YouTube", blank=True)

    class Meta:
        verbose_name = _("the paper")
