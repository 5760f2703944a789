"""Links to drafts for people outside: made, found again, revoked.

A link's secret is random and signed with the paper's key: what was not made here is refused
without a look into the database, and the database keeps a hash alone. Why it stands after the #
of the address is told in docs/decisions/0011-links-to-drafts.md.
"""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.log_actions import log

from roznama.newsroom.models import ArticlePage, PreviewLink, User
from roznama.newsroom.models.timing import secret_hash

MADE = "roznama.preview.make"
REVOKED = "roznama.preview.revoke"
_SALT = "roznama.preview"


@transaction.atomic
def make_link(story: ArticlePage, user: User, reader: str, lasts: timedelta) -> str:
    """Make a link to the story's newest draft as it is now; return its token, kept nowhere."""
    secret = secrets.token_urlsafe(16)
    revision = story.get_latest_revision() or story.save_revision(user=user)
    link = PreviewLink.objects.create(
        page=story,
        revision=revision,
        hash=secret_hash(secret),
        reader=reader,
        made_by=user,
        expires_at=timezone.now() + lasts,
    )
    log(instance=story, action=MADE, user=user, data={"reader": reader}, revision=revision)
    return signing.dumps([link.pk, secret], salt=_SALT)


def find_link(token: str) -> PreviewLink | None:
    """Return the link that a token opens now; None for one that is over, revoked or made up.

    Links of an editor whose account was closed are over too.
    """
    try:
        pk, secret = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    rows = PreviewLink.objects.select_related("revision", "made_by", "page")
    link = rows.filter(pk=pk).first()
    if link is None or not link.is_open or not link.matches(secret):
        return None
    return link if link.made_by is not None and link.made_by.is_active else None


def note_opening(link: PreviewLink) -> None:
    """Count that a link was opened; nothing of who opened it is kept."""
    PreviewLink.objects.filter(pk=link.pk).update(opened=F("opened") + 1, opened_at=timezone.now())


@transaction.atomic
def revoke(link: PreviewLink, user: User) -> None:
    """Close a link for good; again does nothing."""
    rows = PreviewLink.objects.filter(pk=link.pk, revoked_at=None)
    if rows.update(revoked_at=timezone.now()):
        story = link.page.specific
        log(instance=story, action=REVOKED, user=user, data={"reader": link.reader})
