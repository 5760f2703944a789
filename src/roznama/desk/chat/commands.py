"""What people may ask a conversation to do, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

LONGEST_TEXT = 4_000  # characters of one message
LONGEST_COMMENT = 1_000
MOST_FILES = 5  # files of one message


class RefusalError(Exception):
    """The conversation does not do that; `code` is for programs, words are made elsewhere."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever holds the conversation's token."""


@dataclass(frozen=True, slots=True)
class Staff:
    """A professional, with the ids of the teams they are in, and of those that they head."""

    professional: int
    teams: frozenset[int]
    heads: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class System:
    """The desk itself: routing, time running out."""


Actor = Reader | Staff | System


@dataclass(frozen=True, slots=True)
class Open:
    """The first event of every conversation."""


@dataclass(frozen=True, slots=True)
class Send:
    """Say something. `answers` is the key of the bot's question that it answers."""

    text: str
    files: tuple[UUID, ...] = ()
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Say something to colleagues alone."""

    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Say a message of one's own in other words."""

    target: UUID
    text: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a message of one's own back."""

    target: UUID


@dataclass(frozen=True, slots=True)
class Read:
    """Everything up to this place has been seen."""

    up_to: int


@dataclass(frozen=True, slots=True)
class Contact:
    """Leave an address for the answer."""

    email: str


@dataclass(frozen=True, slots=True)
class Rate:
    """Say how it was, with one to five stars."""

    stars: int
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Allow, or not, that the question becomes a story without the reader's name."""

    yes: bool


@dataclass(frozen=True, slots=True)
class Close:
    """End the conversation; for the desk itself, only if nothing was said since a time."""

    idle_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reopen:
    """Go on with a conversation that was ended."""


@dataclass(frozen=True, slots=True)
class Take:
    """Answer this reader oneself."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """Give the conversation to a colleague, or to another team's queue."""

    professional: int | None = None
    team: int | None = None


@dataclass(frozen=True, slots=True)
class Return:
    """Put the conversation back into the queue. `why`: handed_back, unanswered or off_duty.

    With `professional`, only if that one still has it.
    """

    why: str = "handed_back"
    professional: int | None = None


@dataclass(frozen=True, slots=True)
class Urgency:
    """Call it urgent, or not."""

    on: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """Offer a waiting conversation to somebody."""

    to: int


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take an offer back from somebody, if they still have it."""

    professional: int


Command = (
    Open
    | Send
    | Note
    | Edit
    | Delete
    | Read
    | Contact
    | Rate
    | Story
    | Close
    | Reopen
    | Take
    | Transfer
    | Return
    | Urgency
    | Offer
    | Withdraw
)


@dataclass(frozen=True, slots=True)
class BotQuestion:
    """What the bot asks, in the conversation's language."""

    key: str
    text: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """An earlier message, as far as it decides who may change it."""

    author: str
    professional: int | None
    is_deleted: bool
    is_message: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What a decision needs to know besides the conversation: looked up before it is made."""

    questions: tuple[BotQuestion, ...] = ()
    members: dict[int, str] = field(default_factory=dict)
    able: frozenset[int] = frozenset()
    """The members who may answer readers today: with a valid licence, or no need of one."""
    """The names of the team's professionals, by id."""
    teams: dict[int, str] = field(default_factory=dict)
    """The names of the teams that take questions, by id."""
    flags: tuple[str, ...] = ()
    """Red flags in the text that is sent."""
    card: dict[str, object] = field(default_factory=dict)
    """Words and numbers for these flags."""
    files: dict[UUID, dict[str, object]] = field(default_factory=dict)
    """The files that are sent and may be, by id."""
    takes_files: bool = True
    target: Said | None = None
