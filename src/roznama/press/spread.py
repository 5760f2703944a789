"""How far a changed story reaches beyond the pages that name it."""

from __future__ import annotations

from collections.abc import Collection

from roznama.archive.related import reached_by
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage

_MOST_STORIES = 20  # after an import of hundreds, lists are refreshed as their pages are reprinted
_LENGTH = 6


def related_keys(stories: Collection[int]) -> set[str]:
    """Return the keys of the stories that these stories, by their ids, are near to.

    Their lists may now hold a changed story, or name it as their newer version. Nothing for
    more than a handful of stories.
    """
    if not 0 < len(stories) <= _MOST_STORIES:
        return set()
    found = ArticlePage.objects.live().filter(pk__in=stories)
    return {keys.related(pk) for story in found for pk in reached_by(story, limit=_LENGTH)}
