"""What the digests of the desk's log cover; how they make a chain is told in `roznama.chain`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from roznama.chain import START, Link, Verdict, check, digest_of, told_time

__all__ = ["START", "Entry", "Link", "Verdict", "check"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that somebody did at the desk."""

    at: datetime
    user: int | None
    who: str
    action: str
    conversation: UUID | None
    details: Any
    previous: str

    def digest(self) -> str:
        """Return the digest over these fields, in hexadecimal digits."""
        return digest_of(
            [
                self.previous,
                told_time(self.at),
                self.user,
                self.who,
                self.action,
                str(self.conversation) if self.conversation else None,
                self.details,
            ]
        )
