"""Weaving: the stories that the index has just taken in, put into their threads."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from roznama.archive import deciding
from roznama.archive.documents import subject_of
from roznama.archive.index.reading import Snapshot
from roznama.archive.neighbors import neighbors
from roznama.archive.node import snapshot
from roznama.archive.threads import assign
from roznama.newsroom.models import ArticlePage

MOST = 200
"""Stories that are looked at together; an archive that is imported comes without threads."""


def weave(stories: Collection[int]) -> None:
    """Put published stories, by their ids, into the threads that they belong to.

    Raises:
        DatabaseError: the paper's database does not answer; what was done stays.

    """
    index = snapshot()
    if index is None or not 0 < len(stories) <= MOST:
        return
    for article in ArticlePage.objects.live().public().filter(pk__in=stories):
        assign(article, lambda pk: _near(index, pk))


def _near(index: Snapshot, pk: int) -> Sequence[deciding.Neighbor]:
    article = ArticlePage.objects.filter(pk=pk).first()
    if article is None:
        return ()
    found = neighbors(index, subject_of(article), deciding.MOST)
    return [deciding.Neighbor(one.pk, one.closeness, one.published) for one in found]
