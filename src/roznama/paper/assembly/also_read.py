"""The also-read slots inside a story, and the list at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count

from roznama.archive.related import related
from roznama.changes.reads import reads
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage, RelatedKind, Topic
from roznama.paper.assembly.cards import card
from roznama.paper.assembly.pictures import Pictures
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import StoryRow
from roznama.paper.sheets import Card

# A slot every few paragraphs helps a reader; one after each drives them away.
MOST_AUTOMATIC = 2
MOST_RELATED = 4


class AlsoReadSlots:
    """Hands each slot a story, and no story twice on a page.

    A story that an editor blocked is nowhere. An editor's choice for a slot stands. Of the empty
    slots, a few that are evenly spread over the story take the stories that an editor pinned,
    then the closest related ones, and no more than half of those, so that the list at the end
    has some too; the rest stay unseen.
    """

    def __init__(self, article: ArticlePage, sections: Sections, topics: Sequence[Topic]) -> None:
        self._sections = sections
        self._pictures = Pictures([])
        self._stories: Mapping[int, StoryRow] = {}
        self._pinned, self._blocked = _editors_say(article)
        self._choices = _editors_choices(article)
        chosen = [pk for pk in self._choices if pk is not None]
        named = dict.fromkeys([*chosen, *self._pinned])
        most = MOST_AUTOMATIC + MOST_RELATED + len(named) + len(self._blocked)
        found = related(article, limit=most, topics=topics)
        newer = [one.pk for one in found if one.is_latest and one.pk not in self._blocked]
        self._latest = newer[0] if newer else None
        listed = dict.fromkeys([*self._pinned, *(one.pk for one in found)])
        taken = {*chosen, *self._blocked, self._latest}
        self._queue = [pk for pk in listed if pk not in taken]
        self.wanted = (*chosen, *newer[:1], *self._queue)
        # What an editor named may be published later, or come back.
        reads(*(keys.article(pk) for pk in named))
        self._automatic: set[int] = set()
        self._numbers = count()

    def take(self, stories: Mapping[int, StoryRow], pictures: Pictures) -> None:
        """Take the stories that are `wanted`, as far as readers may see them."""
        self._stories, self._pictures = stories, pictures
        self._queue = [pk for pk in self._queue if pk in stories]
        empty = [number for number, pk in enumerate(self._choices) if pk is None]
        self._automatic = _spread(empty, min(MOST_AUTOMATIC, (len(self._queue) + 1) // 2))

    def latest(self) -> Card | None:
        """Return the card of the story's newer version, None where there is none."""
        return self._card(self._latest) if self._latest is not None else None

    def fill(self) -> Card | None:
        """Return the card for the next slot, None when it has nothing to show."""
        number = next(self._numbers)
        if (chosen := self._choices[number]) is not None:
            return self._card(chosen)
        return self._card(self._queue.pop(0)) if number in self._automatic else None

    def rest(self) -> tuple[Card, ...]:
        """Return the cards for the end of the story: related ones that no slot took.

        MOST_RELATED, or as many as an editor pinned.
        """
        pinned = sum(pk in self._pinned for pk in self._queue)
        cards = (self._card(pk) for pk in self._queue[: max(MOST_RELATED, pinned)])
        return tuple(found for found in cards if found)

    def _card(self, pk: int) -> Card | None:
        story = self._stories.get(pk) if pk not in self._blocked else None
        return card(story, self._sections, self._pictures) if story else None


def _editors_say(article: ArticlePage) -> tuple[list[int], set[int]]:
    """Return the stories that an editor pinned, in their order, and those that they blocked."""
    choices = list(article.related_choices.all())
    blocked = {choice.story_id for choice in choices if choice.kind == RelatedKind.BLOCKED}
    pinned = [choice.story_id for choice in choices if choice.kind == RelatedKind.PINNED]
    return [pk for pk in pinned if pk not in blocked and pk != article.pk], blocked


def _editors_choices(article: ArticlePage) -> list[int | None]:
    """Return the chosen story of each slot in order, None for an empty one."""
    # From the stored form: the blocks themselves would fetch every story that they name.
    slots = (block["value"] for block in article.body.raw_data if block["type"] == "also_read")
    return [value.get("story") for value in slots]


def _spread(numbers: list[int], most: int) -> set[int]:
    """Return at most `most` of the numbers, evenly spaced and away from both ends."""
    most = min(most, len(numbers))
    return {numbers[len(numbers) * (2 * step + 1) // (2 * most)] for step in range(most)}
