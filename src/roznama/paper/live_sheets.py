"""What a live coverage's readers get: plain values, as in `sheets.py`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from roznama.paper.sheets import AuthorMark, Frame, Head, Pager, Picture, SectionMark


@dataclass(frozen=True, slots=True)
class UpdateLine:
    """One update. `path` is its address for good, `version` tells one wording from another."""

    number: int
    version: int
    path: str
    time: datetime
    headline: str
    html: str
    text: str
    picture: Picture | None = None
    author: AuthorMark | None = None
    is_key: bool = False
    is_pinned: bool = False
    correction: str = ""
    corrected: datetime | None = None
    changed: datetime | None = None

    @property
    def anchor(self) -> str:
        """The id of its element."""
        return f"update-{self.number}"

    @property
    def name(self) -> str:
        """What a list of key moments calls it: the headline, or its first words."""
        return self.headline or shortened(self.text)


@dataclass(frozen=True, slots=True)
class UpdateDay:
    """The updates of one day, newest first."""

    day: date
    updates: tuple[UpdateLine, ...]


@dataclass(frozen=True, slots=True)
class LiveBoard:
    """A story's live coverage as its own page shows it.

    `file` is the live file that tells of newer updates; `first` is the number of the oldest
    update that belongs on this page.
    """

    is_on: bool
    started: datetime
    ended: datetime | None
    changed: datetime
    file: str
    first: int
    pinned: tuple[UpdateLine, ...]
    key: tuple[UpdateLine, ...]
    days: tuple[UpdateDay, ...]
    older_path: str = ""

    @property
    def updates(self) -> tuple[UpdateLine, ...]:
        """All updates on the page, newest first, those on top included."""
        found = [*self.pinned, *(update for day in self.days for update in day.updates)]
        return tuple(sorted(found, key=lambda one: (one.time, one.number), reverse=True))


@dataclass(frozen=True, slots=True)
class LivePageSheet:
    """paper/live_page.html: some of a coverage's updates, for good at this address."""

    frame: Frame
    head: Head
    section: SectionMark
    headline: str
    path: str
    is_on: bool
    days: tuple[UpdateDay, ...]
    pager: Pager


def shortened(text: str, most: int = 90) -> str:
    """Return the beginning of a text, whole words."""
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0] or text[:most]}…"
