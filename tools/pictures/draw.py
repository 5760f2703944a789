"""Compose every scene, or those named, and write them to the demo edition."""

from __future__ import annotations

import sys
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from pictures.art import Art
from pictures.render import pixels, printing_page, write_jpeg
from pictures.scenes import SCENES

FOLDER = Path(__file__).resolve().parents[2] / "src/roznama/newsroom/demo/pictures"


def compose(stem: str) -> str:
    """The SVG of one scene."""
    scene = SCENES[stem]
    art = Art(scene.inks, seed=scene.seed, light=scene.light)
    scene.paint(art)
    return art.svg()


def main(wanted: list[str]) -> int:
    """Draw the scenes whose stems start with a wanted word, or all of them."""
    stems = [s for s in SCENES if not wanted or any(s.startswith(w) for w in wanted)]
    if not stems:
        print("no such picture", file=sys.stderr)
        return 1
    with printing_page() as page:
        for stem in stems:
            size = write_jpeg(pixels(page, compose(stem)), FOLDER / f"{stem}.jpg")
            print(f"{stem}.jpg {size // 1000} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
