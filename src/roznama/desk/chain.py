"""A chain of digests over what was done, so that a change of the past shows.

Each entry's digest (SHA-256) covers its fields and the digest of the entry before. Nobody can
change, add, move or leave out an entry without changing every later digest. What this cannot
show is an end that was cut off, or a chain that was made anew from the place of the change on:
these show against a digest that was noted somewhere else (`check(rows, noted)`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

START = "0" * 64
"""What the first entry has as the digest before its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a digest covers."""

    at: datetime
    user: int | None
    who: str
    action: str
    conversation: UUID | None
    details: Any
    previous: str

    def digest(self) -> str:
        """Return the digest over these fields, in hexadecimal digits."""
        text = json.dumps(self._plain(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    def _plain(self) -> list[Any]:
        # A list: fields cannot run into each other, and JSON escapes what is not ASCII.
        return [
            self.previous,
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            self.user,
            self.who,
            self.action,
            str(self.conversation) if self.conversation else None,
            self.details,
        ]


@dataclass(frozen=True, slots=True)
class Link:
    """A kept entry: its row's id and the digest beside it; no entry where it cannot be read."""

    row: int
    entry: Entry | None
    digest: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What looking through the chain has found."""

    count: int
    """How many entries stand, up to the first broken one."""
    broken: int | None
    """The id of the first row that does not follow from the one before it."""
    last: str
    """The digest of the last entry that stands: what is to be noted elsewhere."""
    has_noted: bool
    """Whether the noted digest is one of these entries'; true where none was given."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return self.broken is None and self.has_noted


def check(links: Iterable[Link], noted: str = "") -> Verdict:
    """Look through a chain from its start, and for a digest that was noted before."""
    count, last, has_noted = 0, START, noted in ("", START)
    for link in links:
        if link.entry is None or link.entry.previous != last or link.entry.digest() != link.digest:
            return Verdict(count, link.row, last, has_noted)
        count, last = count + 1, link.digest
        has_noted = has_noted or last == noted
    return Verdict(count, None, last, has_noted)
