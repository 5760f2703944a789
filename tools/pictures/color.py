"""Mixing inks."""

from __future__ import annotations


def _channels(color: str) -> tuple[int, int, int]:
    if len(color) == 4:
        color = "#" + "".join(c * 2 for c in color[1:])
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def mix(one: str, two: str, share: float = 0.5) -> str:
    """``share`` of the second ink in the first."""
    pairs = zip(_channels(one), _channels(two), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def deepen(color: str, share: float = 0.3) -> str:
    """A darker, slightly warmer ink."""
    return mix(color, "#1c0d18", share)


def lift(color: str, share: float = 0.3) -> str:
    """A lighter, slightly warmer ink."""
    return mix(color, "#fff3dc", share)


def brightness(color: str) -> float:
    """How light an ink is, from 0 to 1."""
    red, green, blue = _channels(color)
    return (0.3 * red + 0.59 * green + 0.11 * blue) / 255
