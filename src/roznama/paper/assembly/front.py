"""The front page: a lead, a second tier, the latest, and a strip per section."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import chain

from django.utils.timezone import localtime

from roznama.changes.reads import holds_until, read_once, reads
from roznama.newsroom import keys
from roznama.newsroom.front.layout import Layout
from roznama.newsroom.models import PaperSettings
from roznama.paper.addresses import absolute
from roznama.paper.assembly.cards import card, cards, lead_pictures
from roznama.paper.assembly.filling import current_layout, fill
from roznama.paper.assembly.frame import build_frame
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import StoryRow
from roznama.paper.feed_links import feed_links
from roznama.paper.sheets import FrontSheet, Head, Strip
from roznama.paper.structured import json_ld, organization, search_action


def front_sheet(layout: Layout | None = None) -> FrontSheet:
    """Gather the front page, as it is arranged now or as `layout` says; see `filling`."""
    reads(keys.FRONT)
    holds_until(_tomorrow())  # the masthead carries the date
    sections = Sections()
    found = fill(current_layout() if layout is None else layout, sections)
    second = _stories(found.second)
    strips = [(page, _stories(slots)) for page, slots in found.strips]
    upper = _stories([found.lead, found.breaking])
    pictures = lead_pictures(
        chain(upper, second, found.latest, *(stories for _, stories in strips))
    )
    marks = dict(zip((page.pk for page in sections.pages), sections.marks, strict=True))
    return FrontSheet(
        frame=build_frame(sections, current="/"),
        head=_head(),
        lead=card(found.lead, sections, pictures) if found.lead else None,
        breaking=card(found.breaking, sections, pictures) if found.breaking else None,
        second=cards(second, sections, pictures),
        latest=cards(found.latest, sections, pictures),
        strips=tuple(
            Strip(marks[page.pk], shown[0], shown[1:])
            for page, stories in strips
            if (shown := cards(stories, sections, pictures))
        ),
    )


def _stories(slots: list[StoryRow | None]) -> list[StoryRow]:
    return [row for row in slots if row]


def _tomorrow() -> datetime:
    today = localtime()
    return today.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


def _head() -> Head:
    settings = read_once("settings", PaperSettings.load)
    website = {
        "@type": "WebSite",
        "name": settings.name,
        "url": absolute("/"),
        "inLanguage": "ur",
        "publisher": {"@id": absolute("/#organization")},
        "potentialAction": search_action(),
    }
    return Head(
        title=f"{settings.name}: {settings.tagline}" if settings.tagline else settings.name,
        description=settings.tagline,
        canonical=absolute("/"),
        feeds=feed_links(settings.name),
        json_ld=(json_ld(organization(settings)), json_ld(website)),
    )
