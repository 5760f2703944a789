"""The corrections of published stories, newest first."""

from __future__ import annotations

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db.models import QuerySet
from django.http import Http404
from django.utils.timezone import localtime

from roznama.changes.reads import reads
from roznama.newsroom import keys
from roznama.newsroom.models import Correction
from roznama.paper.assembly.cards import card, lead_pictures
from roznama.paper.assembly.lists import numbered
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import published, rows_by_id
from roznama.paper.sheets import CorrectedStory, CorrectionLine, Pager

PER_PAGE = 20


def told_corrections() -> QuerySet[Correction]:
    """Return the corrections that readers may see, newest first."""
    reads(keys.CORRECTIONS)
    found = Correction.objects.filter(article__in=published().order_by(), time__isnull=False)
    return found.order_by("-time", "-pk")


def corrected(
    number: str, path: str, sections: Sections
) -> tuple[tuple[CorrectedStory, ...], Pager]:
    """Return a page of corrections with their stories; Http404 for one that is not there."""
    try:
        page = Paginator(told_corrections(), PER_PAGE).page(number)
    except (EmptyPage, PageNotAnInteger):
        raise Http404 from None
    pager = Pager(
        number=page.number,
        count=page.paginator.num_pages,
        newer_path=numbered(path, page.number - 1) if page.has_previous() else "",
        older_path=numbered(path, page.number + 1) if page.has_next() else "",
    )
    return with_stories(list(page.object_list), sections), pager


def with_stories(found: list[Correction], sections: Sections) -> tuple[CorrectedStory, ...]:
    """Return corrections as pages show them, each with its story's card."""
    stories = rows_by_id(published(), [row.article_id for row in found])
    pictures = lead_pictures(stories.values())
    return tuple(
        CorrectedStory(
            card(stories[row.article_id], sections, pictures),
            CorrectionLine(localtime(row.time), row.text, str(row.kind)),
        )
        for row in found
        if row.article_id in stories
    )
