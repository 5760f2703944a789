"""Stories as other pages point at them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django.utils.timezone import localtime, now

from roznama.changes.reads import reads
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage
from roznama.paper.assembly.pictures import Pictures
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import StoryRow
from roznama.paper.sheets import Card
from roznama.urdu.reading import reading_minutes


def card(story: StoryRow | ArticlePage, sections: Sections, pictures: Pictures) -> Card:
    """Return one story's card; `pictures` has its lead picture."""
    reads(keys.article(story.pk))
    return Card(
        headline=story.title,
        path=cast(str, story.url),
        kicker=story.kicker,
        deck=story.deck,
        section=sections.of(story),
        # A preview of a story that was never published has no time yet.
        published=localtime(story.first_published_at or now()),
        picture=pictures.card(story.lead_image_id, story.lead_alt),
        priority=cast(Any, story.priority),
        minutes=reading_minutes(story.words),
        is_live=story.is_live,
    )


def cards(
    stories: Sequence[StoryRow], sections: Sections, pictures: Pictures | None = None
) -> tuple[Card, ...]:
    """Return the cards of stories, in their order."""
    seen = lead_pictures(stories) if pictures is None else pictures
    return tuple(card(story, sections, seen) for story in stories)


def lead_pictures(stories: Iterable[StoryRow | ArticlePage]) -> Pictures:
    """Fetch the lead pictures of stories as their cards show them."""
    return Pictures(story.lead_image_id for story in stories)
