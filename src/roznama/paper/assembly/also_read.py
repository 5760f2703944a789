"""The also-read slots inside a story, and the list at its end."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from roznama.archive.related import related_to
from roznama.newsroom.models import ArticlePage
from roznama.paper.assembly.cards import card
from roznama.paper.assembly.sections import Sections
from roznama.paper.sheets import Card

# A slot every few paragraphs helps a reader; one after each drives them away.
MOST_AUTOMATIC = 2
MOST_RELATED = 4


class AlsoReadSlots:
    """Hands each slot a story, and no story twice on a page.

    An editor's choice always stands. Of the empty slots, a few that are evenly
    spread over the story take the closest related ones, and no more than half
    of those, so that the list at the end has some too; the rest stay unseen.
    """

    def __init__(self, article: ArticlePage, sections: Sections) -> None:
        self._sections = sections
        self._stories: Mapping[int, ArticlePage] = {}
        choices = _editors_choices(article)
        chosen = [pk for pk in choices if pk is not None]
        found = related_to(article, limit=MOST_AUTOMATIC + MOST_RELATED + len(chosen))
        self._queue = [pk for pk in found if pk not in chosen]
        self.wanted = (*chosen, *self._queue)
        empty = [number for number, pk in enumerate(choices) if pk is None]
        self._automatic = _spread(empty, min(MOST_AUTOMATIC, (len(self._queue) + 1) // 2))
        self._numbers = count()

    def take(self, stories: Mapping[int, ArticlePage]) -> None:
        """Take the stories that are `wanted`, as far as readers may see them."""
        self._stories = stories

    def fill(self, value: Any) -> Card | None:
        """Return the card for the next slot, None when it has nothing to show."""
        number = next(self._numbers)
        if value["story"] is not None:
            return self._card(value["story"].pk)
        return self._card(self._queue.pop(0)) if number in self._automatic else None

    def rest(self) -> tuple[Card, ...]:
        """Return the cards for the end of the story: related ones that no slot took."""
        cards = (self._card(pk) for pk in self._queue)
        return tuple(found for found in cards if found)[:MOST_RELATED]

    def _card(self, pk: int) -> Card | None:
        story = self._stories.get(pk)
        return card(story, self._sections) if story else None


def _editors_choices(article: ArticlePage) -> list[int | None]:
    """Return the chosen story of each slot in order, None for an empty one."""
    # From the stored form: the blocks themselves would fetch every story that they name.
    slots = (block["value"] for block in article.body.raw_data if block["type"] == "also_read")
    return [value["story"] for value in slots]


def _spread(numbers: list[int], most: int) -> set[int]:
    """Return at most `most` of the numbers, evenly spaced and away from both ends."""
    most = min(most, len(numbers))
    return {numbers[len(numbers) * (2 * step + 1) // (2 * most)] for step in range(most)}
