"""The front page: a lead, a second tier, the latest, and a strip per section."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.timezone import localtime, now

from roznama.changes.reads import holds_until, reads
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage, PaperSettings, Priority
from roznama.paper.addresses import absolute
from roznama.paper.assembly.cards import card, cards
from roznama.paper.assembly.frame import build_frame
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import published, with_cards
from roznama.paper.feed_links import feed_links
from roznama.paper.sheets import Card, FrontSheet, Head, Strip
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
    lead = _newest(Priority.LEAD, LEAD_LASTS) or breaking or published().first()
    taken = {story.pk for story in (lead, breaking) if story}
    second = list(with_cards(published().exclude(pk__in=taken))[:SECOND_TIER])
    taken |= {story.pk for story in second}
    latest = with_cards(published().exclude(pk__in=taken))[:LATEST]
    return FrontSheet(
        frame=build_frame(sections, current="/"),
        head=_head(),
        lead=card(lead, sections) if lead else None,
        breaking=card(breaking, sections) if breaking and breaking != lead else None,
        second=cards(second, sections),
        latest=cards(latest, sections),
        strips=_strips(sections, taken),
    )


def _newest(priority: Priority, lasts: timedelta) -> ArticlePage | None:
    since = now() - lasts
    stories = published().filter(priority=priority, first_published_at__gte=since)
    found = with_cards(stories).first()
    if found:
        holds_until(found.first_published_at + lasts)
    return found


def _tomorrow() -> datetime:
    today = localtime()
    return today.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


def _strips(sections: Sections, taken: set[int]) -> tuple[Strip, ...]:
    """Return a strip for each section that still has stories to show."""
    strips = []
    for mark, page in zip(sections.marks, sections.pages, strict=True):
        stories = published().child_of(page).exclude(pk__in=taken)
        found: tuple[Card, ...] = cards(with_cards(stories)[:STRIP], sections)
        if found:
            strips.append(Strip(mark, found[0], found[1:]))
    return tuple(strips)


def _head() -> Head:
    settings = PaperSettings.load()
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
