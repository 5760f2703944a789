"""Related stories, for whoever has a story of the newsroom in hand."""

from __future__ import annotations

from collections.abc import Iterable

from roznama.archive.documents import subject_of
from roznama.archive.neighbors import Neighbor, nearest, neighbors
from roznama.archive.node import snapshot
from roznama.newsroom.models import ArticlePage, Topic


def related(
    article: ArticlePage, *, limit: int = 6, topics: Iterable[Topic] | None = None
) -> list[Neighbor]:
    """Return the published stories related to this one, closest first.

    The story itself may be a draft; it is never in its own list. A newer version of it comes
    first, and says so. The list is empty where nothing is close enough, and while there is no
    index. Who has the story's `topics` in hand saves a query.
    """
    index = snapshot()
    return neighbors(index, subject_of(article, topics), limit) if index else []


def related_to(article: ArticlePage, *, limit: int = 6) -> list[int]:
    """Return the ids of the stories that `related` gives."""
    return [neighbor.pk for neighbor in related(article, limit=limit)]


def reached_by(article: ArticlePage, *, limit: int = 6) -> list[int]:
    """Return the ids of the stories whose own lists this one may enter, or stand over as newer."""
    index = snapshot()
    return nearest(index, subject_of(article), limit) if index else []
