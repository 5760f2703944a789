"""Views of the paper. Each gathers a sheet and lays it out; no view touches the session."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date
from functools import singledispatch
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from roznama.archive.models import Thread
from roznama.changes.reads import reads
from roznama.newsroom import keys
from roznama.newsroom.models import (
    ArticlePage,
    Author,
    FrontPage,
    InfoPage,
    SectionPage,
    Source,
    Topic,
)
from roznama.newsroom.record.withdrawn import standing_kill
from roznama.paper.assembly.archive import archive_sheet, day_path, latest_day
from roznama.paper.assembly.article import article_sheet
from roznama.paper.assembly.coverage import coverage_of, live_page
from roznama.paper.assembly.front import front_sheet
from roznama.paper.assembly.info import gone_sheet, info_sheet, not_found_sheet
from roznama.paper.assembly.lists import author_sheet, section_sheet, tag_sheet
from roznama.paper.assembly.taken import source_sheet
from roznama.paper.assembly.threads import thread_sheet


@require_safe
def page(request: HttpRequest, page: Page) -> HttpResponse:
    """Lay out one of the newsroom's pages, for a reader or for a preview."""
    template, sheet = _lay_out(page, request)
    return render(request, template, {"sheet": sheet})


@singledispatch
def _lay_out(page: Page, request: HttpRequest) -> tuple[str, object]:
    raise Http404


@_lay_out.register
def _(page: ArticlePage, request: HttpRequest) -> tuple[str, object]:
    number = _number(request)
    if number != "1" and coverage_of(page) is not None:
        return "paper/live_page.html", live_page(page, number)
    return "paper/article.html", article_sheet(page)


@_lay_out.register
def _(page: FrontPage, request: HttpRequest) -> tuple[str, object]:
    return "paper/front.html", front_sheet(page.shown_layout)


@_lay_out.register
def _(page: SectionPage, request: HttpRequest) -> tuple[str, object]:
    return "paper/section.html", section_sheet(page, _number(request))


@_lay_out.register
def _(page: InfoPage, request: HttpRequest) -> tuple[str, object]:
    return "paper/info.html", info_sheet(page, _number(request))


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """An author's stories."""
    found = get_object_or_404(Author, slug=slug)
    return render(request, "paper/author.html", {"sheet": author_sheet(found, _number(request))})


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """The stories on a subject."""
    found = get_object_or_404(Topic, slug=slug)
    return render(request, "paper/tag.html", {"sheet": tag_sheet(found, _number(request))})


@require_safe
def thread(request: HttpRequest, slug: str) -> HttpResponse:
    """The stories of a running event; a thread that was merged leads to the one it went into."""
    found = get_object_or_404(Thread.objects.select_related("merged_into"), slug=slug)
    reads(keys.thread(found.pk))
    if found.merged_into is not None:
        return redirect(found.merged_into.path, permanent=True)
    return render(request, "paper/thread.html", {"sheet": thread_sheet(found, _number(request))})


@require_safe
def source(request: HttpRequest, slug: str) -> HttpResponse:
    """What was taken from a source; one that was merged leads to the one it went into."""
    found = get_object_or_404(Source.objects.select_related("merged_into"), slug=slug)
    reads(keys.source(found.pk))
    if found.merged_into is not None:
        return redirect(found.merged_into.path, permanent=True)
    return render(request, "paper/source.html", {"sheet": source_sheet(found, _number(request))})


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """The archive's door: the newest day that has stories."""
    day = latest_day()
    if day is None:
        raise Http404
    return redirect(day_path(day))


@require_safe
def archive_month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """A month's door: its newest day that has stories."""
    day = latest_day(_date(year, month, 1))
    if day is None:
        raise Http404
    return redirect(day_path(day))


@require_safe
def archive_day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """The stories of a day."""
    sheet = archive_sheet(_date(year, month, day), _number(request))
    return render(request, "paper/archive.html", {"sheet": sheet})


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for an address that leads nowhere, or to a story that was withdrawn."""
    if standing_kill(request.path) is not None:
        return gone(request)
    return render(
        request, "paper/404.html", {"sheet": not_found_sheet()}, status=HTTPStatus.NOT_FOUND
    )


def gone(request: HttpRequest) -> HttpResponse:
    """Answer for an address whose page was withdrawn. No route leads here: the press asks."""
    sheet = gone_sheet(request.path)
    return render(request, "paper/410.html", {"sheet": sheet}, status=HTTPStatus.GONE)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer when something broke; the template needs no database."""
    return render(request, "paper/500.html", status=HTTPStatus.INTERNAL_SERVER_ERROR)


def _number(request: HttpRequest) -> str:
    return request.GET.get("page", "1")


def _date(year: int, month: int, day: int) -> date:
    # At either end of the calendar a day has no bounds in UTC to ask the database for.
    if not MINYEAR < year < MAXYEAR:
        raise Http404
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise Http404 from None
