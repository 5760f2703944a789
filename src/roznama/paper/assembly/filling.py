"""Which story stands where on the front page: what editors chose, and the rest automatically.

Places without a chosen story are filled by priority and freshness. No story stands in two of
them, and none that readers may not see: a chosen story that was withdrawn makes room. Strips take
what the list of the latest names only where their section has nothing else.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.utils.timezone import now

from roznama.changes.reads import holds_until
from roznama.newsroom.front import editions
from roznama.newsroom.front.layout import Layout, Pin, Slot, StripPlan
from roznama.newsroom.models import Priority, SectionPage
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import StoryRow, published, rows, rows_by_id

LATEST = 8
# An editor's "lead" and "breaking" wear off; then the newest story leads.
LEAD_LASTS = timedelta(hours=24)
BREAKING_LASTS = timedelta(hours=6)

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Filled:
    """The stories of the front page; a slot for which there is no story holds None."""

    lead: StoryRow | None = None
    breaking: StoryRow | None = None
    """The urgent story over the lead, when it stands nowhere else."""
    second: list[StoryRow | None] = field(default_factory=list)
    latest: list[StoryRow] = field(default_factory=list)
    strips: list[tuple[SectionPage, list[StoryRow | None]]] = field(default_factory=list)


def current_layout() -> Layout:
    """Return the arrangement that readers see now; it holds until the next one begins."""
    time = now()
    begins = editions.next_start(time)
    if begins:
        holds_until(begins)
    edition = editions.current(time)
    try:
        return editions.layout_of(edition)
    except (KeyError, TypeError, ValueError):
        logger.exception("the arrangement of front %s cannot be read", edition)
        return Layout()


def fill(layout: Layout, sections: Sections) -> Filled:
    """Put stories into an arrangement; the queries do not grow with what is chosen."""
    return _Filling(layout, sections).filled()


def filled_places(layout: Layout) -> dict[str, Any]:
    """Return the numbers of the stories in an arrangement, for the newsroom's screen.

    {"lead": 5, "breaking": None, "second": [7, …], "strips": [[section, [9, …]], …]}; hidden
    strips are left out.
    """
    found = fill(layout, Sections())
    return {
        "lead": _number(found.lead),
        "breaking": _number(found.breaking),
        "second": [_number(row) for row in found.second],
        "strips": [[page.pk, [_number(row) for row in slots]] for page, slots in found.strips],
    }


class _Filling:
    """One filling, from the top of the page down."""

    def __init__(self, layout: Layout, sections: Sections) -> None:
        self.layout = layout
        self.sections = sections
        self.time = now()
        self.chosen = self._chosen()
        self.used = set(self.chosen)

    def filled(self) -> Filled:
        found = Filled()
        leads = self._fresh(Priority.LEAD, LEAD_LASTS, 1 + len(self.layout.second))
        urgent = self._fresh(Priority.BREAKING, BREAKING_LASTS, 1)
        found.lead = self._row(self.layout.lead) or self._take([*leads, *urgent])
        found.lead = found.lead or self._take(self._newest(1))
        found.breaking = self._take(urgent)
        newest = self._newest(len(self.layout.second) + LATEST)
        found.second = self._slots(self.layout.second, [*leads, *newest])
        found.latest = [row for row in newest if row.pk not in self.used][:LATEST]
        found.strips = list(self._strips({row.pk for row in found.latest}))
        return found

    def _chosen(self) -> dict[int, StoryRow]:
        """Return the chosen stories that may be shown; for one that ends, note until when."""
        pins = [pin for pin in self._shown_pins() if pin.holds(self.time)]
        for pin in pins:
            if pin.until:
                holds_until(pin.until)
        return rows_by_id(published(), [pin.story for pin in pins])

    def _shown_pins(self) -> Iterator[Pin]:
        live = {page.pk for page in self.sections.pages}
        yield from filter(None, (self.layout.lead, *self.layout.second))
        for strip in self.layout.strips:
            if strip.shown and strip.section in live:
                yield from filter(None, strip.slots)

    def _row(self, slot: Slot) -> StoryRow | None:
        """Return the slot's chosen story as the front page tells it, None if there is none."""
        if slot is None or not slot.holds(self.time) or slot.story not in self.chosen:
            return None
        row = self.chosen[slot.story]
        if slot.headline:
            row = row._replace(title=slot.headline)
        if slot.kicker:  # in the place of "breaking" too
            row = row._replace(kicker=slot.kicker, priority=Priority.NORMAL)
        return row if slot.picture else row._replace(lead_image_id=None)

    def _slots(self, slots: tuple[Slot, ...], stories: list[StoryRow]) -> list[StoryRow | None]:
        return [self._row(slot) or self._take(stories) for slot in slots]

    def _take(self, stories: list[StoryRow]) -> StoryRow | None:
        """Return the first story that stands nowhere yet."""
        for row in stories:
            if row.pk not in self.used:
                self.used.add(row.pk)
                return row
        return None

    def _fresh(self, priority: Priority, lasts: timedelta, most: int) -> list[StoryRow]:
        since = self.time - lasts
        stories = published().filter(priority=priority, first_published_at__gte=since)
        found = rows(stories[:most])
        for row in found:
            holds_until(row.first_published_at + lasts)
        return found

    def _newest(self, most: int) -> list[StoryRow]:
        return rows(published().exclude(pk__in=self.used)[:most])

    def _strips(self, latest: set[int]) -> Iterator[tuple[SectionPage, list[StoryRow | None]]]:
        for page, plan in self._plans():
            others = published().exclude(pk__in=self.used).child_of(page)
            found = rows(others[: len(plan.slots) + LATEST])
            # A stable sort: what is listed among the latest comes last, each part newest first.
            found.sort(key=lambda row: row.pk in latest)
            yield page, self._slots(plan.slots, found)

    def _plans(self) -> Iterator[tuple[SectionPage, StripPlan]]:
        """Return the strips that are shown, those that nobody arranged at the end."""
        live = {page.pk: page for page in self.sections.pages}
        arranged = {strip.section: strip for strip in self.layout.strips if strip.section in live}
        for number, page in live.items():
            arranged.setdefault(number, StripPlan(page.pk))
        for number, plan in arranged.items():
            if plan.shown:
                yield live[number], plan


def _number(row: StoryRow | None) -> int | None:
    return row.pk if row else None
