"""Stories as the front page desk shows them: a few plain facts each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.timezone import localtime

from roznama.newsroom.models import ArticlePage, LiveCoverage, NewsImage, SectionPage

_THUMBNAIL = "fill-160x100"


def sections() -> list[dict[str, Any]]:
    """Return the live sections in the menu's order."""
    pages = SectionPage.objects.live().order_by("path")
    return [{"id": page.pk, "title": page.title, "path": page.path} for page in pages]


def story_cards(stories: Iterable[int], names: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """Return what is shown of stories, by number; `names` are `sections()`.

    `is_public` says whether readers may see the story, `is_live` whether it is covered live now;
    `picture` is empty where there is none.
    """
    wanted = set(stories)
    pages = ArticlePage.objects.filter(pk__in=wanted).only(
        *("path", "depth", "title", "kicker", "priority", "live", "first_published_at"),
        *("lead_image",),
    )
    public = set(
        ArticlePage.objects.live().public().filter(pk__in=wanted).values_list("pk", flat=True)
    )
    by_path = {row["path"]: row for row in names}
    found = list(pages)
    covered = set(
        LiveCoverage.objects.filter(article__in=wanted, is_on=True).values_list(
            "article", flat=True
        )
    )
    thumbnails = _thumbnails(page.lead_image_id for page in found)
    return {
        page.pk: {
            "id": page.pk,
            "headline": page.title,
            "kicker": page.kicker,
            "priority": page.priority,
            "section": by_path.get(page.path[: -SectionPage.steplen], {}).get("title", ""),
            "time": _iso(page),
            "picture": thumbnails.get(page.lead_image_id, ""),
            "is_public": page.pk in public,
            "is_live": page.pk in covered,
        }
        for page in found
    }


def _iso(page: ArticlePage) -> str:
    time = page.first_published_at
    return localtime(time).isoformat(timespec="minutes") if time else ""


def _thumbnails(images: Iterable[int | None]) -> dict[int | None, str]:
    wanted = {pk for pk in images if pk is not None}
    pictures = NewsImage.objects.filter(pk__in=wanted).prefetch_renditions(_THUMBNAIL)
    return {picture.pk: _url(picture) for picture in pictures}


def _url(picture: NewsImage) -> str:
    """Return the thumbnail's address; empty for a picture whose file is gone."""
    try:
        return str(picture.get_rendition(_THUMBNAIL).url)
    except OSError:
        return ""
