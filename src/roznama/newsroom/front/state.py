"""What the front page desk's screen shows: the draft, its stories, what is printed and planned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.timezone import localtime, now

from roznama.newsroom.front import editions
from roznama.newsroom.front.cards import sections, story_cards
from roznama.newsroom.front.layout import Layout, StripPlan, as_json
from roznama.newsroom.front.steps import Draft, draft
from roznama.newsroom.models import FrontAction, FrontEdition, FrontStep, User

SHOWN_STEPS = 100


def state(found: Draft | None = None) -> dict[str, Any]:
    """Return the whole state of the desk, as its script takes it."""
    now_at = draft() if found is None else found
    names = sections()
    layout = with_sections(now_at.layout, [row["id"] for row in names])
    filling: Callable[[Layout], dict[str, Any]] = import_string(settings.ROZNAMA_FRONT_FILLING)
    filled = filling(layout)
    stories = [pin.story for pin in layout.pins()]
    stories += [pk for pk in (filled["lead"], filled["breaking"], *filled["second"]) if pk]
    stories += [pk for _, slots in filled["strips"] for pk in slots if pk]
    return {
        "head": now_at.number,
        "changed": _moved(now_at),
        "undo": _told(now_at.head) if now_at.back() else None,
        "redo": _told(now_at.forward()),
        "layout": as_json(layout),
        "filled": filled,
        "stories": story_cards(stories, names),
        "sections": [{"id": row["id"], "title": row["title"]} for row in names],
        **_prints(now_at),
    }


def with_sections(layout: Layout, live: list[int]) -> Layout:
    """Return the arrangement with a strip for each live section and for no other."""
    strips = {strip.section: strip for strip in layout.strips if strip.section in live}
    for section in live:
        strips.setdefault(section, StripPlan(section))
    return replace(layout, strips=tuple(strips.values()))


def history() -> list[dict[str, Any]]:
    """Return the newest steps, each with who, when, what, and the fronts that it went into."""
    head = draft().number
    steps = FrontStep.objects.select_related("user", "story").prefetch_related("editions")
    time = now()
    return [
        {
            **(_told(step) or {}),
            "is_head": step.pk == head,
            "is_aside": step.aside,
            "printed": any(edition.starts_at <= time for edition in step.editions.all()),
        }
        for step in steps.order_by("-pk")[:SHOWN_STEPS]
    ]


def name_of(user: User | None) -> str:
    """Return how the screen calls somebody; empty for one whose account is gone."""
    return (user.get_full_name() or user.get_username()) if user else ""


def _prints(now_at: Draft) -> dict[str, Any]:
    time = now()
    printed = editions.current(time)
    same = editions.layout_of(printed) == now_at.layout
    return {
        "printed": _edition(printed) if printed else None,
        "is_printed": same,
        "scheduled": [_edition(edition) for edition in editions.scheduled(time)],
    }


def _edition(edition: FrontEdition) -> dict[str, Any]:
    return {
        "id": edition.pk,
        "step": edition.step_id,
        "name": edition.name,
        "time": _iso(edition.starts_at),
        "who": name_of(edition.user),
    }


def _told(step: FrontStep | None) -> dict[str, Any] | None:
    if step is None:
        return None
    return {
        "id": step.pk,
        "what": str(FrontAction(step.action).label),
        "story": step.story.title if step.story else "",
        "who": name_of(step.user),
        "time": _iso(step.time),
    }


def _moved(now_at: Draft) -> dict[str, str] | None:
    if now_at.head is None:
        return None
    return {"who": name_of(now_at.row.moved_by), "time": _iso(now_at.row.moved_at)}


def _iso(time: datetime) -> str:
    return localtime(time).isoformat(timespec="seconds")
