"""A thread's page: what happened, day by day."""

from __future__ import annotations

from itertools import groupby
from typing import Any, cast

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404
from django.utils.timezone import localdate

from roznama.archive.models import Thread
from roznama.changes.reads import read_once, reads
from roznama.newsroom import keys
from roznama.newsroom.models import PaperSettings
from roznama.paper.addresses import absolute
from roznama.paper.assembly.frame import build_frame
from roznama.paper.assembly.lists import numbered
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import rows
from roznama.paper.assembly.thread_box import LEAST, stories_of, story_line
from roznama.paper.sheets import Head, Link, Pager, StoryLine
from roznama.paper.structured import breadcrumbs, item_list, json_ld
from roznama.paper.thread_sheets import ThreadDay, ThreadSheet

PER_PAGE = 50


def thread_sheet(thread: Thread, number: str) -> ThreadSheet:
    """Gather a page of a thread's timeline; Http404 where readers do not see the thread."""
    reads(keys.thread(thread.pk))
    sections = Sections()
    paginator = Paginator(stories_of(thread), PER_PAGE)
    if paginator.count < LEAST:
        raise Http404
    try:
        page = paginator.page(number)
    except (EmptyPage, PageNotAnInteger):
        raise Http404 from None
    lines = tuple(story_line(story, sections) for story in rows(cast(Any, page.object_list)))
    path = thread.path
    pager = Pager(
        number=page.number,
        count=paginator.num_pages,
        newer_path=numbered(path, page.number - 1) if page.has_previous() else "",
        older_path=numbered(path, page.number + 1) if page.has_next() else "",
    )
    oldest = stories_of(thread).reverse()
    first = oldest.values_list("first_published_at", flat=True).first()
    return ThreadSheet(
        frame=build_frame(sections),
        head=_head(thread, lines, pager, paginator.count, page.start_index()),
        name=thread.name,
        count=paginator.count,
        since=localdate(first),
        days=_days(lines),
        pager=pager,
    )


def _days(lines: tuple[StoryLine, ...]) -> tuple[ThreadDay, ...]:
    by_day = groupby(lines, key=lambda line: line.published.date())
    return tuple(ThreadDay(day, tuple(stories)) for day, stories in by_day)


def _head(
    thread: Thread, lines: tuple[StoryLine, ...], pager: Pager, count: int, first: int
) -> Head:
    settings = read_once("settings", PaperSettings.load)
    way = breadcrumbs(Link(settings.name, "/"), Link(thread.name, thread.path))
    listed = item_list(thread.name, lines, count=count, first=first)
    return Head(
        title=thread.name,
        description=lines[0].deck or lines[0].headline,
        canonical=absolute(numbered(thread.path, pager.number)),
        prev_path=pager.newer_path,
        next_path=pager.older_path,
        json_ld=(json_ld(listed), json_ld(way)),
    )
