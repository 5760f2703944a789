"""Tiles: runs of terms that two texts have in common, longest first, each term in one at most.

Greedy string tiling (Wise 1993) in three rounds of falling length instead of one a length. A
round looks up a run's first terms in a table, follows it as far as it goes, takes it up and goes on
behind it; of a run that comes often it looks at few places. So the work grows with the texts'
lengths, whatever is in them, and sentences may come in any order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_ROUNDS = (12, 6, 3)
"""Least lengths, in terms: sentences, clauses, phrases."""

_PLACES = 8  # of one run in the other text that are looked at


@dataclass(frozen=True, slots=True)
class Tile:
    """`length` terms from `start` in one text that stand from `other` in the other one."""

    start: int
    other: int
    length: int


class _Text:
    """A text's terms, and which of them are in no tile yet."""

    def __init__(self, terms: Sequence[str]) -> None:
        self.terms = terms
        self._free = bytearray(b"\1") * len(terms)

    def has(self, at: int) -> bool:
        """Whether there is a term at this place, and in no tile."""
        return at < len(self.terms) and bool(self._free[at])

    def run(self, at: int, length: int) -> tuple[str, ...]:
        """Return some terms from a place on."""
        return tuple(self.terms[at : at + length])

    def starts(self, length: int) -> range:
        """Return where a run of so many terms may begin."""
        return range(len(self.terms) - length + 1)

    def take(self, start: int, length: int) -> None:
        """Put terms into a tile."""
        self._free[start : start + length] = bytes(length)


Places = dict[tuple[str, ...], list[int]]


def tiles(terms: Sequence[str], other_terms: Sequence[str]) -> list[Tile]:
    """Return the tiles of two texts' terms, in the order of the first."""
    found: list[Tile] = []
    one, other = _Text(terms), _Text(other_terms)
    for least in _ROUNDS:
        found += _round(one, other, least)
    return sorted(found, key=lambda tile: tile.start)


def _round(one: _Text, other: _Text, least: int) -> Iterator[Tile]:
    places = _places(other, least)
    after = 0
    for at in one.starts(least):
        if at < after or not one.has(at):
            continue
        if tile := _longest(one, other, at, places.get(one.run(at, least), ()), least):
            one.take(tile.start, tile.length)
            other.take(tile.other, tile.length)
            after = at + tile.length
            yield tile


def _places(text: _Text, least: int) -> Places:
    """Return where each run of `least` terms stands, the first few places of each."""
    places: Places = {}
    for at in text.starts(least):
        if text.has(at):
            known = places.setdefault(text.run(at, least), [])
            if len(known) < _PLACES:
                known.append(at)
    return places


def _longest(one: _Text, other: _Text, at: int, places: Iterable[int], least: int) -> Tile | None:
    """Return the longest tile from a place, of the first places where it goes on."""
    found = [Tile(at, place, _common(one, other, at, place)) for place in places]
    best = max(found, key=lambda tile: tile.length, default=None)
    return best if best and best.length >= least else None


def _common(one: _Text, other: _Text, at: int, place: int) -> int:
    """Return how many terms from two places on are the same."""
    length = 0
    while (
        one.has(at + length)
        and other.has(place + length)
        and one.terms[at + length] == other.terms[place + length]
    ):
        length += 1
    return length
