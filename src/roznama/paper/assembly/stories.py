"""Which stories readers may see, and what lists and cards need of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet
from wagtail.models import Site
from wagtail.query import PageQuerySet

from roznama.changes.reads import read_once
from roznama.newsroom.models import ArticlePage, LiveCoverage
from roznama.paper.addresses import tree_path


class StoryRow(NamedTuple):
    """A story as lists need it, without its text. A page shows dozens, so they are no models."""

    pk: int
    path: str
    """Its place in the tree, as Wagtail sorts by it."""
    url_path: str
    title: str
    kicker: str
    deck: str
    priority: str
    words: int
    lead_image_id: int | None
    lead_alt: str
    first_published_at: datetime
    last_published_at: datetime
    coverage__is_on: bool | None
    """Whether it is covered live now; None where it never was."""

    @property
    def is_live(self) -> bool:
        """Whether it is covered live now."""
        return bool(self.coverage__is_on)

    @property
    def url(self) -> str:
        """The path of its page."""
        return tree_path(self.url_path)


_ON_PAGE = (
    *("path", "depth", "url_path", "title", "slug", "seo_title", "search_description", "live"),
    *("first_published_at", "last_published_at"),
    *(f"coverage__{field.name}" for field in LiveCoverage._meta.local_fields),
    *(field.name for field in ArticlePage._meta.local_fields if field.name != "page_ptr"),
)


def published() -> PageQuerySet[ArticlePage]:
    """Return the published stories, newest first."""
    # A queryset that was made before is copied in a tenth of the time.
    return read_once("published", _published).all()


def _published() -> PageQuerySet[ArticlePage]:
    stories: PageQuerySet[ArticlePage] = ArticlePage.objects.live()
    return stories.exclude(stories.private_q()).order_by("-first_published_at", "-pk")


def find_published(path: str) -> ArticlePage | None:
    """Return the published story at a path, None where there is none."""
    slug = path.rstrip("/").rpartition("/")[2]
    roots = {root.root_path for root in Site.get_site_root_paths()}
    found = published().filter(slug=slug).select_related("coverage").only(*_ON_PAGE)
    return next(
        (story for story in found if story.url_path in {f"{root}{path[1:]}" for root in roots}),
        None,
    )


def rows(stories: QuerySet[ArticlePage]) -> list[StoryRow]:
    """Fetch stories as rows, in their order."""
    return [StoryRow(*row) for row in stories.values_list(*StoryRow._fields)]


def rows_by_id(stories: QuerySet[ArticlePage], pks: Iterable[int]) -> dict[int, StoryRow]:
    """Fetch those of these stories that are among `stories`."""
    wanted = set(pks)
    found = rows(stories.order_by().filter(pk__in=wanted)) if wanted else []
    return {row.pk: row for row in found}
