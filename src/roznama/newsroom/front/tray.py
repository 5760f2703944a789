"""The tray beside the front page: published stories, the newest or those that are asked for."""

from __future__ import annotations

from typing import Any

from roznama.newsroom.front.cards import sections, story_cards
from roznama.newsroom.models import ArticlePage, SectionPage

SHOWN = 40
LONGEST_QUERY = 200


def tray(query: str, section: int) -> list[dict[str, Any]]:
    """Return published stories as cards; `section` is its page's number, 0 for all.

    The editors' search ranks what is asked for, and reads Roman Urdu.
    """
    stories = ArticlePage.objects.live().public()
    if section:
        page = SectionPage.objects.filter(pk=section).first()
        stories = stories.child_of(page) if page else stories.none()
    words = " ".join(query.replace("\0", " ").split())[:LONGEST_QUERY]
    if words:
        found = [page.pk for page in stories.autocomplete(words)[:SHOWN]]
    else:
        newest = stories.order_by("-first_published_at", "-pk")
        found = list(newest.values_list("pk", flat=True)[:SHOWN])
    cards = story_cards(found, sections())
    return [cards[pk] for pk in found if pk in cards]
