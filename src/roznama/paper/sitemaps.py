"""Sitemaps: an index, one map per section, one of the pages, and Google News's.

After https://www.sitemaps.org/protocol.html (50,000 addresses a file) and
Google's news sitemap (two days, 1,000 addresses).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db.models import Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from roznama.changes.reads import holds_until, reads
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage, FrontPage, InfoPage, PaperSettings, SectionPage
from roznama.paper.addresses import absolute
from roznama.paper.assembly.stories import published
from roznama.paper.assembly.taken import shown_sources
from roznama.paper.assembly.thread_box import shown_threads
from roznama.paper.xml_text import xml_text

# The protocol allows 50,000; fewer keeps a file small enough to make at once.
MOST_ADDRESSES = 5_000
NEWS_LASTS = timedelta(days=2)
MOST_NEWS = 1_000
PAGES = "pages"
THREADS = "threads"
SOURCES = "sources"
XML = "application/xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Entry:
    """One address with the time of its last change."""

    url: str
    changed: datetime | None
    title: str = ""
    published: datetime | None = None


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Answer the list of all sitemaps."""
    reads(keys.SITE, keys.FRONT, keys.THREADS, keys.SOURCES)
    maps = [Entry(absolute(reverse("sitemap", args=[PAGES])), None)]
    for page in SectionPage.objects.live().order_by("path"):
        maps.extend(_section_maps(page))
    maps.extend(_maps(THREADS, shown_threads()))
    maps.extend(_maps(SOURCES, shown_sources()))
    return render(request, "paper/sitemap_index.xml", {"maps": maps}, content_type=XML)


@require_safe
def section(request: HttpRequest, section: str) -> HttpResponse:
    """Answer the addresses of one section, of threads, of sources, or of the paper's own pages."""
    entries = _entries(section, request.GET.get("p", "1"))
    return render(request, "paper/sitemap.xml", {"entries": entries}, content_type=XML)


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """Answer the stories of the last two days as Google News asks for them."""
    reads(keys.SITE, keys.FRONT, keys.NEWS_ADDRESSES)
    recent = published().filter(first_published_at__gte=now() - NEWS_LASTS)[:MOST_NEWS]
    if recent:
        holds_until(cast(datetime, list(recent)[-1].first_published_at) + NEWS_LASTS)
    context = {
        "entries": [_entry(story) for story in recent],
        "name": xml_text(PaperSettings.load().name),
    }
    return render(request, "paper/sitemap_news.xml", context, content_type=XML)


def _section_maps(page: SectionPage) -> list[Entry]:
    stories = published().child_of(page)
    changed = stories.aggregate(changed=Max("last_published_at"))["changed"]
    return _maps(page.slug, stories, changed)


def _maps(name: str, listed: QuerySet[Any], changed: datetime | None = None) -> list[Entry]:
    if not listed.exists():  # the protocol has no empty sitemaps
        return []
    url = absolute(reverse("sitemap", args=[name]))
    count = _paginator(listed).num_pages
    return [Entry(url if n == 1 else f"{url}?p={n}", changed) for n in range(1, count + 1)]


def _entries(name: str, number: str) -> list[Entry]:
    if name == PAGES:
        return _pages()
    if name == THREADS:
        return _listed(shown_threads(), number, keys.THREADS)
    if name == SOURCES:
        return _listed(shown_sources(), number, keys.SOURCES)
    return _stories(name, number)


def _listed(shown: QuerySet[Any], number: str, key: str) -> list[Entry]:
    """Return the addresses of threads or sources, with when their newest story was changed."""
    reads(key)
    return [Entry(absolute(one.path), one.newest) for one in _page(shown, number)]


def _stories(slug: str, number: str) -> list[Entry]:
    page = get_object_or_404(SectionPage.objects.live(), slug=slug)
    reads(keys.section(page.pk), keys.addresses(page.pk))
    return [_entry(story) for story in _page(published().child_of(page), number)]


def _page(listed: QuerySet[Any], number: str) -> list[Any]:
    try:
        return list(_paginator(listed).page(number))
    except (EmptyPage, PageNotAnInteger):
        raise Http404 from None


def _paginator(listed: QuerySet[Any]) -> Paginator[Any]:
    """Return the list in files, oldest first, so that a full file never changes its members."""
    oldest = ["first_published_at"] if listed.model is ArticlePage else []
    return Paginator(listed.order_by(*oldest, "pk"), MOST_ADDRESSES)


def _pages() -> list[Entry]:
    reads(keys.SITE)
    own = [
        *FrontPage.objects.live(),
        *SectionPage.objects.live().order_by("path"),
        *InfoPage.objects.live().order_by("path"),
    ]
    return [Entry(absolute(cast(str, page.url)), page.last_published_at) for page in own]


def _entry(story: ArticlePage) -> Entry:
    return Entry(
        absolute(cast(str, story.url)),
        story.last_published_at,
        xml_text(story.title),
        story.first_published_at,
    )
