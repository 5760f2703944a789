"""Teams that readers may ask, and what each is set to."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

WEEKDAYS = [
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
]


RESERVED = frozenset(
    [
        "api",
        "board",
        "chat",
        "console",
        "language",
        "login",
        "logout",
        "mine",
        "resume",
        "socket",
        "staff",
    ]
)
"""The desk's own addresses, which no team can have."""


def _not_reserved(slug: str) -> None:
    if slug in RESERVED:
        raise ValidationError(_("The desk itself has this address."))


class Team(ClusterableModel):
    """A desk of professionals: doctors, lawyers, those who hear complaints."""

    slug = models.SlugField(_("address"), max_length=40, unique=True, validators=[_not_reserved])
    name = models.CharField(_("name"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80, blank=True)
    about = models.CharField(_("about"), max_length=200, blank=True)
    about_en = models.CharField(_("about in English"), max_length=200, blank=True)
    is_open = models.BooleanField(_("takes questions"), default=True)
    shows_red_flags = models.BooleanField(
        _("warns of emergencies"),
        default=True,
        help_text=_("A question that tells of a danger to life shows the emergency numbers."),
    )
    takes_files = models.BooleanField(_("takes pictures and PDF"), default=True)
    retention_days = models.PositiveIntegerField(
        _("kept for days"),
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(3650)],
        help_text=_("So many days after its last word a conversation is deleted."),
    )
    offer_seconds = models.PositiveIntegerField(
        _("seconds to take an offered chat"), default=60, validators=[MinValueValidator(10)]
    )
    answer_minutes = models.PositiveIntegerField(
        _("minutes to answer"),
        default=10,
        validators=[MinValueValidator(1)],
        help_text=_("A reader who waits longer for an answer is offered to somebody else."),
    )
    order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name


class Question(models.Model):
    """Something that the bot asks before a reader is put into the queue."""

    team = ParentalKey(Team, on_delete=models.CASCADE, related_name="questions")
    key = models.SlugField(_("key"), max_length=30)
    text = models.CharField(_("question"), max_length=200)
    text_en = models.CharField(_("question in English"), max_length=200, blank=True)
    choices = models.TextField(
        _("choices"), blank=True, help_text=_("One a line; none: any words.")
    )
    choices_en = models.TextField(_("choices in English"), blank=True)
    order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["team", "key"], name="desk_question_key_once")
        ]

    def __str__(self) -> str:
        return self.text


class Consent(models.Model):
    """What a reader agrees to before the first word. A version is never changed, only followed."""

    team = ParentalKey(Team, on_delete=models.CASCADE, related_name="consents")
    version = models.PositiveIntegerField(_("version"), editable=False)
    text = models.TextField(_("text"))
    text_en = models.TextField(_("text in English"), blank=True)
    made = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["team", "version"], name="desk_consent_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.team} {self.version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new version; one that readers may have agreed to cannot be saved again.

        Raises:
            ValidationError: the version exists already.

        """
        if self.pk:
            raise ValidationError(_("A consent is not changed; write a new version."))
        others = Consent.objects.filter(team=self.team)
        self.version = 1 + (others.aggregate(last=models.Max("version"))["last"] or 0)
        super().save(*args, **kwargs)


class Hours(models.Model):
    """When a team is there on a day of the week, in the paper's time zone."""

    team = ParentalKey(Team, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=WEEKDAYS)
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("to"), help_text=_("Before or at the beginning: on the next day."))

    class Meta:
        verbose_name = _("hours")
        verbose_name_plural = _("hours")
        ordering = ["weekday", "opens"]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"


class Holiday(models.Model):
    """A day on which a team is not there."""

    team = ParentalKey(Team, on_delete=models.CASCADE, related_name="holidays")
    day = models.DateField(_("day"))
    name = models.CharField(_("name"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("holiday")
        verbose_name_plural = _("holidays")
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.name}"


class CannedReply(models.Model):
    """An answer that is written once; `{reader}`, `{professional}`, `{team}` are filled in."""

    team = ParentalKey(Team, on_delete=models.CASCADE, related_name="canned_replies")
    title = models.CharField(_("title"), max_length=80)
    text = models.TextField(_("text"), max_length=2000)

    class Meta:
        verbose_name = _("canned reply")
        verbose_name_plural = _("canned replies")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title
