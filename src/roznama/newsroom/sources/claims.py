"""A story's claims as plain values, read from the form in which they are stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from roznama.newsroom.models import ArticlePage


@dataclass(frozen=True, slots=True)
class Hand:
    """One who passed a claim on: the id of a source, None where there is only a name."""

    source: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What a story has from somebody; who said it first stands first in `hands`."""

    text: str
    hands: tuple[Hand, ...]
    is_own: bool = False
    url: str = ""
    note: str = ""


def claims_of(article: ArticlePage) -> tuple[Claim, ...]:
    """Return a story's claims in its order; the blocks themselves would fetch every source."""
    return claims_in(article.sources.raw_data)


def claims_in(blocks: Iterable[dict[str, Any]]) -> tuple[Claim, ...]:
    """Return the claims of `sources` in its stored form."""
    return tuple(_claim(block["value"]) for block in blocks if block["type"] == "source")


def _claim(value: dict[str, Any]) -> Claim:
    return Claim(
        text=value.get("claim", ""),
        hands=tuple(hand_in(item) for item in value.get("chain") or ()),
        is_own=bool(value.get("is_own")),
        url=value.get("url") or "",
        note=value.get("note") or "",
    )


def hand_in(item: Any) -> Hand:
    """Return one item of a stored chain; once Wagtail kept items bare, and chains were strings."""
    value = item["value"] if isinstance(item, dict) and "value" in item else item
    if isinstance(value, str):
        return Hand(None, value)
    return Hand(value.get("source"), value.get("name") or "")
