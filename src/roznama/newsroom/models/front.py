"""The front page's arrangements: every step of the draft, and the fronts that go to print."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from roznama.newsroom.models.article import ArticlePage
from roznama.newsroom.models.user import User

LONGEST_NAME = 80


class FrontAction(models.TextChoices):
    """What a step did to the arrangement before it."""

    START = "start", _("Beginning")
    LEAD = "lead", _("Lead changed")
    SECOND = "second", _("Second tier changed")
    STRIP = "strip", _("Strip changed")
    REMOVE = "remove", _("Story taken out")
    SIZE = "size", _("Size of the second tier")
    ORDER = "order", _("Order of the strips")
    SHOWN = "shown", _("Strip shown or hidden")
    TEXT = "text", _("Front headline changed")
    PICTURE = "picture", _("Picture on or off")
    UNTIL = "until", _("End of a pin")
    RESTORE = "restore", _("Earlier arrangement restored")


class FrontStep(models.Model):
    """One state of the arrangement, as somebody left it. Written once, never changed.

    `parent` is the state that it was made of: undo goes there. A step `aside` was saved while
    somebody else had gone on; it is kept to be restored, and redo does not lead to it.
    """

    layout = models.JSONField()
    parent = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, related_name="children"
    )
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    time = models.DateTimeField(default=timezone.now, db_index=True)
    action = models.CharField(max_length=10, choices=FrontAction)
    story = models.ForeignKey(ArticlePage, on_delete=models.SET_NULL, null=True, related_name="+")
    aside = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.pk}: {self.action}"


class FrontDraft(models.Model):
    """Where the draft stands: one row, which whoever changes the draft locks."""

    head = models.ForeignKey(FrontStep, on_delete=models.PROTECT, null=True, related_name="+")
    moved_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    moved_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"at {self.head_id}"


class FrontEdition(models.Model):
    """A front that goes, or went, to print at a time: the newest that has begun is shown.

    `told_at` is when the change log was told that it had begun.
    """

    step = models.ForeignKey(FrontStep, on_delete=models.PROTECT, related_name="editions")
    name = models.CharField(_("name"), max_length=LONGEST_NAME, blank=True)
    starts_at = models.DateTimeField(_("begins"), db_index=True)
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True, db_index=True)

    class Meta:
        verbose_name = _("front")
        default_permissions = ()
        permissions = [("arrange_front", "Can arrange the front page")]

    def __str__(self) -> str:
        return self.name or f"{self.starts_at:%Y-%m-%d %H:%M}"
