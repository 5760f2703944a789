"""What the feeds tell: the newest stories, what was withdrawn of them lately, and corrections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roznama.changes.reads import holds_until, read_once, reads
from roznama.newsroom import keys
from roznama.newsroom.models import (
    ArticleAuthor,
    ArticleTopic,
    CorrectionKind,
    InfoPage,
    Kill,
    LiveCoverage,
    PaperSettings,
    SectionPage,
)
from roznama.newsroom.record.withdrawn import TOLD_FOR, lately_killed
from roznama.paper.addresses import absolute
from roznama.paper.assembly.cards import lead_pictures
from roznama.paper.assembly.corrections import told_corrections, with_stories
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import StoryRow, published, rows
from roznama.paper.feed_writing import Channel, Item, write
from roznama.paper.sheets import CorrectedStory

LENGTH = 30


@require_safe
def feed(request: HttpRequest, kind: str, section: str = "") -> HttpResponse:
    """Answer the newest stories of the paper or of one section."""
    stories = published()
    reads(keys.SITE)
    settings = read_once("settings", PaperSettings.load)
    channel = Channel(settings.name, "/", settings.tagline or settings.name, "/")
    killed = lately_killed()
    if section:
        page = get_object_or_404(SectionPage.objects.live(), slug=section)
        reads(keys.section(page.pk))
        stories = stories.child_of(page)
        title, path = f"{settings.name}: {page.title}", cast(str, page.url)
        channel = Channel(title, path, page.intro or title, path)
        killed = lately_killed(page.pk)
    else:
        reads(keys.FRONT)
    return write(kind, channel, [*_tombs(killed), *_items(rows(stories[:LENGTH]))])


@require_safe
def corrections(request: HttpRequest, kind: str) -> HttpResponse:
    """Answer the newest corrections; `key:corrections` prints the feed anew."""
    reads(keys.SITE)
    settings = read_once("settings", PaperSettings.load)
    page = InfoPage.objects.live().filter(lists_corrections=True).first()
    if page is not None:
        reads(keys.info(page.pk))
    path = cast(str, page.url) if page is not None else "/"
    title = f"{settings.name}: {page.title if page is not None else _('Corrections')}"
    found = with_stories(list(told_corrections()[:LENGTH]), Sections())
    channel = Channel(title, path, title, "/corrections/")
    return write(kind, channel, [_correction(one) for one in found])


def _items(stories: list[StoryRow]) -> list[Item]:
    """Return the stories with what a feed tells of them, in three queries."""
    pks = [story.pk for story in stories]
    pictures = lead_pictures(stories)
    bylines: defaultdict[int, list[str]] = defaultdict(list)
    lines = ArticleAuthor.objects.filter(article__in=pks).order_by("sort_order", "pk")
    for story, author, name in lines.values_list("article_id", "author_id", "author__name"):
        reads(keys.author(author))
        bylines[story].append(name)
    tags: defaultdict[int, list[str]] = defaultdict(list)
    places = ArticleTopic.objects.filter(content_object__in=pks).order_by("pk")
    for story, name in places.values_list("content_object_id", "tag__name"):
        tags[story].append(name)
    reads(*map(keys.article, pks), *map(keys.coverage, pks))
    latest = dict(LiveCoverage.objects.filter(article__in=pks).values_list("article", "changed"))
    return [
        Item(
            key=absolute(one.url),
            url=absolute(one.url),
            title=one.title,
            text=one.deck,
            published=one.first_published_at,
            updated=max(one.last_published_at, latest.get(one.pk, one.last_published_at)),
            image=pictures.card_url(one.lead_image_id),
            authors=bylines[one.pk],
            tags=tags[one.pk],
        )
        for one in stories
    ]


def _tombs(killed: Iterable[Kill]) -> list[Item]:
    """Return what was withdrawn as entries of the same ids; not even the headline is told."""
    found = list(killed)
    for one in found:
        holds_until(one.time + TOLD_FOR)
    return [
        Item(
            key=absolute(one.path),
            url=absolute(one.path),
            title=_("This story was withdrawn"),
            text=one.notice,
            published=one.time,
            updated=one.time,
            is_withdrawn=True,
        )
        for one in found
    ]


def _correction(one: CorrectedStory) -> Item:
    line = one.correction
    url = absolute(one.card.path)
    return Item(
        # The time is given once and stays; a row may be another after the next publication.
        key=f"{url}#correction-{int(line.time.timestamp())}",
        url=f"{url}#corrections",
        title=f"{CorrectionKind(line.kind).label}: {one.card.headline}",
        text=line.text,
        published=line.time,
        updated=line.time,
        is_page=False,
    )
