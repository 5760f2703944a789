"""A story's live coverage: its updates on the story's page and on pages of older ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import cast

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.timezone import localtime
from wagtail.rich_text import expand_db_html

from roznama.changes.reads import read_once, reads
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage, LiveCoverage, LiveUpdate, PaperSettings
from roznama.newsroom.models.live import PER_PAGE, page_of
from roznama.newsroom.text import html_text
from roznama.paper.addresses import absolute
from roznama.paper.assembly.frame import build_frame
from roznama.paper.assembly.pictures import STORY_SPECS, Pictures
from roznama.paper.assembly.sections import Sections
from roznama.paper.live_sheets import LiveBoard, LivePageSheet, UpdateDay, UpdateLine
from roznama.paper.sheets import AuthorMark, Head, Link, Pager
from roznama.paper.structured import breadcrumbs, json_ld

_JOINT = "\x00"
"""Stands between rich texts that are resolved together; no sign of a text."""

MOST_KEY = 6
"""Key moments that the box over the updates has; older ones are found below."""


def coverage_of(article: ArticlePage) -> LiveCoverage | None:
    """Return a story's live coverage, on or ended; None where there is none."""
    return getattr(article, "coverage", None)


def live_board(article: ArticlePage) -> LiveBoard | None:
    """Gather a story's live coverage for its own page; None where it has none."""
    coverage = coverage_of(article)
    if coverage is None:
        return None
    reads(keys.coverage(article.pk))
    path, first = cast(str, article.url), coverage.first_number
    standing = coverage.updates.filter(removed_at=None)
    found = standing.filter(number__gte=first) | standing.filter(is_pinned=True)
    keyed = _read(standing.filter(is_key=True)[:MOST_KEY])
    lines = update_lines(path, [*_read(found), *keyed])
    shown = {line.number: line for line in lines}
    kept = [line for line in shown.values() if line.number >= first or line.is_pinned]
    return LiveBoard(
        is_on=coverage.is_on,
        started=localtime(coverage.started),
        ended=localtime(coverage.ended) if coverage.ended else None,
        changed=localtime(coverage.changed),
        file=file_name(article.pk),
        first=first,
        pinned=tuple(line for line in kept if line.is_pinned),
        key=tuple(shown[one.number] for one in keyed),
        days=_days(line for line in kept if not line.is_pinned),
        older_path=numbered(path, coverage.closed_pages + 1) if coverage.closed_pages else "",
    )


def live_page(article: ArticlePage, number: str) -> LivePageSheet:
    """Gather a page of a coverage's updates; Http404 for one that is not there."""
    coverage = coverage_of(article)
    last = page_of(coverage.last_number) if coverage and coverage.last_number else 0
    page = int(number) if number.isascii() and number.isdecimal() and len(number) < 9 else 0
    if coverage is None or not 2 <= page <= last:
        raise Http404
    reads(keys.article(article.pk), keys.coverage_page(article.pk, page))
    path, start = cast(str, article.url), (page - 2) * PER_PAGE
    rows = coverage.updates.filter(removed_at=None, number__gt=start, number__lte=start + PER_PAGE)
    sections = Sections()
    section = sections.of(article)
    is_closed = page <= coverage.closed_pages  # so that the next page is one of these as well
    pager = Pager(
        number=page,
        count=last,
        newer_path=numbered(path, page + 1) if is_closed else path,
        older_path=numbered(path, page - 1) if page > 2 else "",
    )
    return LivePageSheet(
        frame=build_frame(sections, current=section.path),
        head=_head(article, pager, Link(section.title, section.path)),
        section=section,
        headline=article.title,
        path=path,
        is_on=coverage.is_on,
        days=_days(update_lines(path, _read(rows))),
        pager=pager,
    )


def file_name(story: int) -> str:
    """Return the name of a coverage's live file, without its ending."""
    return f"coverage-{story}"


def numbered(path: str, page: int) -> str:
    """Return the path of a page of updates; their pages are counted from the oldest, which is 2."""
    return f"{path}?page={page}"


def update_lines(path: str, updates: Sequence[LiveUpdate]) -> list[UpdateLine]:
    """Return updates as pages show them, in their order; links and pictures of all at once."""
    if not updates:
        return []  # no text would be split into one
    pictures = Pictures((one.image_id for one in updates), STORY_SPECS)
    together = _JOINT.join(one.body.replace(_JOINT, "") for one in updates)
    texts = expand_db_html(together).split(_JOINT)
    return [_line(path, one, text, pictures) for one, text in zip(updates, texts, strict=True)]


def _read(updates: QuerySet[LiveUpdate]) -> list[LiveUpdate]:
    return list(updates.select_related("author"))


def _line(path: str, update: LiveUpdate, html: str, pictures: Pictures) -> UpdateLine:
    author = update.author
    if author is not None:
        reads(keys.author(author.pk))
    return UpdateLine(
        number=update.number,
        version=update.version,
        path=f"{numbered(path, page_of(update.number))}#update-{update.number}",
        time=localtime(update.time),
        headline=update.headline,
        html=html,
        text=html_text(html),
        picture=pictures.story(update.image_id, caption=update.caption),
        author=AuthorMark(author.name, reverse("author", args=[author.slug])) if author else None,
        is_key=update.is_key,
        is_pinned=update.is_pinned,
        correction=update.correction,
        corrected=localtime(update.corrected_at) if update.corrected_at else None,
        changed=localtime(update.changed_at) if update.changed_at else None,
    )


def _days(lines: Iterable[UpdateLine]) -> tuple[UpdateDay, ...]:
    newest = sorted(lines, key=lambda one: (one.time, one.number), reverse=True)
    days = groupby(newest, lambda one: one.time.date())
    return tuple(UpdateDay(day, tuple(found)) for day, found in days)


def _head(article: ArticlePage, pager: Pager, section: Link) -> Head:
    settings = read_once("settings", PaperSettings.load)
    path = cast(str, article.url)
    way = breadcrumbs(Link(settings.name, "/"), section, Link(article.title, path))
    return Head(
        title=article.seo_title or article.title,
        description=article.search_description or article.deck,
        canonical=absolute(numbered(path, pager.number)),
        prev_path=pager.newer_path,
        next_path=pager.older_path,
        json_ld=(json_ld(way),),
    )
