"""What a card says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What a card says. `color` is a section's class suffix; only `headline` may not be empty."""

    headline: str
    kicker: str
    section: str
    color: str
    masthead: str
    credit: str
