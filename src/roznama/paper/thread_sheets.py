"""What the page of a thread shows; see `sheets`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from roznama.paper.sheets import Frame, Head, Pager, StoryLine


@dataclass(frozen=True, slots=True)
class ThreadDay:
    """One day of a thread, its newest story first."""

    day: date
    stories: tuple[StoryLine, ...]


@dataclass(frozen=True, slots=True)
class ThreadSheet:
    """paper/thread.html: the stories of a running event, newest day first.

    `count` is all of them, `since` the first one's day.
    """

    frame: Frame
    head: Head
    name: str
    count: int
    since: date
    days: tuple[ThreadDay, ...]
    pager: Pager
