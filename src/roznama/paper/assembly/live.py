"""What changes on pages without a print: the breaking line, the stories most read."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from django.utils.timezone import now
from wagtail.models import Site

from roznama.newsroom.models import ArticlePage, BreakingLine
from roznama.newsroom.statistics.counting import busiest
from roznama.paper.assembly.stories import published

MOST_READ = 5
"""How many stories are named as most read."""

_CANDIDATES = 20
"""Stories that are read most, among which some may have been taken back."""


def breaking() -> dict[str, Any]:
    """Return the breaking line: `id`, `text`, `until` and, with a story, `url`. Empty for none.

    `until` is in milliseconds since the epoch, as browsers count. The `id` is another for
    another text, so that a reader who put one line away sees the next.
    """
    line = BreakingLine.load()
    if not line.text or line.until is None or line.until <= now():
        return {}
    told = {
        "id": blake2b(line.text.encode(), digest_size=6).hexdigest(),
        "text": line.text,
        "until": int(line.until.timestamp() * 1000),
    }
    story = published().filter(pk=line.story_id).first() if line.story_id else None
    return {**told, "url": story.url} if story else told


def most_read(paths: Iterable[str]) -> dict[str, Any]:
    """Return the MOST_READ stories that readers' pages tell of most often.

    Where they tell of fewer, published stories among `paths`, in their order, come after them.
    """
    named = _told()
    if len(named) < MOST_READ:
        named += [story for story in _at(paths) if story not in named]
    return {"stories": [_link(story) for story in named[:MOST_READ]]}


def _told() -> list[ArticlePage]:
    numbers = busiest(_CANDIDATES)
    stories = published().filter(pk__in=numbers).defer_streamfields().in_bulk()
    return [stories[number] for number in numbers if number in stories]


def _at(paths: Iterable[str]) -> list[ArticlePage]:
    slugs = {path.rstrip("/").rpartition("/")[2]: path for path in paths}
    roots = [root.root_path for root in Site.get_site_root_paths()]
    wanted = [f"{root}{path[1:]}" for path in slugs.values() for root in roots]
    found = published().filter(slug__in=slugs, url_path__in=wanted).defer_streamfields()
    stories = {story.url: story for story in found}
    return [stories[path] for path in slugs.values() if path in stories]


def _link(story: ArticlePage) -> dict[str, Any]:
    return {"title": story.title, "url": story.url}
