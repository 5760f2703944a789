"""The search page: what was found, where it stands in the stories, and what narrows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.http import Http404

from roznama.archive.index.reading import Snapshot
from roznama.archive.node import snapshot
from roznama.archive.search.passages import Piece, marked, passage
from roznama.archive.search.searching import MOST_PAGES, Results, Search, search
from roznama.archive.search.suggesting import suggestions
from roznama.newsroom.live.words import told_live
from roznama.newsroom.models import ArticlePage
from roznama.newsroom.text import plain_text
from roznama.paper.assembly.cards import card, lead_pictures
from roznama.paper.assembly.frame import build_frame
from roznama.paper.assembly.pictures import Pictures
from roznama.paper.assembly.search_query import Query, read_number, read_query
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import published, rows_by_id
from roznama.paper.search_sheets import Choice, Choices, Hit, SearchSheet
from roznama.paper.sheets import Head, Link, Pager
from roznama.urdu.keyboard import as_json


def search_sheet(given: Mapping[str, str]) -> SearchSheet:
    """Gather the search page; Http404 for a page of results that is not there.

    `given` are the address's parameters, as they came.
    """
    sections = Sections()
    query = read_query(given, sections)
    sheet = _plain_sheet(query, sections)
    index = snapshot()
    if index is None:
        return replace(sheet, is_ready=False)
    return _with_results(sheet, query, index, read_number(given), sections) if query.text else sheet


def suggested(typed: str) -> dict[str, Any]:
    """Return the stories that a reader may be about to ask for: `stories`, `title` and `url`."""
    index = snapshot()
    pks = suggestions(index, typed) if index else ()
    found = rows_by_id(published(), pks)
    stories = [found[pk] for pk in pks if pk in found]
    return {"stories": [{"title": story.title, "url": story.url} for story in stories]}


def _plain_sheet(query: Query, sections: Sections) -> SearchSheet:
    """Return the page with its form, filled in as it was sent, and nothing found."""
    shown = ("q", "from", "to")
    return SearchSheet(
        frame=build_frame(sections),
        head=Head(title=query.text, description="", canonical="", robots="noindex"),
        query=query.text,
        since=query.since,
        until=query.until,
        kept=tuple(one for one in query.parameters().items() if one[0] not in shown),
        keyboard=as_json("phonetic"),
    )


def _with_results(
    sheet: SearchSheet, query: Query, index: Snapshot, number: int, sections: Sections
) -> SearchSheet:
    if number > MOST_PAGES:
        raise Http404
    found = search(index, Search(query.text, query.filters(), query.newest, number))
    if number > max(1, found.pages):
        raise Http404
    hits = _hits(found, sections)
    return replace(
        sheet,
        # Those of this page that were withdrawn a moment ago are not counted either.
        total=found.total - (len(found.stories) - len(hits)) if hits else 0,
        hits=hits,
        is_loose=found.is_loose,
        is_newest=query.newest,
        meant=Link(found.meant, replace(query, text=found.meant).path()) if found.meant else None,
        by_match=replace(query, newest=False).path(),
        by_time=replace(query, newest=True).path(),
        sections=_sections(query, found, sections),
        years=_years(query, found),
        named=_named(query),
        unfiltered="" if query == _unfiltered(query) else _unfiltered(query).path(),
        pager=_pager(query, found, number),
    )


def _hits(found: Results, sections: Sections) -> tuple[Hit, ...]:
    """Return what the index found and readers still see, in four queries and their pictures."""
    stories = published().select_related("coverage").prefetch_related("bylines__author")
    by_id = stories.in_bulk(found.stories)
    pictures = lead_pictures(by_id.values())
    stories = [by_id[pk] for pk in found.stories if pk in by_id]
    told = told_live(by_id)
    return tuple(
        _hit(story, found.terms, sections, pictures, told.get(story.pk, "")) for story in stories
    )


def _hit(
    article: ArticlePage,
    terms: frozenset[str],
    sections: Sections,
    pictures: Pictures,
    told: str,
) -> Hit:
    return Hit(
        card=card(article, sections, pictures),
        headline=marked(article.title, terms),
        passage=_passage(article, terms, told),
        authors=tuple(byline.author.name for byline in article.bylines.all()),
    )


def _passage(article: ArticlePage, terms: frozenset[str], told: str) -> tuple[Piece, ...]:
    """Return what shows best why a story was found: of its text and updates, or of its deck."""
    text = plain_text(article)
    pieces = passage(f"{text}\n{told}" if told else text, terms)
    deck = marked(article.deck, terms)
    is_told = any(piece.is_marked for piece in pieces)
    return deck if not is_told and any(piece.is_marked for piece in deck) else pieces


def _sections(query: Query, found: Results, sections: Sections) -> Choices:
    counted = [(page, found.sections.get(page.pk, 0)) for page in sections.pages]
    return Choices(
        all_path=replace(query, section=None).path(),
        is_all=query.section is None,
        choices=tuple(
            Choice(page.title, replace(query, section=page).path(), count, page == query.section)
            for page, count in counted
            if count or page == query.section
        ),
    )


def _years(query: Query, found: Results) -> Choices:
    return Choices(
        all_path=replace(query, since=None, until=None).path(),
        is_all=query.since is None and query.until is None,
        choices=tuple(
            _year(query, year, found.years[year]) for year in sorted(found.years, reverse=True)
        ),
    )


def _year(query: Query, year: int, count: int) -> Choice:
    chosen = replace(query, since=date(year, 1, 1), until=date(year, 12, 31))
    return Choice(str(year), chosen.path(), count, chosen == query)


def _named(query: Query) -> tuple[Link, ...]:
    """Return the author and the tag that narrow the search, each with the way out of it."""
    author, tag = query.author, query.tag
    links = (
        Link(author.name, replace(query, author=None).path()) if author else None,
        Link(tag.name, replace(query, tag=None).path()) if tag else None,
    )
    return tuple(link for link in links if link)


def _unfiltered(query: Query) -> Query:
    return Query(text=query.text, newest=query.newest)


def _pager(query: Query, found: Results, number: int) -> Pager:
    return Pager(
        number=number,
        count=found.pages,
        newer_path=query.path(number - 1) if number > 1 else "",
        older_path=query.path(number + 1) if number < found.pages else "",
    )
