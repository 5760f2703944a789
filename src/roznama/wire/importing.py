"""A page that was read becomes a story here: a draft, or published at once."""

from __future__ import annotations

from datetime import UTC, datetime
from difflib import SequenceMatcher
from typing import Any

from django.db import transaction
from django.utils.html import escape
from django.utils.timezone import make_aware, now

from roznama.newsroom.models import ArticlePage, SectionPage, User
from roznama.urdu.letters.folding import fold
from roznama.wire.reading import Block, ReadStory

# Headlines are often touched up after publication, but rarely by more than a
# word in eight; two different stories seldom share so much.
SAME_TITLE = 0.88
LONGEST_TITLE = 255
FIRST_NEWSPAPER = datetime(1822, 1, 1, tzinfo=UTC)


def import_story(
    story: ReadStory, section: SectionPage, *, publish: bool = False, user: User | None = None
) -> ArticlePage:
    """Make a draft of a read page under a section, in one transaction.

    Also-read titles become also-read slots, linked where one of our published
    stories bears that title. `user` is named in the history as the importer.
    """
    page = ArticlePage(
        title=story.headline[:LONGEST_TITLE],
        deck=_shorten(story.deck, 400),
        city=_shorten(story.dateline_city, 60),
        credit_line=_shorten(story.dateline_credit, 100),
        body=[_block(block) for block in story.blocks],
        first_published_at=_time(story.published) if publish else None,
        owner=user,
        live=False,
    )
    with transaction.atomic():
        section.add_child(instance=page)
        revision = page.save_revision(user=user, log_action=True)
        if publish:
            revision.publish(user=user)
            page.refresh_from_db()
    return page


def find_by_title(title: str) -> ArticlePage | None:
    """Return our published story with this headline, or one that differs by a word or so."""
    wanted = fold(title)
    if not wanted:
        return None
    scored = (
        (_likeness(wanted, fold(found)), pk)
        for pk, found in ArticlePage.objects.live().values_list("pk", "title")
    )
    score, pk = max(scored, default=(0.0, 0))
    return ArticlePage.objects.get(pk=pk) if score >= SAME_TITLE else None


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= SAME_TITLE else 0.0


def _block(block: Block) -> tuple[str, Any]:
    kind, text = block
    if kind == "paragraph":
        return kind, f"<p>{escape(text)}</p>"
    if kind == "also_read":
        return kind, {"story": find_by_title(text), "title": _shorten(text, 300)}
    return kind, _shorten(text, 150)


def _time(stated: datetime | None) -> datetime | None:
    """Return when a page says that it came out, by our own clock where it names no zone.

    None for a time that cannot be: before there were Urdu newspapers, or still ahead.
    """
    if stated is None:
        return None
    time = stated if stated.tzinfo else make_aware(stated)
    return time if FIRST_NEWSPAPER <= time <= now() else None


def _shorten(text: str, longest: int) -> str:
    """Cut at a word's end; nothing that a page says may make the import fail."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0]
