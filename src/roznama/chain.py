"""A chain of digests over what was done, so that a change of the past shows.

Each entry's digest (SHA-256) covers its fields and the digest of the entry before. Nobody can
change, add, move or leave out an entry without changing every later digest. What this cannot
show is an end that was cut off, or a chain that was made anew from the place of the change on:
these show against a digest that was noted somewhere else (`check(rows, noted)`).

The newsroom and the reader desk keep a log each, and neither knows the other; what an entry
says is theirs.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

START = "0" * 64
"""What the first entry has as the digest before its own."""


class Entry(Protocol):
    """What a digest covers."""

    @property
    def previous(self) -> str:
        """The digest of the entry before."""

    def digest(self) -> str:
        """Return the digest over all fields, `previous` among them."""


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


def digest_of(fields: Sequence[Any]) -> str:
    """Return the digest over plain fields, in hexadecimal digits.

    A list: fields cannot run into each other, and JSON escapes what is not ASCII.
    """
    text = json.dumps(list(fields), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def told_time(time: datetime) -> str:
    """Return a time as a digest covers it: in UTC, whatever zone a database gives it in."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def check(links: Iterable[Link], noted: str = "") -> Verdict:
    """Look through a chain from its start, and for a digest that was noted before."""
    count, last, has_noted = 0, START, noted in ("", START)
    for link in links:
        if link.entry is None or link.entry.previous != last or link.entry.digest() != link.digest:
            return Verdict(count, link.row, last, has_noted)
        count, last = count + 1, link.digest
        has_noted = has_noted or last == noted
    return Verdict(count, None, last, has_noted)
