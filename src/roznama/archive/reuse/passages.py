"""Passages: tiles that stand near each other in both texts, as one thing to look at."""

from __future__ import annotations

from dataclasses import dataclass

from roznama.archive.reuse.reading import ReadText
from roznama.archive.reuse.tiling import Tile, tiles

_GAP = 3
"""Terms that may have been put in, taken out or changed between two tiles of one passage."""

_LEAST, _TELLING = 5, 3
"""Terms of a passage that both texts have; and how many of them are no stop words. What is
shorter is a turn of phrase that anybody writes."""


@dataclass(frozen=True, slots=True)
class Passage:
    """`story[start:end]` says what `other[other_start:other_end]` says, in nearly its words.

    Offsets are code points. `words` of the story's terms stand in the other text as well.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    words: int


def passages(story: ReadText, other: ReadText) -> list[Passage]:
    """Return the passages that two texts share, in the order of the story; none overlap."""
    joined: list[list[Tile]] = []
    for tile in tiles(story.terms, other.terms):
        if joined and _goes_on(joined[-1][-1], tile):
            joined[-1].append(tile)
        else:
            joined.append([tile])
    return [_passage(story, other, part) for part in joined if _is_telling(story, part)]


def _goes_on(before: Tile, tile: Tile) -> bool:
    gap = tile.start - (before.start + before.length)
    other_gap = tile.other - (before.other + before.length)
    return gap <= _GAP and 0 <= other_gap <= _GAP


def _is_telling(story: ReadText, part: list[Tile]) -> bool:
    spans = [span for one in part for span in story.spans[one.start : one.start + one.length]]
    return len(spans) >= _LEAST and sum(not span.term.is_stop for span in spans) >= _TELLING


def _passage(story: ReadText, other: ReadText, part: list[Tile]) -> Passage:
    first, last = part[0], part[-1]
    return Passage(
        story.spans[first.start].start,
        story.spans[last.start + last.length - 1].end,
        other.spans[first.other].start,
        other.spans[last.other + last.length - 1].end,
        sum(tile.length for tile in part),
    )
