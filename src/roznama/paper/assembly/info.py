"""Pages about the paper, and the pages for what is not there, or not any more."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from wagtail.rich_text import expand_db_html

from roznama.changes.reads import reads
from roznama.newsroom import keys
from roznama.newsroom.models import InfoPage
from roznama.newsroom.record.withdrawn import standing_kill
from roznama.paper.addresses import absolute
from roznama.paper.assembly.cards import cards
from roznama.paper.assembly.corrections import corrected
from roznama.paper.assembly.frame import build_frame
from roznama.paper.assembly.lists import numbered
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import published, rows
from roznama.paper.feed_links import corrections_feed_links
from roznama.paper.sheets import CorrectedStory, Head, InfoSheet, Pager


def info_sheet(page: InfoPage, number: str = "1") -> InfoSheet:
    """Gather a page about the paper; `number` is that of a page of corrections, as it was given."""
    reads(keys.info(page.pk))
    sections = Sections()
    path = cast(str, page.url)
    found: tuple[CorrectedStory, ...] = ()
    pager = Pager(1, 1)
    if page.lists_corrections:
        found, pager = corrected(number, path, sections)
    return InfoSheet(
        frame=build_frame(sections, current=path),
        head=Head(
            title=page.seo_title or page.title,
            description=page.search_description,
            canonical=absolute(numbered(path, pager.number)),
            prev_path=pager.newer_path,
            next_path=pager.older_path,
            feeds=corrections_feed_links(page.title) if page.lists_corrections else (),
        ),
        title=page.title,
        html=expand_db_html(page.body),
        corrections=found,
        pager=pager,
    )


def not_found_sheet() -> InfoSheet:
    """Gather the page for an address that leads nowhere: the latest stories."""
    sections = Sections()
    return InfoSheet(
        frame=build_frame(sections),
        head=Head(title="", description="", canonical="", robots="noindex"),
        title="",
        cards=cards(rows(published()[:4]), sections),
    )


def gone_sheet(path: str) -> InfoSheet:
    """Gather the page for what was withdrawn, with what its readers are told of it."""
    killed = standing_kill(path)
    if killed is None:
        return not_found_sheet()
    if killed.article_id:
        reads(keys.article(killed.article_id))
    return replace(not_found_sheet(), notice=killed.notice)
