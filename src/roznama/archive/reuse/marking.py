"""Two texts in pieces, for showing side by side what they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from roznama.archive.reuse.passages import Passage


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line; `number` is that of the passage it belongs to, from 1; 0 for none."""

    text: str
    number: int = 0
    is_first: bool = False
    """Whether the passage begins here; a passage may go on in the next line."""


Line = list[Piece]


def side_by_side(
    story: str, other: str, passages: Iterable[Passage]
) -> tuple[list[Line], list[Line]]:
    """Return the lines of both texts, cut where passages begin and end.

    A passage has one number in both, counted in the order of the story.
    """
    numbered = list(enumerate(passages, 1))
    ours = [(one.start, one.end, number) for number, one in numbered]
    theirs = [(one.other_start, one.other_end, number) for number, one in numbered]
    return list(_lines(story, ours)), list(_lines(other, theirs))


def _lines(text: str, places: list[tuple[int, int, int]]) -> Iterator[Line]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield list(_pieces(text, start, start + len(line), places))
        start += len(line) + 1


def _pieces(text: str, start: int, end: int, places: list[tuple[int, int, int]]) -> Iterator[Piece]:
    inside = [one for one in places if one[0] < end and one[1] > start]
    edges = {start, end, *(max(start, one[0]) for one in inside)}
    edges |= {min(end, one[1]) for one in inside}
    for first, last in pairwise(sorted(edges)):
        found = next((one for one in inside if one[0] <= first < one[1]), None)
        if found is None:
            yield Piece(text[first:last])
        else:
            yield Piece(text[first:last], found[2], is_first=found[0] == first)
