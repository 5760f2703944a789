"""What the clock keeps, and what a story says of its time."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from roznama.newsroom.models.pages import PaperPage
from roznama.newsroom.timing.moments import told


class EmbargoedError(PermissionDenied):
    """Something tried to make a story public before its embargo ends."""


class TimedPage(PaperPage):
    """A page that may be held back: nothing publishes it before `embargo_until`.

    Wagtail publishes what a revision says, whichever door asks for it: form, list, workflow,
    command line, API. So the embargo is put into the time to go live where a revision is read
    (`with_content_json`), and Wagtail's own action schedules it instead.
    """

    embargo_until = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_("Nobody can publish it before; it goes out at that minute by itself."),
    )
    embargo_note = models.CharField(
        _("about the embargo"),
        max_length=200,
        blank=True,
        help_text=_("For editors: who set the embargo, what was agreed. Readers never see it."),
    )

    class Meta:
        abstract = True

    def is_embargoed(self, now: datetime | None = None) -> bool:
        """Whether it may not be public yet; at the minute itself it may."""
        return self.embargo_until is not None and self.embargo_until > (now or timezone.now())

    def hold_until_embargo(self) -> None:
        """Let it go live at the end of its embargo, where it would earlier."""
        if not self.is_embargoed():
            return
        if self.go_live_at is None or self.go_live_at < self.embargo_until:  # type: ignore[has-type]
            self.go_live_at = self.embargo_until

    def with_content_json(self, content: dict[str, Any]) -> TimedPage:
        """Return the page as a revision has it, held until its embargo ends.

        A story that is not public has its newest draft in its row. That is what an embargo is
        set in, so an older revision does not get round it.
        """
        page: TimedPage = super().with_content_json(content)
        if not self.live and self.is_embargoed() and not _later(page, self):
            page.embargo_until, page.embargo_note = self.embargo_until, self.embargo_note
        page.hold_until_embargo()
        return page

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; the net behind all doors.

        Raises:
            EmbargoedError: it would become public before its embargo ends.

        """
        if kwargs.get("update_fields") is None and self.live and self.is_embargoed():
            rows = type(self).objects.filter(pk=self.pk).values_list("live", "live_revision_id")
            if rows.first() != (True, self.live_revision_id):
                raise EmbargoedError(_held_words(self))
        super().save(*args, **kwargs)


def _held_words(page: TimedPage) -> str:
    words = gettext("“%(title)s” is under embargo until %(time)s.")
    return words % {"title": page.title, "time": told(page.embargo_until)}


def _later(page: TimedPage, than: TimedPage) -> bool:
    return bool(
        page.embargo_until and than.embargo_until and page.embargo_until > than.embargo_until
    )


class Overdue(models.Model):
    """What fell due and could not be done: told to editors, tried again, gone once it is done."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="overdue")
    due = models.DateTimeField()
    tries = models.PositiveIntegerField(default=0)
    again_at = models.DateTimeField()
    trouble = models.TextField()

    class Meta:
        ordering = ["due"]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.trouble}"


LASTS = timedelta(hours=24)
"""How long a link to a draft leads there, unless somebody chose another time."""


class PreviewLink(models.Model):
    """A draft shown to somebody outside, such as a lawyer or a source. Only a hash is kept."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="preview_links")
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    hash = models.CharField(max_length=64)
    reader = models.CharField(_("for whom"), max_length=100)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    opened = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.page_id} for {self.reader} until {self.expires_at:%Y-%m-%d %H:%M}"

    @property
    def is_open(self) -> bool:
        """Whether it leads to the draft now."""
        return self.revoked_at is None and self.expires_at > timezone.now()

    def matches(self, secret: str) -> bool:
        """Whether a secret is this link's."""
        return secrets.compare_digest(self.hash, secret_hash(secret))


def secret_hash(secret: str) -> str:
    """Return what is kept of a link's secret; 128 random bits need no slow hash."""
    return sha256(secret.encode()).hexdigest()
