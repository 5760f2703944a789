"""How far a changed story reaches beyond the pages that name it."""

from __future__ import annotations

from collections.abc import Iterable

from roznama.archive.related import related_to
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage

_MOST_STORIES = 20  # after an import of hundreds, lists are refreshed as their pages are reprinted
_LENGTH = 6


def related_keys(paths: Iterable[str]) -> set[str]:
    """Return the keys of the stories that the stories at `paths` are related to.

    Their lists may now hold the changed story. Nothing for more than a handful of stories.
    """
    slugs = {path.rstrip("/").rpartition("/")[2] for path in paths}
    if len(slugs) > _MOST_STORIES:
        return set()
    stories = ArticlePage.objects.live().filter(slug__in=slugs)
    return {keys.related(pk) for story in stories for pk in related_to(story, limit=_LENGTH)}
