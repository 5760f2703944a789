"""What a page tells of a read, and which of these requests are one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

PATH = "/live/read"
LONGEST = 12
"""Bytes; a story's number in decimal digits is all that is said."""

_NUMBER = re.compile(rb"[1-9][0-9]{0,11}")
# Those who say that they are no reader. Rough on purpose: a page that runs no script counts
# nothing in the first place.
_ROBOTS = re.compile(
    rb"bot\b|bot/|crawl|spider|slurp|headless|lighthouse|pagespeed|preview|monitor|scrap|archiver"
    rb"|facebookexternalhit|curl|wget|python|libwww|okhttp|java/|go-http|axios|node-fetch",
    re.IGNORECASE,
)


def story_of(body: bytes) -> int | None:
    """Return the number of the story that was read, None for what is no number."""
    return int(body) if _NUMBER.fullmatch(body) else None


def is_reader(headers: Mapping[bytes, bytes], own: str) -> bool:
    """Whether a beacon comes from a browser that shows one of our pages to somebody.

    `own` is the paper's address. Browsers say themselves which page asks (Fetch Metadata, and
    Origin in older ones), and no script of another site can say otherwise.
    """
    agent = headers.get(b"user-agent", b"")
    if not agent or _ROBOTS.search(agent):
        return False
    purpose = headers.get(b"sec-purpose", b"") + headers.get(b"purpose", b"")
    if b"prefetch" in purpose or b"prerender" in purpose:
        return False
    site = headers.get(b"sec-fetch-site")
    if site is not None:
        return site == b"same-origin"
    return _is_own(headers.get(b"origin", b""), headers.get(b"host", b""), own)


def _is_own(origin: bytes, host: bytes, own: str) -> bool:
    try:
        asked = urlsplit(origin.decode("latin-1")).netloc
    except ValueError:
        return False
    return bool(asked) and asked in (host.decode("latin-1"), urlsplit(own).netloc)
