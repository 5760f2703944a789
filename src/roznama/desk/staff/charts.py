"""Bar charts as plain numbers; templates draw them as SVG, and a table beside them says the same.

All lengths are in the drawing's own units; y counts downwards.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 420, 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 36, 8, 34, 28
_MOST_LABELS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One value; `shown` is whether there is room for its label under it."""

    label: str
    value: float
    text: str
    x: float
    y: float
    width: float
    height: float
    shown: bool

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Line:
    """A line across the drawing with its value."""

    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What a template draws."""

    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]
    limit: Line | None
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    base: int = HEIGHT - _BOTTOM
    label_y: int = HEIGHT - 8


def bars(
    values: Sequence[tuple[str, float, str]],
    *,
    limit: tuple[float, str] | None = None,
) -> Chart:
    """Return a chart of values, each with a label and its text; `limit` is a line to compare with.

    All values are zero or more.
    """
    highest = max([value for _, value, _ in values] + ([limit[0]] if limit else []), default=0)
    top = _round(highest)
    step = (WIDTH - _LEFT - _RIGHT) / max(1, len(values))
    every = math.ceil(len(values) / _MOST_LABELS)
    made = tuple(
        _bar(value, _LEFT + number * step, step, top, shown=number % every == 0)
        for number, value in enumerate(values)
    )
    lines = tuple(Line(_y(part, top), f"{part:g}") for part in (0, top / 2, top))
    return Chart(made, lines, Line(_y(limit[0], top), limit[1]) if limit else None)


def _bar(value: tuple[str, float, str], x: float, step: float, top: float, *, shown: bool) -> Bar:
    label, number, text = value
    y = _y(number, top)
    gap = step * 0.15
    return Bar(
        label,
        number,
        text,
        round(x + gap, 1),
        y,
        round(step - 2 * gap, 1),
        round(HEIGHT - _BOTTOM - y, 1),
        shown,
    )


def _y(value: float, top: float) -> float:
    room = HEIGHT - _TOP - _BOTTOM
    return round(HEIGHT - _BOTTOM - room * value / top, 1)


def _round(highest: float) -> float:
    """Return a round number that is as high or higher, two at least, so that its half is whole."""
    if highest <= 2:
        return 2
    size = 10 ** math.floor(math.log10(highest))
    return next(size * part for part in (1, 2, 4, 6, 8, 10) if size * part >= highest)
