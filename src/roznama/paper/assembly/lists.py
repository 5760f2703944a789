"""Pages that list stories: a section, an author, a tag."""

from __future__ import annotations

from typing import cast

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse

from roznama.newsroom.models import ArticlePage, Author, PaperSettings, SectionPage, Topic
from roznama.paper.addresses import absolute
from roznama.paper.assembly.article import author_mark
from roznama.paper.assembly.cards import cards
from roznama.paper.assembly.frame import build_frame
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import published, with_cards
from roznama.paper.feed_links import feed_links
from roznama.paper.sheets import Head, Link, ListSheet, Pager
from roznama.paper.structured import breadcrumbs, json_ld

PER_PAGE = 20


def section_sheet(section: SectionPage, number: str) -> ListSheet:
    """Gather a page of a section front; `number` is the page number as the address gave it."""
    path = cast(str, section.url)
    return _list_sheet(
        published().child_of(section),
        number,
        path=path,
        title=section.title,
        intro=section.intro,
        description=section.search_description or section.intro,
        color=section.color,
        feeds=feed_links(section.title, path),
    )


def author_sheet(author: Author, number: str) -> ListSheet:
    """Gather a page of an author's stories."""
    return _list_sheet(
        published().filter(bylines__author=author),
        number,
        path=reverse("author", args=[author.slug]),
        title=author.name,
        intro=author.bio,
        description=author.bio or author.role,
        author=author,
    )


def tag_sheet(tag: Topic, number: str) -> ListSheet:
    """Gather a page of the stories on a subject."""
    path = reverse("tag", args=[tag.slug])
    return _list_sheet(
        published().filter(topics=tag), number, path=path, title=tag.name, description=tag.name
    )


def page_of(stories: QuerySet[ArticlePage], number: str, path: str) -> tuple[list[ArticlePage], Pager]:
    """Return one page of stories and where it stands; Http404 for a page that is not there."""
    paginator = Paginator(with_cards(stories), PER_PAGE)
    try:
        page = paginator.page(number)
    except (EmptyPage, PageNotAnInteger):
        raise Http404 from None
    pager = Pager(
        number=page.number,
        count=paginator.num_pages,
        newer_path=_numbered(path, page.number - 1) if page.has_previous() else "",
        older_path=_numbered(path, page.number + 1) if page.has_next() else "",
    )
    return list(page.object_list), pager


def _numbered(path: str, number: int) -> str:
    return path if number == 1 else f"{path}?page={number}"


def _list_sheet(
    stories: QuerySet[ArticlePage],
    number: str,
    *,
    path: str,
    title: str,
    intro: str = "",
    description: str = "",
    color: str = "",
    author: Author | None = None,
    feeds: tuple[Link, ...] = (),
) -> ListSheet:
    sections = Sections()
    found, pager = page_of(stories, number, path)
    listed = cards(found, sections)
    leads = pager.number == 1 and bool(color) and bool(listed)
    settings = PaperSettings.load()
    return ListSheet(
        frame=build_frame(sections, current=path),
        head=Head(
            title=title,
            description=description,
            canonical=absolute(_numbered(path, pager.number)),
            prev_path=pager.newer_path,
            next_path=pager.older_path,
            feeds=feeds,
            json_ld=(json_ld(breadcrumbs(Link(settings.name, "/"), Link(title, path))),),
        ),
        title=title,
        intro=intro,
        lead=listed[0] if leads else None,
        cards=listed[1:] if leads else listed,
        pager=pager,
        color=color,
        author=author_mark(author) if author else None,
    )
