"""A source's page: what the paper took from it, and what was put right in it since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Exists, Max, OuterRef, QuerySet
from django.http import Http404
from django.utils.timezone import localtime
from wagtail.query import PageQuerySet

from roznama.changes.reads import read_once, reads
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage, Correction, PaperSettings, Source, SourceUse
from roznama.paper.addresses import absolute
from roznama.paper.assembly.frame import build_frame
from roznama.paper.assembly.lists import PER_PAGE, numbered, page_of
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import StoryRow, published
from roznama.paper.assembly.thread_box import story_line
from roznama.paper.sheets import CorrectionLine, Head, Link, Pager
from roznama.paper.source_sheets import SourceSheet, TakenClaim, TakenStory
from roznama.paper.structured import breadcrumbs, item_list, json_ld

Claims = dict[int, list[SourceUse]]


def shown_sources() -> QuerySet[Source]:
    """Return the sources that readers see; `newest` is when the newest story was changed."""
    uses = SourceUse.objects.filter(source=OuterRef("pk"), article__in=published().order_by())
    sources = Source.current.filter(Exists(uses))
    return sources.annotate(newest=Max("uses__article__last_published_at"))


def source_sheet(source: Source, number: str) -> SourceSheet:
    """Gather a page of what was taken from a source; Http404 where nothing published was."""
    reads(keys.source(source.pk), keys.taken(source.pk))
    stories = _stories_of(source)
    rows, pager = page_of(stories, number, source.path)
    if not rows:
        raise Http404
    sections = Sections()
    count = stories.count() if pager.count > 1 else len(rows)
    taken = _taken(source, rows, sections)
    return SourceSheet(
        frame=build_frame(sections),
        head=_head(source, taken, pager, count),
        name=source.name,
        name_latin=source.name_latin,
        kind=source.kind,
        country=source.country,
        home_page=source.home_page,
        note=source.note,
        count=count,
        stories=taken,
        pager=pager,
    )


def _stories_of(source: Source) -> PageQuerySet[ArticlePage]:
    used = SourceUse.objects.filter(source=source).values("article")
    stories: PageQuerySet[ArticlePage] = published().filter(pk__in=used)
    return stories


def _taken(source: Source, rows: list[StoryRow], sections: Sections) -> tuple[TakenStory, ...]:
    pks = [row.pk for row in rows]
    claims: Claims = defaultdict(list)
    for use in SourceUse.objects.filter(source=source, article__in=pks).order_by("number"):
        claims[use.article_id].append(use)
    corrections = _corrections(pks)
    return tuple(
        TakenStory(
            story=story_line(row, sections),
            claims=tuple(_claim(use, row.url) for use in claims[row.pk]),
            corrections=tuple(corrections[row.pk]),
        )
        for row in rows
    )


def _claim(use: SourceUse, path: str) -> TakenClaim:
    return TakenClaim(use.claim, is_said=use.position == 1, path=f"{path}#source-{use.number}")


def _corrections(pks: Collection[int]) -> dict[int, list[CorrectionLine]]:
    found: dict[int, list[CorrectionLine]] = defaultdict(list)
    for row in Correction.objects.filter(article__in=pks, time__isnull=False):
        found[row.article_id].append(CorrectionLine(localtime(row.time), row.text, str(row.kind)))
    return found


def _head(source: Source, taken: tuple[TakenStory, ...], pager: Pager, count: int) -> Head:
    settings = read_once("settings", PaperSettings.load)
    way = breadcrumbs(Link(settings.name, "/"), Link(source.name, source.path))
    stories = [one.story for one in taken]
    first = (pager.number - 1) * PER_PAGE + 1
    listed = item_list(source.name, stories, count=count, first=first)
    return Head(
        title=source.name,
        description=source.note or taken[0].claims[0].claim,
        canonical=absolute(numbered(source.path, pager.number)),
        prev_path=pager.newer_path,
        next_path=pager.older_path,
        json_ld=(json_ld(listed), json_ld(way)),
    )
