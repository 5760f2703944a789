"""Where the feeds are."""

from __future__ import annotations

from roznama.paper.sheets import Link

FORMATS = ("rss", "atom", "json")


def feed_links(title: str, path: str = "/") -> tuple[Link, ...]:
    """Return the feeds of the paper, or of the section at `path`, one per format."""
    return tuple(Link(title, f"{path}feed.{name}") for name in FORMATS)


def corrections_feed_links(title: str) -> tuple[Link, ...]:
    """Return the feeds of the corrections, one per format."""
    return tuple(Link(title, f"/corrections/feed.{name}") for name in FORMATS)
