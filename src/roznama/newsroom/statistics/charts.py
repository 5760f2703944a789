"""Charts as plain numbers, for the templates to draw: no library, no script, no color alone.

Places are per cent of a drawing's width, so that its words keep their size on a phone; heights
are pixels. Time and values go from right to left where the language does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roznama.newsroom.statistics.words import number

HEIGHT = 170
"""Pixels of the tallest column."""

TOP = 24
"""Pixels over it, for its number."""

_LEFT, _PLOT = 3.0, 85.0  # per cent; the rest is for the numbers of the scale
_MOST_NAMES = 6  # under the columns, for there is no room for more on a phone
_MOST_TOPS = 12  # columns that each have their number over them
_LINE = (100.0, 24.0)  # the small line's own units


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place, its number where there is room, its name where one stands."""

    x: float
    width: float
    y: float
    height: float
    name: str
    number: str
    top: bool
    named: bool

    @property
    def middle(self) -> float:
        """Where its words stand."""
        return round(self.x + self.width / 2, 2)

    @property
    def over(self) -> float:
        """Where its number stands."""
        return round(self.y - 6, 1)


@dataclass(frozen=True, slots=True)
class Grid:
    """A line of the scale."""

    y: float
    number: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns over time with their scale."""

    columns: tuple[Column, ...]
    grid: tuple[Grid, ...]
    left: float
    right: float
    scale: float
    """Where the scale's numbers begin."""

    anchor: str = "start"
    base: int = TOP + HEIGHT
    names: int = TOP + HEIGHT + 26
    height: int = TOP + HEIGHT + 40


def columns(names: Sequence[str], numbers: Sequence[int], *, rtl: bool) -> Columns | None:
    """Return a chart of columns, None where all numbers are nothing."""
    highest = max(numbers, default=0)
    if not highest:
        return None
    ticks = scale(highest)
    each = _PLOT / len(numbers)
    every = -(-len(numbers) // _MOST_NAMES)
    left = _LEFT if rtl else 100 - _LEFT - _PLOT

    def one(place: int) -> Column:
        value = numbers[place]
        at = len(numbers) - 1 - place if rtl else place
        tall = HEIGHT * value / ticks[-1]
        is_top = bool(value) and (len(numbers) <= _MOST_TOPS or value == highest)
        return Column(
            round(left + each * (at + 0.12), 2), round(each * 0.76, 2),
            round(TOP + HEIGHT - tall, 1), round(tall, 1),
            names[place], number(value), is_top, place % every == 0,
        )  # fmt: skip

    lines = tuple(Grid(round(TOP + HEIGHT * (1 - at / ticks[-1]), 1), number(at)) for at in ticks)
    places = tuple(one(place) for place in range(len(numbers)))
    edge = left + _PLOT + 1 if rtl else left - 1
    return Columns(places, lines, left, left + _PLOT, edge, "start" if rtl else "end")


def scale(highest: int) -> list[int]:
    """Return round numbers from 0 to the first that is not less than the highest; whole ones."""
    step = 1
    factors = (2, 2.5, 2)  # 1, 2, 5, 10, 20, 50, …
    turn = 0
    while step * 4 < highest:
        step = int(step * factors[turn % 3])
        turn += 1
    return list(range(0, highest + step, step))


def share(value: float, highest: float) -> float:
    """Return how much of a bar's room a value takes, in per cent; a little is seen."""
    return max(0.5, round(100 * value / highest, 2)) if value and highest else 0.0


def line(numbers: Sequence[int]) -> str:
    """Return the points of a small line from left to right, as an SVG path has them."""
    width, height = _LINE
    highest = max(numbers, default=0)
    if not highest or len(numbers) < 2:
        return ""
    each = width / (len(numbers) - 1)
    points = (
        f"{round(place * each, 1)} {round(height - 2 - (height - 4) * value / highest, 1)}"
        for place, value in enumerate(numbers)
    )
    return "M" + "L".join(points)
