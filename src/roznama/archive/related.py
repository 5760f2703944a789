"""Related stories, for whoever has a story of the newsroom in hand."""

from __future__ import annotations

from roznama.archive.documents import subject_of
from roznama.archive.neighbors import neighbors
from roznama.archive.node import snapshot
from roznama.newsroom.models import ArticlePage


def related_to(article: ArticlePage, *, limit: int = 6) -> list[int]:
    """Return the ids of published stories related to this one, closest first.

    The story itself may be a draft; it is never in its own list. The list is empty where
    nothing is close enough, and while there is no index.
    """
    index = snapshot()
    if index is None:
        return []
    return [neighbor.pk for neighbor in neighbors(index, subject_of(article), limit)]
