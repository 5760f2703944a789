"""What editors tell the copy desk: the house list, how much a rule weighs, what to leave alone."""

from __future__ import annotations

from hashlib import sha256
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from roznama.urdu import fold, normalize

LONGEST = 200
"""How many letters a written form, a preferred form or a note may have."""

_KEPT = 160  # letters of a longer stretch that stay readable in its key


class WordKind(models.TextChoices):
    """What a line of the house list says; the kinds of `roznama.copydesk.HouseEntry`."""

    NAME = "name", _("Name of a person or place")
    WORD = "word", _("Spelling of a word")
    TITLE = "title", pgettext_lazy("before a name", "Title")
    ENGLISH = "english", _("English word")
    BANNED = "banned", _("Banned word")
    ACCEPTED = "accepted", _("Accepted word")


NEEDS_PREFERRED = frozenset({WordKind.WORD, WordKind.TITLE, WordKind.ENGLISH})
"""The kinds that say what is to stand instead. A name without it is right as it is written."""


class Severity(models.TextChoices):
    """How much a rule's findings weigh."""

    OFF = "off", _("Off")
    HINT = "hint", _("Hint")
    WARNING = "warning", _("Warning")
    BLOCKING = "blocking", _("No publication without a reason")


class HouseWord(models.Model):
    """One line of the house list: how this paper writes a name, a word or a title."""

    kind = models.CharField(_("kind"), max_length=10, choices=WordKind, default=WordKind.NAME)
    written = models.CharField(
        _("written"), max_length=LONGEST, help_text=_("As it is found in stories.")
    )
    folded = models.CharField(max_length=LONGEST * 2, editable=False)
    preferred = models.CharField(
        _("house form"),
        max_length=LONGEST,
        blank=True,
        help_text=_(
            "As this paper writes it. Empty for a name that is right as written, or a banned word."
        ),
    )
    note = models.CharField(_("note"), max_length=LONGEST, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("changed by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    panels = [
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("written"), FieldPanel("preferred")]),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("house word")
        verbose_name_plural = _("house words")
        ordering = ["written"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "folded"],
                name="house_word_once",
                violation_error_message=_("The house list has this word already."),
            )
        ]

    def __str__(self) -> str:
        return self.written

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the folded form kept."""
        self.tidy()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse what the engine could not use, and what stands there already."""
        self.tidy()
        if not fold(self.written):
            raise ValidationError({"written": _("There is no word in this.")})
        if self.kind in NEEDS_PREFERRED and not self.preferred:
            raise ValidationError({"preferred": _("Say how this paper writes it.")})
        if self.kind in NEEDS_PREFERRED and self.preferred == self.written:
            raise ValidationError({"preferred": _("This is the same word again.")})
        if self.kind == WordKind.ACCEPTED or self.preferred == self.written:
            self.preferred = ""

    def tidy(self) -> None:
        """Take spaces off the ends, and make the form that tells two lines apart."""
        for name in ("written", "preferred", "note"):
            setattr(self, name, " ".join(getattr(self, name).split()))
        # One spelling is accepted, not all that fold to it.
        same = normalize if self.kind == WordKind.ACCEPTED else fold
        self.folded = same(self.written)[: LONGEST * 2]

    def validate_constraints(self, exclude: Any = None) -> None:
        """Look at the folded form too, though no form shows it."""
        super().validate_constraints(exclude=set(exclude or ()) - {"folded", "kind"})


class HouseVersion(models.Model):
    """A token that every change of the house list makes anew; every process reads it.

    Random and not counted: a change that was rolled back leaves no number for the next one.
    """

    token = models.CharField(max_length=32)

    ROW = 1

    def __str__(self) -> str:
        return self.token

    @classmethod
    def read(cls) -> str:
        """Return the token, empty before the first change."""
        row = cls.objects.filter(pk=cls.ROW).values_list("token", flat=True)
        return row.first() or ""

    @classmethod
    def renew(cls) -> None:
        """Tell of a change, in the transaction of the change."""
        cls.objects.update_or_create(pk=cls.ROW, defaults={"token": token_hex(16)})


class RuleSetting(models.Model):
    """How much the findings of one rule weigh, where the editor-in-chief says so."""

    rule = models.CharField(_("rule"), max_length=40, unique=True)
    severity = models.CharField(_("severity"), max_length=10, choices=Severity)

    class Meta:
        verbose_name = _("severity of a rule")
        verbose_name_plural = _("severities")
        ordering = ["rule"]

    def __str__(self) -> str:
        return self.rule


class Dismissal(models.Model):
    """To be ignored here: in one story, a rule leaves these words alone, wherever they stand."""

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="copydesk_dismissals"
    )
    rule = models.CharField(max_length=40)
    text = models.CharField(max_length=LONGEST)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    time = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "rule", "text"], name="dismissal_once")
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.text}"


def words_key(text: str) -> str:
    """Return what tells some words of a story apart, whatever their place and spaces."""
    words = " ".join(text.split())
    if len(words) <= LONGEST:
        return words
    return f"{words[:_KEPT]}…{sha256(words.encode('utf-8', 'replace')).hexdigest()[:32]}"
