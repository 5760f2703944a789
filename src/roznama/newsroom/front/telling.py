"""Telling in a word what a step did to the arrangement."""

from __future__ import annotations

from collections.abc import Iterable

from roznama.newsroom.front.layout import Layout, Pin, Slot
from roznama.newsroom.models import FrontAction


def what_changed(before: Layout, after: Layout) -> tuple[FrontAction, int | None]:
    """Return what was done and the number of the story that it was done to."""
    old, new = _stories(before), _stories(after)
    gone, come = old.keys() - new.keys(), new.keys() - old.keys()
    if gone and not come and len(before.second) == len(after.second):
        return FrontAction.REMOVE, min(gone)
    if _of(before.lead) != _of(after.lead):
        return FrontAction.LEAD, _of(after.lead) or _of(before.lead)
    if len(before.second) != len(after.second):
        return FrontAction.SIZE, None
    if list(map(_of, before.second)) != list(map(_of, after.second)):
        return FrontAction.SECOND, _moved(before.second, after.second, come)
    return _in_strips(before, after, come) or _on_pins(old, new)


def _in_strips(
    before: Layout, after: Layout, come: set[int]
) -> tuple[FrontAction, int | None] | None:
    old = {strip.section: strip for strip in before.strips}
    new = {strip.section: strip for strip in after.strips}
    shared = [section for section in new if section in old]
    for section, strip in new.items():
        slots = old[section].slots if section in old else ()
        if [*filter(None, map(_of, slots))] != [*filter(None, map(_of, strip.slots))] or (
            section in old and list(map(_of, slots)) != list(map(_of, strip.slots))
        ):
            return FrontAction.STRIP, _moved(slots, strip.slots, come)
    if any(old[section].shown != new[section].shown for section in shared) or any(
        not new[section].shown for section in new.keys() - old.keys()
    ):
        return FrontAction.SHOWN, None
    if list(old) != list(new):
        return FrontAction.ORDER, None
    return None


def _on_pins(old: dict[int, Pin], new: dict[int, Pin]) -> tuple[FrontAction, int | None]:
    for story, pin in new.items():
        was = old.get(story, pin)
        if (was.headline, was.kicker) != (pin.headline, pin.kicker):
            return FrontAction.TEXT, story
        if was.picture != pin.picture:
            return FrontAction.PICTURE, story
        if was.until != pin.until:
            return FrontAction.UNTIL, story
    return FrontAction.ORDER, None


def _stories(layout: Layout) -> dict[int, Pin]:
    return {pin.story: pin for pin in layout.pins()}


def _of(slot: Slot) -> int | None:
    return slot.story if slot else None


def _moved(before: Iterable[Slot], after: Iterable[Slot], come: set[int]) -> int | None:
    """Return the story that is new to these slots, else the first that stands elsewhere now."""
    old, new = list(map(_of, before)), list(map(_of, after))
    found = [story for story in new if story in come]
    found += [story for story in new if story and story not in old]
    found += [story for at, story in enumerate(new) if story and old[at : at + 1] != [story]]
    return found[0] if found else next(filter(None, old), None)
