"""Where a story's claims come from, for the box on its page."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from roznama.changes.reads import reads
from roznama.newsroom import keys
from roznama.newsroom.models import Source, SourceKind
from roznama.newsroom.sources.claims import Claim, Hand
from roznama.paper.sheets import Block, HandMark, SourceLine


def source_lines(claims: Iterable[Claim], body: Iterable[Block]) -> tuple[SourceLine, ...]:
    """Return a story's claims for its box; `body` says which of them have a mark in the text."""
    found = list(claims)
    marked = {mark.number for block in body for mark in block.marks}
    sources = _sources({hand.source for claim in found for hand in claim.hands if hand.source})
    return tuple(
        _line(number, claim, [_hand(hand, sources) for hand in claim.hands], number in marked)
        for number, claim in enumerate(found, start=1)
    )


def _sources(ids: Collection[int]) -> dict[int, Source]:
    """Fetch sources, in one query; a merged one gives way to the one it went into."""
    if not ids:
        return {}
    reads(*map(keys.source, ids))
    rows = Source.objects.filter(pk__in=ids).select_related("merged_into")
    found = {row.pk: row.merged_into or row for row in rows}
    reads(*(keys.source(source.pk) for source in found.values()))
    return found


def _hand(hand: Hand, sources: dict[int, Source]) -> HandMark:
    source = sources.get(hand.source or 0)
    if source is None:
        return HandMark(hand.name)
    return HandMark(source.name, source.path, source.kind, source.note, source.home_page)


def _line(number: int, claim: Claim, hands: list[HandMark], is_marked: bool) -> SourceLine:
    notes = dict.fromkeys(filter(None, [*(hand.note for hand in hands), claim.note]))
    return SourceLine(
        number=number,
        claim=claim.text,
        hands=tuple(hand for hand in hands if hand.name),
        url=claim.url,
        notes=tuple(notes),
        is_own=claim.is_own or any(hand.kind == SourceKind.OWN for hand in hands),
        is_marked=is_marked,
    )
