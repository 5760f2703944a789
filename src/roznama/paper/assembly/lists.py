"""Pages that list stories: a section, an author, a tag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404
from django.urls import reverse
from wagtail.query import PageQuerySet

from roznama.changes.reads import read_once, reads
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage, Author, PaperSettings, SectionPage, Topic
from roznama.paper.addresses import absolute
from roznama.paper.assembly.article import author_mark
from roznama.paper.assembly.cards import cards
from roznama.paper.assembly.frame import build_frame
from roznama.paper.assembly.pictures import FACE_SPECS, Pictures
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import StoryRow, published, rows
from roznama.paper.feed_links import feed_links
from roznama.paper.sheets import AuthorMark, Head, Link, ListSheet, Pager
from roznama.paper.structured import breadcrumbs, json_ld

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Listing:
    """What sets one list of stories apart from another."""

    path: str
    title: str
    description: str
    intro: str = ""
    color: str = ""
    author: Author | None = None
    feeds: tuple[Link, ...] = ()


def section_sheet(section: SectionPage, number: str) -> ListSheet:
    """Gather a page of a section front; `number` is the page number as the address gave it."""
    reads(keys.section(section.pk))
    path = cast(str, section.url)
    listing = Listing(
        path=path,
        title=section.title,
        description=section.search_description or section.intro,
        intro=section.intro,
        color=section.color,
        feeds=feed_links(section.title, path),
    )
    return _list_sheet(published().child_of(section), number, listing)


def author_sheet(author: Author, number: str) -> ListSheet:
    """Gather a page of an author's stories."""
    reads(keys.author(author.pk))
    listing = Listing(
        path=reverse("author", args=[author.slug]),
        title=author.name,
        description=author.bio or author.role,
        intro=author.bio,
        author=author,
    )
    return _list_sheet(published().filter(bylines__author=author), number, listing)


def tag_sheet(tag: Topic, number: str) -> ListSheet:
    """Gather a page of the stories on a subject; Http404 where none is published.

    A subject may be new with a story that is not out yet, and its name would tell of that.
    """
    reads(keys.tag(tag.pk))
    path = reverse("tag", args=[tag.slug])
    listing = Listing(path=path, title=tag.name, description=tag.name)
    sheet = _list_sheet(published().filter(topics=tag), number, listing)
    if not sheet.cards:
        raise Http404
    return sheet


def page_of(
    stories: PageQuerySet[ArticlePage], number: str, path: str
) -> tuple[list[StoryRow], Pager]:
    """Return one page of stories and where it stands; Http404 for a page that is not there."""
    paginator = Paginator(stories, PER_PAGE)
    try:
        page = paginator.page(number)
    except (EmptyPage, PageNotAnInteger):
        raise Http404 from None
    pager = Pager(
        number=page.number,
        count=paginator.num_pages,
        newer_path=numbered(path, page.number - 1) if page.has_previous() else "",
        older_path=numbered(path, page.number + 1) if page.has_next() else "",
    )
    return rows(cast(Any, page.object_list)), pager


def numbered(path: str, number: int) -> str:
    """Return the path of a list's page; the first is the list's own."""
    return path if number == 1 else f"{path}?page={number}"


def _list_sheet(stories: PageQuerySet[ArticlePage], number: str, listing: Listing) -> ListSheet:
    sections = Sections()
    found, pager = page_of(stories, number, listing.path)
    listed = cards(found, sections)
    leads = pager.number == 1 and bool(listing.color) and bool(listed)
    return ListSheet(
        frame=build_frame(sections, current=listing.path if listing.color else ""),
        head=_head(listing, pager),
        title=listing.title,
        intro=listing.intro,
        lead=listed[0] if leads else None,
        cards=listed[1:] if leads else listed,
        pager=pager,
        color=listing.color,
        author=_mark(listing.author) if listing.author else None,
    )


def _mark(author: Author) -> AuthorMark:
    return author_mark(author, Pictures([author.portrait_id], FACE_SPECS))


def _head(listing: Listing, pager: Pager) -> Head:
    settings = read_once("settings", PaperSettings.load)
    way = breadcrumbs(Link(settings.name, "/"), Link(listing.title, listing.path))
    return Head(
        title=listing.title,
        description=listing.description,
        canonical=absolute(numbered(listing.path, pager.number)),
        prev_path=pager.newer_path,
        next_path=pager.older_path,
        feeds=listing.feeds,
        json_ld=(json_ld(way),),
    )
