"""An arrangement of the front page as plain values, and as the JSON that keeps it.

A slot holds a pin, a story that an editor chose, or None: then it is filled automatically.

    {"lead": slot, "second": [slot, …],
     "strips": [{"section": 3, "shown": true, "slots": [slot × 5]}, …]}

A slot is null or {"story": 12, "headline": "", "kicker": "", "picture": true, "until": null};
`until` is ISO 8601. Sections that no strip names follow in the menu's order, automatic.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

SECOND_SIZES = (4, 7)
"""How many stories the second tier is drawn for; other numbers leave white space."""
MOST_SECOND = 10
STRIP = 5
"""Places of a strip: its lead and four more."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A chosen story, with the front page's own words for it where they are not empty."""

    story: int
    headline: str = ""
    kicker: str = ""
    picture: bool = True
    until: datetime | None = None

    def holds(self, now: datetime) -> bool:
        """Whether the pin has not ended."""
        return self.until is None or now < self.until


Slot = Pin | None


@dataclass(frozen=True, slots=True)
class StripPlan:
    """A section's strip; `section` is the number of its page."""

    section: int
    slots: tuple[Slot, ...] = (None,) * STRIP
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole arrangement. The default is the automatic one."""

    lead: Slot = None
    second: tuple[Slot, ...] = (None,) * SECOND_SIZES[0]
    strips: tuple[StripPlan, ...] = ()

    def places(self) -> Iterator[tuple[str, Slot]]:
        """Return every slot with a name of its place: lead, second, or a section's number."""
        yield "lead", self.lead
        for slot in self.second:
            yield "second", slot
        for strip in self.strips:
            for slot in strip.slots:
                yield str(strip.section), slot

    def pins(self) -> list[Pin]:
        """Return the chosen stories, from the top of the page down."""
        return [slot for _, slot in self.places() if slot]


def as_json(layout: Layout) -> dict[str, Any]:
    """Return the arrangement as it is kept."""
    return {
        "lead": _slot_json(layout.lead),
        "second": [_slot_json(slot) for slot in layout.second],
        "strips": [
            {
                "section": strip.section,
                "shown": strip.shown,
                "slots": [_slot_json(slot) for slot in strip.slots],
            }
            for strip in layout.strips
        ],
    }


def kept(data: Any) -> Layout:
    """Return an arrangement that was kept by `as_json`."""
    return Layout(
        lead=_kept_slot(data["lead"]),
        second=tuple(map(_kept_slot, data["second"])),
        strips=tuple(
            StripPlan(row["section"], tuple(map(_kept_slot, row["slots"])), row["shown"])
            for row in data["strips"]
        ),
    )


def _slot_json(slot: Slot) -> dict[str, Any] | None:
    if slot is None:
        return None
    return {
        "story": slot.story,
        "headline": slot.headline,
        "kicker": slot.kicker,
        "picture": slot.picture,
        "until": slot.until.isoformat() if slot.until else None,
    }


def _kept_slot(row: dict[str, Any] | None) -> Slot:
    if row is None:
        return None
    until = row["until"]
    return Pin(
        story=row["story"],
        headline=row["headline"],
        kicker=row["kicker"],
        picture=row["picture"],
        until=datetime.fromisoformat(until) if until else None,
    )
