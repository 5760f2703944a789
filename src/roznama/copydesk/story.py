"""Stories as the copy desk sees them: pieces of plain text, each with its part in the story."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a piece of text is in its story."""

    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    CAPTION = "caption"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Piece:
    """One field or block of a story. `key` is whatever its caller finds it by."""

    key: str
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story in the order of reading; `city`, `credit` and `authors` stand outside its text."""

    pieces: tuple[Piece, ...]
    city: str = ""
    credit: str = ""
    authors: int = 0
