"""What the page of a source shows; see `sheets`."""

from __future__ import annotations

from dataclasses import dataclass

from roznama.paper.sheets import CorrectionLine, Frame, Head, Pager, StoryLine


@dataclass(frozen=True, slots=True)
class TakenClaim:
    """A claim on its source's page: whether it was said there, or passed on from elsewhere."""

    claim: str
    is_said: bool
    path: str
    """Where it stands in its story's box."""


@dataclass(frozen=True, slots=True)
class TakenStory:
    """A story that took something from a source, with what was put right in it since."""

    story: StoryLine
    claims: tuple[TakenClaim, ...]
    corrections: tuple[CorrectionLine, ...]


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """paper/source.html: a source, and what the paper took from it, newest first.

    `kind` is a value of SourceKind, `count` is of all its stories.
    """

    frame: Frame
    head: Head
    name: str
    name_latin: str
    kind: str
    country: str
    home_page: str
    note: str
    count: int
    stories: tuple[TakenStory, ...]
    pager: Pager
