"""Setting words as lines: measured, broken where it looks even, drawn as ink."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import inf

import uharfbuzz as hb
from PIL import Image, ImageOps

from roznama.paper.social.directions import levels, runs
from roznama.paper.social.faces import Glyph, shape


@dataclass(frozen=True, slots=True)
class Ink:
    """A line as gray pixels.

    `left` and `top` say where they stand, from the line's left end and its baseline; y goes down.
    """

    mask: Image.Image
    left: int
    top: int


class Line:
    """A line of words at one weight, measured in ems."""

    def __init__(self, text: str, weight: int, found: list[int] | None = None) -> None:
        self.text = text
        self._weight = weight
        self._levels = levels(text) if found is None else found

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """The line's glyphs, placed."""
        return self._shaped[0]

    @property
    def advance(self) -> float:
        """From the line's left end to its right, in ems. Thin tips of letters may reach over."""
        return self._shaped[1]

    @cached_property
    def _shaped(self) -> tuple[tuple[Glyph, ...], float]:
        placed, x = [], 0.0
        for start, end, level in runs(self._levels):
            piece = shape(self.text[start:end], level, self._weight)
            placed += [
                Glyph(one.font, one.number, one.x + x, one.y, one.scale) for one in piece.glyphs
            ]
            x += piece.advance
        return tuple(placed), x

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """The ink's left, lowest, right and highest point, in ems; y goes up."""
        boxes = [box for glyph in self.glyphs if (box := _box(glyph))]
        if not boxes:
            return 0.0, 0.0, 0.0, 0.0
        lefts, lows, rights, tops = zip(*boxes, strict=True)
        return min(lefts), min(lows), max(rights), max(tops)

    @property
    def width(self) -> float:
        """How much room the line takes, in ems: its ink or its advance, whichever is wider."""
        left, _, right, _ = self.bounds
        return max(right, self.advance) - min(left, 0.0)

    def ink(self, size: float) -> Ink | None:
        """Draw the line with `size` pixels an em; None where nothing is to be drawn."""
        draw = hb.RasterDraw()
        for glyph in self.glyphs:
            scale = glyph.scale * size
            draw.transform = (scale, 0, 0, scale, glyph.x * size, glyph.y * size)
            draw.draw_glyph(glyph.font, glyph.number)
        drawn = draw.render()
        if drawn is None or not drawn.extents.width:
            return None
        box = drawn.extents
        pixels = bytes(drawn.buffer)
        mask = Image.frombytes("L", (box.width, box.height), pixels, "raw", "L", box.stride)
        # HarfBuzz counts rows from the bottom.
        return Ink(ImageOps.flip(mask), box.x_origin, -(box.y_origin + box.height))


def _box(glyph: Glyph) -> tuple[float, float, float, float] | None:
    found = glyph.font.get_glyph_extents(glyph.number)
    if found is None or not found.width or not found.height:
        return None
    left, top = glyph.x + found.x_bearing * glyph.scale, glyph.y + found.y_bearing * glyph.scale
    return left, top + found.height * glyph.scale, left + found.width * glyph.scale, top


def broken(text: str, weight: int, count: int) -> list[Line]:
    """Break a text into `count` lines whose widest is as narrow as it can be.

    Fewer lines come back where there are fewer words. The first lines are the wider ones where
    the choice is free, as headlines are set.
    """
    words = text.split()
    text = " ".join(words)
    count = min(count, len(words))
    found = levels(text)
    ends = _ends(_widths(words, weight), count)
    lines, place = [], 0
    for start, end in zip([0, *ends], ends, strict=False):
        part = " ".join(words[start:end])
        lines.append(Line(part, weight, found[place : place + len(part)]))
        place += len(part) + 1
    return lines


def _widths(words: list[str], weight: int) -> list[float]:
    return [max(Line(word, weight).width, 0.01) for word in words]


_SPACE = 0.25  # ems between two words, near enough to choose by


def _ends(widths: list[float], count: int) -> list[int]:
    """Return after which words to break: the least sum of squares gives the most even lines."""
    sums = list(accumulate((width + _SPACE for width in widths), initial=0.0))
    # For each number of lines, by how many words they take: the sum, and where the last begins.
    best = [[(0.0, 0)] + [(inf, 0)] * len(widths)]
    for _ in range(count):
        best.append([(inf, 0), *(_cheapest(best[-1], sums, end) for end in range(1, len(sums)))])
    ends = [len(widths)]
    for row in range(count, 1, -1):
        ends.append(best[row][ends[-1]][1])
    return ends[::-1]


def _cheapest(above: list[tuple[float, int]], sums: list[float], end: int) -> tuple[float, int]:
    costs = ((above[start][0] + (sums[end] - sums[start]) ** 2, start) for start in range(end))
    return min(costs)
