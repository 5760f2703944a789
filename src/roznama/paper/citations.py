"""A story's sources as schema.org has them: `citation`, `isBasedOn` and `sourceOrganization`.

Each claim is a cited work (https://schema.org/citation): its words, who is to be credited for
it, hand by hand, who said it first, where that is a person or an organization of the register,
and the organization that it was taken from. For the story as a whole, `sourceOrganization` are
the media that the paper took something from, and `isBasedOn` the originals that have an address.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from roznama.newsroom.sources.kinds import MEDIA, SourceKind
from roznama.paper.addresses import absolute
from roznama.paper.sheets import HandMark, SourceLine

_TYPES = {
    SourceKind.AGENCY: "NewsMediaOrganization",
    SourceKind.NEWSPAPER: "NewsMediaOrganization",
    SourceKind.STATE: "NewsMediaOrganization",
    SourceKind.MINISTRY: "Organization",
    SourceKind.COMPANY: "Organization",
    SourceKind.PERSON: "Person",
    SourceKind.EYEWITNESS: "Person",
}


def citation_data(lines: Iterable[SourceLine]) -> dict[str, Any]:
    """Return the members that a story's sources add to it."""
    found = list(lines)
    last = [line.hands[-1] for line in found if line.hands and not line.is_own]
    media = {hand.path: hand for hand in last if hand.kind in MEDIA}
    return {
        "citation": [_citation(line) for line in found if line.hands or line.url],
        "isBasedOn": list(dict.fromkeys(line.url for line in found if line.url)),
        "sourceOrganization": [_agent(hand) for hand in media.values()],
    }


def _citation(line: SourceLine) -> dict[str, Any]:
    organizations = [hand for hand in line.hands if _type(hand).endswith("Organization")]
    speaker = line.hands[0] if line.hands else None
    return {
        "@type": "CreativeWork",
        "text": line.claim,
        "url": line.url,
        "creditText": "، ".join(hand.name for hand in line.hands),
        "author": _agent(speaker) if speaker and _type(speaker) else None,
        "sourceOrganization": _agent(organizations[-1]) if organizations else None,
    }


def _type(hand: HandMark) -> str:
    return _TYPES.get(SourceKind(hand.kind), "") if hand.kind else ""


def _agent(hand: HandMark) -> dict[str, Any]:
    return {
        "@type": _type(hand),
        "@id": absolute(hand.path),
        "name": hand.name,
        "url": hand.home_page,
    }
