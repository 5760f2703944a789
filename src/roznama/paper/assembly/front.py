"""The front page: a lead, a second tier, the latest, and a strip per section."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import chain

from django.utils.timezone import localtime, now

from roznama.changes.reads import holds_until, read_once, reads
from roznama.newsroom import keys
from roznama.newsroom.models import PaperSettings, Priority
from roznama.paper.addresses import absolute
from roznama.paper.assembly.cards import card, cards, lead_pictures
from roznama.paper.assembly.frame import build_frame
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import StoryRow, published, rows
from roznama.paper.feed_links import feed_links
from roznama.paper.sheets import FrontSheet, Head, SectionMark, Strip
from roznama.paper.structured import json_ld, organization, search_action

SECOND_TIER = 4
LATEST = 8
STRIP = 5
# An editor's "lead" and "breaking" wear off; then the newest story leads.
LEAD_LASTS = timedelta(hours=24)
BREAKING_LASTS = timedelta(hours=6)


def front_sheet() -> FrontSheet:
    """Gather the front page. No story stands in the upper half twice."""
    reads(keys.FRONT)
    holds_until(_tomorrow())  # the masthead carries the date
    sections = Sections()
    breaking = _newest(Priority.BREAKING, BREAKING_LASTS)
    lead = _newest(Priority.LEAD, LEAD_LASTS) or breaking or next(iter(rows(published()[:1])), None)
    upper = [story for story in (lead, breaking) if story]
    newest = rows(published().exclude(pk__in=[story.pk for story in upper])[: SECOND_TIER + LATEST])
    second, latest = newest[:SECOND_TIER], newest[SECOND_TIER:]
    strips = _strips(sections, {story.pk for story in (*upper, *second)})
    pictures = lead_pictures(chain(upper, newest, *(stories for _, stories in strips)))
    return FrontSheet(
        frame=build_frame(sections, current="/"),
        head=_head(),
        lead=card(lead, sections, pictures) if lead else None,
        breaking=card(breaking, sections, pictures) if breaking and breaking != lead else None,
        second=cards(second, sections, pictures),
        latest=cards(latest, sections, pictures),
        strips=tuple(
            Strip(mark, shown[0], shown[1:])
            for mark, stories in strips
            if (shown := cards(stories, sections, pictures))
        ),
    )


def _newest(priority: Priority, lasts: timedelta) -> StoryRow | None:
    since = now() - lasts
    stories = published().filter(priority=priority, first_published_at__gte=since)
    found = rows(stories[:1])
    if found:
        holds_until(found[0].first_published_at + lasts)
    return found[0] if found else None


def _tomorrow() -> datetime:
    today = localtime()
    return today.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


def _strips(sections: Sections, taken: set[int]) -> list[tuple[SectionMark, list[StoryRow]]]:
    """Return the stories that each section still has to show."""
    others = published().exclude(pk__in=taken)
    return [
        (mark, rows(others.child_of(page)[:STRIP]))
        for mark, page in zip(sections.marks, sections.pages, strict=True)
    ]


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
