"""Live coverage: a story that is told while it happens, by updates that are rows of their own."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from roznama.newsroom.blocks import PROSE
from roznama.newsroom.models.article import ArticlePage
from roznama.newsroom.models.author import Author
from roznama.newsroom.models.images import NewsImage

PER_PAGE = 25
"""How many updates a page of older ones has. The story's own page has these to twice as many."""


class LiveCoverage(models.Model):
    """A story's live coverage, on or ended.

    Updates are counted by `last_number`, and `version` counts every change of any of them: whoever
    changes something locks this row, so that two who post at once come one after the other.
    """

    article = models.OneToOneField(ArticlePage, on_delete=models.CASCADE, related_name="coverage")
    is_on = models.BooleanField(_("live now"), default=True)
    started = models.DateTimeField(_("started"), default=timezone.now)
    ended = models.DateTimeField(_("ended"), null=True)
    last_number = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    changed = models.DateTimeField(default=timezone.now)
    """When readers were last given something new in it."""

    posters = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+", verbose_name=_("may post as well")
    )
    """Whom somebody who may publish the story lets post: a reporter at the place, for one."""

    class Meta:
        verbose_name = _("live coverage")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.article_id)

    @property
    def closed_pages(self) -> int:
        """How many pages of older updates there are that no new update will change."""
        return max(0, self.last_number // PER_PAGE - 1)

    @property
    def first_number(self) -> int:
        """The number of the oldest update on the story's own page."""
        return self.closed_pages * PER_PAGE + 1


def page_of(number: int) -> int:
    """Return the page that an update stands on for good; the oldest ones' is 2.

    It is the address's `?page=`, whose 1 is the story itself.
    """
    return (number - 1) // PER_PAGE + 2


class LiveUpdate(models.Model):
    """One update. A removed one keeps its row and its number; readers do not see it.

    `token` is the browser's name for it: what is sent twice, because no answer came, is one update.
    """

    coverage = models.ForeignKey(LiveCoverage, on_delete=models.CASCADE, related_name="updates")
    number = models.PositiveIntegerField()
    token = models.UUIDField(default=uuid4, editable=False)
    time = models.DateTimeField(_("time"), default=timezone.now)
    headline = models.CharField(_("Headline"), max_length=150, blank=True)
    body = RichTextField(_("text"), features=PROSE, blank=True)
    image = models.ForeignKey(
        NewsImage,
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    author = models.ForeignKey(
        Author,
        verbose_name=_("author"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_key = models.BooleanField(_("key moment"), default=False)
    is_pinned = models.BooleanField(_("pinned"), default=False)
    correction = models.CharField(_("correction"), max_length=500, blank=True)
    corrected_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    posted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    posted_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    changed_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("live update")
        verbose_name_plural = _("live updates")
        default_permissions = ()
        ordering = ["-time", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["coverage", "number"], name="one_update_a_number"),
            models.UniqueConstraint(fields=["coverage", "token"], name="one_update_a_token"),
        ]
        indexes = [models.Index(fields=["coverage", "removed_at", "number"], name="live_listing")]

    def __str__(self) -> str:
        return self.headline or str(self.number)
