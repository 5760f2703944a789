"""Finding originals: what a published story was made of, among our stories and the wire's drafts.

The index offers stories that have most of its terms; wire copy that was imported and never
published is not in it, so drafts saved around the story's publication are looked through as
well, the newest of them. Only a handful of the likeliest are compared word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from roznama.archive.copies import contained
from roznama.archive.documents import subject_of
from roznama.archive.index.analyzing import terms_of
from roznama.archive.neighbors import holding
from roznama.archive.node import snapshot
from roznama.archive.reuse.comparing import Reuse, compare_read
from roznama.archive.reuse.deciding import Kind
from roznama.archive.reuse.reading import read
from roznama.archive.story import Story
from roznama.archive.vectors import Vector, pack, unpack
from roznama.newsroom.models import ArticlePage
from roznama.newsroom.text import plain_text

ALMOST = 0.5
"""From this share of its words on a story is taken over almost word for word. Of COUNTER's pairs
44 have so much: 38 wholly derived, 6 partly, none apart."""

_HELD = 0.4
"""A story whose terms another text has less of is not compared with it; of the 44 none has less
than .56."""

_COMPARED = 5  # texts of each sort that a story is compared with, the likeliest ones
_NEAR = timedelta(days=7)  # between a draft's last saving and the story's publication
_DRAFTS = 200  # that are looked through, the newest


@dataclass(frozen=True, slots=True)
class Original:
    """A text that a story was made of, and what the story has of it."""

    page: ArticlePage
    reuse: Reuse


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that was never published, with what it is about."""

    pk: int
    saved: datetime
    vector: Vector


def originals(article: ArticlePage, drafts: Iterable[Draft] | None = None) -> list[Original]:
    """Return what a published story was made of, wholly or in part, the largest share first.

    Bounded: at most ten texts are compared. Who asks about many stories gives the drafts
    around all of them (`drafts_around`).
    """
    time = article.first_published_at
    if time is None:
        return []
    story = subject_of(article)
    near = drafts_around(time, time) if drafts is None else drafts
    pks = [*_published(story), *_unpublished(story, time, near)]
    if not pks:
        return []
    pages, own = ArticlePage.objects.in_bulk(pks), read(story.body)
    # The index may still have a story that was deleted in this moment.
    there = [pages[pk] for pk in pks if pk in pages]
    found = (Original(page, compare_read(own, read(plain_text(page)))) for page in there)
    made_of = [one for one in found if one.reuse.kind != Kind.NOT or one.reuse.share >= ALMOST]
    return sorted(made_of, key=lambda one: -one.reuse.share)


def taken_over(articles: Iterable[ArticlePage]) -> Iterator[tuple[ArticlePage, Original]]:
    """Yield those of some published stories that were taken over almost word for word.

    Each with the text that most of it is from.
    """
    stories = [one for one in articles if one.first_published_at]
    times = [one.first_published_at for one in stories]
    drafts = drafts_around(min(times), max(times)) if times else []
    for story in stories:
        found = originals(story, drafts)
        if found and found[0].reuse.share >= ALMOST:
            yield story, found[0]


def drafts_around(first: datetime, last: datetime) -> list[Draft]:
    """Return the drafts saved within a week of a time that were never published, 200 at most."""
    saved = ArticlePage.objects.filter(
        live=False,
        first_published_at=None,
        latest_revision_created_at__range=(first - _NEAR, last + _NEAR),
    )
    newest = saved.prefetch_related("topics").order_by("-latest_revision_created_at")[:_DRAFTS]
    return [
        Draft(one.pk, one.latest_revision_created_at, _vector(subject_of(one)))
        for one in newest
        if one.latest_revision_created_at
    ]


def _published(story: Story) -> list[int]:
    index = snapshot()
    return holding(index, story, _HELD, _COMPARED) if index else []


def _unpublished(story: Story, time: datetime, drafts: Iterable[Draft]) -> list[int]:
    own = _vector(story)
    shares = {
        draft.pk: contained(own, draft.vector)
        for draft in drafts
        if draft.pk != story.pk and abs(draft.saved - time) <= _NEAR
    }
    held = [pk for pk, share in shares.items() if share >= _HELD]
    return sorted(held, key=lambda pk: -shares[pk])[:_COMPARED]


def _vector(story: Story) -> Vector:
    return unpack(pack(terms_of(story).weights()))
