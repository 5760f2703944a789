"""What the page of a search shows; see `sheets`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from roznama.archive.search.passages import Piece
from roznama.paper.sheets import Card, Frame, Head, Link, Pager


@dataclass(frozen=True, slots=True)
class Hit:
    """A story that was found: its headline and a passage in pieces, marked where they match."""

    card: Card
    headline: tuple[Piece, ...]
    passage: tuple[Piece, ...]
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow a search, with the number of stories that it would leave."""

    title: str
    path: str
    count: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """The ways to narrow a search by one thing; `all_path` leads back to all of them."""

    all_path: str = ""
    is_all: bool = True
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchSheet:
    """paper/search.html

    `kept` are names and values that the form sends along unseen. `keyboard` is a layout as
    `roznama.urdu.keyboard.as_json` gives it. `named` are the author and the tag that narrow
    the search, each with the path without it; `unfiltered` is the path without any filter,
    empty where there is none. `meant` is the query as it may have been meant.
    """

    frame: Frame
    head: Head
    query: str
    since: date | None
    until: date | None
    kept: tuple[tuple[str, str], ...]
    keyboard: str
    is_ready: bool = True
    total: int = 0
    hits: tuple[Hit, ...] = ()
    is_loose: bool = False
    is_newest: bool = False
    meant: Link | None = None
    by_match: str = ""
    by_time: str = ""
    sections: Choices = field(default=Choices())
    years: Choices = field(default=Choices())
    named: tuple[Link, ...] = ()
    unfiltered: str = ""
    pager: Pager | None = None
