"""The four crops that readers see, and how each is cut around the focal point."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""


@dataclass(frozen=True, slots=True)
class Crop:
    """A shape that pictures are cut to. `ratio` is its width by its height."""

    name: str
    ratio: float
    label: str | Promise

    @property
    def field(self) -> str:
        """The picture's field that has a point of the editor's own for this crop."""
        return f"focus_{self.name}"


CROPS = {
    crop.name: crop
    for crop in (
        Crop("card", 3 / 2, _("Card in lists (3:2)")),
        Crop("lead", 16 / 9, _("Lead picture of the story (16:9)")),
        Crop("square", 1.0, _("Square (1:1)")),
        Crop("social", 1200 / 630, _("For social networks (1.91:1)")),
    )
}


def point(text: str) -> tuple[float, float] | None:
    """Return the point that a field of a picture holds: "0.250,0.500" is a quarter from the left.

    None for an empty field.

    Raises:
        ValueError: the text is no two numbers from 0 to 1.

    """
    if not text:
        return None
    x, y = (float(part) for part in text.split(","))
    if not (0 <= x <= 1 and 0 <= y <= 1):
        raise ValueError("a point is inside its picture")
    return x, y


def crop_box(
    size: tuple[int, int],
    ratio: float,
    focus: tuple[float, float, float, float] | None = None,
    own: tuple[float, float] | None = None,
) -> Box:
    """Return the largest part of a picture that has a ratio.

    `focus` is the focal area in pixels (left, top, right, bottom): its middle stands in the part
    where it stands in the picture, and all of it is inside where there is room. `own` is the
    editor's point for this crop, in shares of the sides; it comes before the focal area. The
    newsroom's script `crops.js` shows the same part.
    """
    width, height = size
    across = min(width, height * ratio)
    down = across / ratio
    left = _start(width, across, focus and (focus[0], focus[2]), own and own[0])
    top = _start(height, down, focus and (focus[1], focus[3]), own and own[1])
    return (
        round(left),
        round(top),
        min(width, max(round(left) + 1, round(left + across))),
        min(height, max(round(top) + 1, round(top + down))),
    )


def _start(
    whole: float, part: float, focus: tuple[float, float] | None, own: float | None
) -> float:
    room = whole - part
    if own is not None:
        return own * room
    if focus is None or whole <= 0:
        return room / 2
    first, last = focus
    start = (first + last) / 2 / whole * room
    if last - first < part:
        start = min(max(start, last - part), first)
    return min(max(start, 0.0), room)
