"""Professionals, the teams they are in, and the licences they hold."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel


class Professional(ClusterableModel):
    """Somebody who answers readers. `heard` is when their console was last heard from."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="professional",
        verbose_name=_("account"),
    )
    name = models.CharField(_("name"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80, blank=True)
    title = models.CharField(_("title"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120, blank=True)
    face = models.ImageField(_("face"), upload_to="desk/faces", blank=True)
    needs_licence = models.BooleanField(
        _("needs a licence"),
        default=True,
        help_text=_("Without a licence that was checked they cannot go on duty."),
    )
    capacity = models.PositiveSmallIntegerField(_("chats at once"), default=4)
    languages = models.CharField(_("languages"), max_length=40, default="ur en")
    on_duty = models.BooleanField(_("on duty"), default=False, editable=False)
    heard = models.DateTimeField(_("last heard from"), null=True, editable=False)

    class Meta:
        verbose_name = _("professional")
        verbose_name_plural = _("professionals")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """A professional's place in a team."""

    professional = ParentalKey(Professional, on_delete=models.CASCADE, related_name="places")
    team = models.ForeignKey(
        "desk.Team", on_delete=models.CASCADE, related_name="members", verbose_name=_("team")
    )
    is_head = models.BooleanField(_("head of the team"), default=False)

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [
            models.UniqueConstraint(fields=["professional", "team"], name="desk_member_once")
        ]

    def __str__(self) -> str:
        return f"{self.professional}, {self.team}"


class Licence(models.Model):
    """An entry in a register, as somebody here has looked it up there."""

    professional = ParentalKey(Professional, on_delete=models.CASCADE, related_name="licences")
    register = models.CharField(_("register"), max_length=120)
    register_en = models.CharField(_("register in English"), max_length=120, blank=True)
    number = models.CharField(_("number"), max_length=60)
    checked_by = models.CharField(_("checked by"), max_length=80)
    checked_on = models.DateField(_("checked on"))
    check_again_on = models.DateField(_("to be checked again on"))

    class Meta:
        verbose_name = _("licence")
        verbose_name_plural = _("licences")
        ordering = ["-check_again_on"]

    def __str__(self) -> str:
        return f"{self.register} {self.number}"
