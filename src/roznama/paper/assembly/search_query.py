"""What a reader asks of the search page: read from one address, written into others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse
from django.utils.timezone import make_aware

from roznama.archive.search.building import Filters
from roznama.archive.search.parsing import cleaned
from roznama.newsroom.models import Author, SectionPage, Topic
from roznama.paper.assembly.sections import Sections

_SLUG = re.compile(r"[A-Za-z0-9_-]{1,255}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PAGE = re.compile(r"[1-9][0-9]{0,5}")
# The index counts seconds from 1970 on.
_FIRST_YEAR, _LAST_YEAR = 1970, 2999

Named = TypeVar("Named", Author, Topic)


@dataclass(frozen=True, slots=True)
class Query:
    """The words, what narrows the search, and the order; both days are included."""

    text: str = ""
    section: SectionPage | None = None
    author: Author | None = None
    tag: Topic | None = None
    since: date | None = None
    until: date | None = None
    newest: bool = False

    def parameters(self) -> dict[str, str]:
        """Return the address's parameters, without those that change nothing."""
        named = {"section": self.section, "author": self.author, "tag": self.tag}
        days = {"from": self.since, "to": self.until}
        all_of_them = {
            "q": self.text,
            **{name: str(one.slug) for name, one in named.items() if one},
            **{name: day.isoformat() for name, day in days.items() if day},
            "order": "newest" if self.newest else "",
        }
        return {name: value for name, value in all_of_them.items() if value}

    def path(self, page: int = 1) -> str:
        """Return the path of a page of what this finds."""
        numbered = {"page": str(page)} if page > 1 else {}
        parameters = urlencode({**self.parameters(), **numbered})
        return f"{reverse('search')}?{parameters}" if parameters else reverse("search")

    def filters(self) -> Filters:
        """Return what narrows the search, as the archive takes it."""
        return Filters(
            section=self.section.pk if self.section else None,
            author=self.author.pk if self.author else None,
            tag=self.tag.pk if self.tag else None,
            since=_second(self.since) if self.since else None,
            until=_second(self.until + timedelta(days=1)) if self.until else None,
        )


def read_query(given: Mapping[str, str], sections: Sections) -> Query:
    """Return what an address asks. What it names and is not there narrows nothing."""
    slug = given.get("section", "")
    since, until = _day(given.get("from", "")), _day(given.get("to", ""))
    if since and until and until < since:
        since, until = until, since
    return Query(
        text=cleaned(given.get("q", "")),
        section=next((page for page in sections.pages if page.slug == slug), None),
        author=_named(Author, given.get("author", "")),
        tag=_named(Topic, given.get("tag", "")),
        since=since,
        until=until,
        newest=given.get("order") == "newest",
    )


def read_number(given: Mapping[str, str]) -> int:
    """Return the number of the page that an address asks for; Http404 if it is none."""
    number = given.get("page", "1")
    if not _PAGE.fullmatch(number):
        raise Http404
    return int(number)


def _named(model: type[Named], slug: str) -> Named | None:
    return model.objects.filter(slug=slug).first() if _SLUG.fullmatch(slug) else None


def _day(text: str) -> date | None:
    if not _DAY.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _second(day: date) -> int:
    """Return when a day of the paper's begins, in seconds since the epoch."""
    return max(0, int(make_aware(datetime.combine(day, time.min)).timestamp()))
