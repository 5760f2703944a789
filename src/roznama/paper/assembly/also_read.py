"""The also-read slots inside a story, and the list at its end."""

from __future__ import annotations

from typing import Any

from roznama.archive.related import related_to
from roznama.newsroom.models import ArticlePage
from roznama.paper.assembly.cards import card
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import published, with_cards
from roznama.paper.sheets import Card

# A slot every few paragraphs helps a reader; one after each drives them away.
MOST_AUTOMATIC = 2
MOST_RELATED = 4


class AlsoReadSlots:
    """Hands each slot a story, and no story twice on a page.

    An editor's choice always stands. Empty slots take the closest related
    stories, at most MOST_AUTOMATIC of them; the rest stay unseen.
    """

    def __init__(self, article: ArticlePage, sections: Sections) -> None:
        self._sections = sections
        self._chosen = self._editors_choices(article)
        found = related_to(article, limit=MOST_AUTOMATIC + MOST_RELATED + len(self._chosen))
        chosen = set(self._chosen)
        self._queue = [pk for pk in found if pk not in chosen]
        self._stories = with_cards(published()).in_bulk([*self._chosen, *self._queue])
        self._automatic = 0

    def fill(self, value: Any) -> Card | None:
        """Return the card for one slot, None when it has nothing to show."""
        if value["story"] is not None:
            return self._card(value["story"].pk)
        if self._automatic < MOST_AUTOMATIC and self._queue:
            self._automatic += 1
            return self._card(self._queue.pop(0))
        return None

    def rest(self) -> tuple[Card, ...]:
        """Return the cards for the end of the story: related ones that no slot took."""
        cards = (self._card(pk) for pk in self._queue)
        return tuple(found for found in cards if found)[:MOST_RELATED]

    def _card(self, pk: int) -> Card | None:
        story = self._stories.get(pk)
        return card(story, self._sections) if story else None

    @staticmethod
    def _editors_choices(article: ArticlePage) -> list[int]:
        slots = (child.value for child in article.body if child.block_type == "also_read")
        return [slot["story"].pk for slot in slots if slot["story"] is not None]
