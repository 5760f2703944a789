"""Pages about the paper, and the page for what is not there."""

from __future__ import annotations

from typing import cast

from django.utils.timezone import localtime
from wagtail.rich_text import expand_db_html

from roznama.changes.reads import reads
from roznama.newsroom import keys
from roznama.newsroom.models import Correction, InfoPage
from roznama.paper.addresses import absolute
from roznama.paper.assembly.cards import card, cards, lead_pictures
from roznama.paper.assembly.frame import build_frame
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import published, rows, rows_by_id
from roznama.paper.sheets import CorrectedStory, CorrectionLine, Head, InfoSheet

MOST_CORRECTIONS = 50


def info_sheet(page: InfoPage) -> InfoSheet:
    """Gather a page about the paper."""
    reads(keys.info(page.pk))
    sections = Sections()
    path = cast(str, page.url)
    return InfoSheet(
        frame=build_frame(sections, current=path),
        head=Head(
            title=page.seo_title or page.title,
            description=page.search_description,
            canonical=absolute(path),
        ),
        title=page.title,
        html=expand_db_html(page.body),
        corrections=_corrected(sections) if page.lists_corrections else (),
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


def _corrected(sections: Sections) -> tuple[CorrectedStory, ...]:
    """Return the newest corrections of published stories."""
    reads(keys.CORRECTIONS)
    corrections = Correction.objects.filter(article__in=published().order_by()).order_by("-time")
    newest = corrections[:MOST_CORRECTIONS]
    stories = rows_by_id(published(), [row.article_id for row in newest])
    pictures = lead_pictures(stories.values())
    return tuple(
        CorrectedStory(
            card(stories[row.article_id], sections, pictures),
            CorrectionLine(localtime(row.time), row.text),
        )
        for row in newest
    )
