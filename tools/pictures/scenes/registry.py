"""The list of scenes, by the stem of the story each belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pictures.art import Art
from pictures.palette import Palette


@dataclass(frozen=True)
class Scene:
    """A picture to compose."""

    paint: Callable[[Art], None]
    inks: Palette
    seed: int
    light: int


SCENES: dict[str, Scene] = {}


def scene(
    stem: str, inks: Palette, light: int = -1
) -> Callable[[Callable[[Art], None]], Callable[[Art], None]]:
    """Register a painter for a story; its number seeds its chance."""

    def keep(paint: Callable[[Art], None]) -> Callable[[Art], None]:
        SCENES[stem] = Scene(paint, inks, int(stem.split("-", maxsplit=1)[0]) * 101, light)
        return paint

    return keep
