"""Which stories readers may see, fetched with what their cards need."""

from __future__ import annotations

from django.db.models import Prefetch
from wagtail.query import PageQuerySet

from roznama.newsroom.models import ArticlePage, NewsImage
from roznama.paper.assembly.pictures import CARD_SPECS


def published() -> PageQuerySet[ArticlePage]:
    """Return the published stories, newest first."""
    return ArticlePage.objects.live().public().order_by("-first_published_at", "-pk")


def with_cards(stories: PageQuerySet[ArticlePage]) -> PageQuerySet[ArticlePage]:
    """Fetch lead pictures and their card sizes along with the stories."""
    images = NewsImage.objects.prefetch_renditions(*CARD_SPECS)
    return stories.prefetch_related(Prefetch("lead_image", queryset=images))
