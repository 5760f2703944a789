"""Findings: what the copy desk has to say about a story, with places and suggestions."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a piece: `text` is `piece.text[start:end]`, in code points."""

    piece: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that an editor should look at.

    `rule` is a code of `RULES`; `piece` the key of a piece, "" for the story as a whole (then
    `start` and `end` are 0). `text` is what stands there; `suggestions` what may stand there
    instead, best first, and may be empty. `detail` has what the wording of a message needs, no
    prose; `other` the other places that the finding is about. Messages are the newsroom's.
    """

    rule: str
    piece: str
    start: int
    end: int
    text: str
    suggestions: tuple[str, ...] = ()
    detail: Mapping[str, str | int] = field(default_factory=dict)
    other: tuple[Place, ...] = ()
