"""Stories as other pages point at them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.utils.timezone import localtime, now

from roznama.changes.reads import reads
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage
from roznama.paper.assembly.pictures import card_picture
from roznama.paper.assembly.sections import Sections
from roznama.paper.sheets import Card
from roznama.urdu.reading import reading_minutes


def card(article: ArticlePage, sections: Sections) -> Card:
    """Return one story's card."""
    reads(keys.article(article.pk))
    return Card(
        headline=article.title,
        path=cast(str, article.url),
        kicker=article.kicker,
        deck=article.deck,
        section=sections.of(article),
        # A preview of a story that was never published has no time yet.
        published=localtime(article.first_published_at or now()),
        picture=card_picture(article.lead_image, article.lead_alt),
        priority=cast(Any, article.priority),
        minutes=reading_minutes(article.words),
    )


def cards(articles: Iterable[ArticlePage], sections: Sections) -> tuple[Card, ...]:
    """Return the cards of stories, in their order."""
    return tuple(card(article, sections) for article in articles)
