"""Where things stand on a card, and how large its headline can be."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from roznama.paper.social.setting import Line, broken

HEAVY, LIGHT = 700, 500

MOST_LINES = 4
_LEADING = 1.62
"""Ems from one line of Nastaliq to the next; ink that would meet is set further apart."""

_APART = 0.06  # ems at least between the ink of two lines
_STEP = 2  # pixels


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of card, in pixels. Nothing is drawn nearer to the edge than `margin`."""

    name: str
    width: int
    height: int
    margin: int
    room: int
    """How high a headline may be."""

    largest: int
    smallest: int
    small: int
    """The size of the kicker, the section's name and the paper's."""


WIDE = Shape("wide", 1200, 630, margin=56, room=316, largest=94, smallest=38, small=34)
SQUARE = Shape("square", 1080, 1080, margin=64, room=520, largest=116, smallest=44, small=40)
SHAPES = (WIDE, SQUARE)


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline as it is set: its lines, pixels an em, and each line's baseline.

    Baselines are counted in pixels from the top of the ink of all lines; `height` is that ink's.
    """

    lines: tuple[Line, ...]
    size: int
    baselines: tuple[float, ...]
    height: float


def fitted(text: str, shape: Shape) -> Headline:
    """Set a headline as large as the shape has room for, over one to four lines.

    What is too long at the smallest size loses its last words for an ellipsis.
    """
    words = text.split()
    while True:
        choices = [broken(" ".join(words), HEAVY, count) for count in range(1, MOST_LINES + 1)]
        fitting = [(_largest(lines, shape), -len(lines), lines) for lines in choices]
        size, _, lines = max(fitting, key=lambda one: one[:2])
        if size >= shape.smallest or len(words) < 2:
            return _set(tuple(lines), max(size, 1))
        words = [*words[: len(words) - 1 - (words[-1] == "…")], "…"]


def _largest(lines: list[Line], shape: Shape) -> int:
    """Return the largest size at which these lines are inside the shape's room."""
    across = (shape.width - 2 * shape.margin) / max(0.01, *(line.width for line in lines))
    down = shape.room / max(_set(tuple(lines), 1).height, 0.01)
    size = min(across, down, shape.largest)
    return int(size // _STEP * _STEP) if size >= _STEP else 1


def _set(lines: tuple[Line, ...], size: int) -> Headline:
    """Place lines under each other, no ink of one on the ink of the next."""
    top = lines[0].bounds[3]
    baselines = [top]
    for above, line in pairwise(lines):
        clear = line.bounds[3] - above.bounds[1] + _APART
        baselines.append(baselines[-1] + max(_LEADING, clear))
    height = baselines[-1] - lines[-1].bounds[1]
    return Headline(lines, size, tuple(one * size for one in baselines), height * size)
