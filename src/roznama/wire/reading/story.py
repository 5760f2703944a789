"""What the reading gives: a story in blocks, or one clear line saying why there is none."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

BlockKind = Literal["subhead", "paragraph", "also_read"]
Block = tuple[BlockKind, str]


class UnreadablePage(ValueError):  # noqa: N818 - named for the page, as callers speak of it
    """The bytes hold no Urdu story; the message says why in one English line."""


@dataclass(frozen=True)
class ReadStory:
    """A story taken out of a page. Text is NFC, without markup; what is absent is "" or None.

    `published` is as the page states it: with a time zone only if the page names one.
    The text of an `also_read` block is the bare title, its cue words taken off.
    """

    headline: str
    deck: str
    dateline_city: str
    dateline_credit: str
    published: datetime | None
    source_url: str
    blocks: tuple[Block, ...]
