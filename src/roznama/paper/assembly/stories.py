"""Which stories readers may see, fetched with what their cards need."""

from __future__ import annotations

from wagtail.models import Site
from wagtail.query import PageQuerySet

from roznama.changes.reads import read_once
from roznama.newsroom.models import ArticlePage
from roznama.paper.assembly.pictures import CARD_SPECS, sizes


def published() -> PageQuerySet[ArticlePage]:
    """Return the published stories, newest first."""
    stories: PageQuerySet[ArticlePage] = ArticlePage.objects.live()
    hidden = read_once("private", stories.private_q)
    return stories.exclude(hidden).order_by("-first_published_at", "-pk")


def find_published(path: str) -> ArticlePage | None:
    """Return the published story at a path, None where there is none."""
    slug = path.rstrip("/").rpartition("/")[2]
    roots = {root.root_path for root in Site.get_site_root_paths()}
    found = published().filter(slug=slug).select_related("lead_image")
    return next(
        (story for story in found if story.url_path in {f"{root}{path[1:]}" for root in roots}),
        None,
    )


def with_cards(stories: PageQuerySet[ArticlePage]) -> PageQuerySet[ArticlePage]:
    """Fetch lead pictures and their card sizes along with the stories, but not their bodies."""
    return with_images(stories).prefetch_related(sizes("lead_image__", CARD_SPECS))


def with_images(stories: PageQuerySet[ArticlePage]) -> PageQuerySet[ArticlePage]:
    """Fetch lead pictures without their sizes along with the stories, and no bodies."""
    return stories.defer_streamfields().select_related("lead_image")
