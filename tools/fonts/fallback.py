"""Print fonts.css: the paper's font and stand-ins as wide and as tall as it is.

    python tools/fonts/fallback.py FONT.ttf ... > src/roznama/paper/static/paper/css/fonts.css

Until the font has arrived the reader sees a font of the machine. Scaled to
the same average width, and with the same ascent and descent, it fills the
page in nearly the same number of lines. Single words stay up to a third
wider or narrower, so lines still break elsewhere: stand-ins soften the
change, they do not hide it.

Give the files of any font named in FAMILIES; each is recognized by the full
name it carries. Debian's ``fonts-noto-core``, ``fonts-noto-ui-core`` and
``fonts-dejavu-core`` have those that are free. The others cannot be had as
free files, so their numbers are estimates and are marked so in the output.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fonts import samples
from fonts.cut import TARGET
from fonts.shaping import Face

# Arabic script with the punctuation and digits around it. Latin letters stay
# with the last font of the list, so they look the same before and after.
RANGE = "U+20-40,U+5B-60,U+A0-BF,U+600-6FF,U+2000-206F,U+2212,U+25CC,U+FDF2,U+FDFA"

WEIGHTS = {400: "400 599", 700: "600 700"}


class Family(NamedTuple):
    """A font of phones or computers: its names by weight, and a guess at its width."""

    name: str
    regular: tuple[str, ...]
    bold: tuple[str, ...]
    estimate: tuple[float, float] | None = None


# Text faces in the Naskh style were measured between 0.94 and 0.97 (Noto Naskh
# Arabic, Amiri, FreeSerif; bold 1.02 to 1.05), faces made for screens between
# 0.76 and 0.87 (DejaVu Sans, Noto Sans Arabic; bold 0.70 to 0.88). The
# estimates are the middle of the kind that a font belongs to.
_NASKH = (0.95, 1.03)
_SCREEN = (0.82, 0.79)

FAMILIES = (
    Family(
        "Noto Naskh UI",
        ("Noto Naskh Arabic UI", "Noto Naskh Arabic UI Regular", "NotoNaskhArabicUI-Regular"),
        ("Noto Naskh Arabic UI Bold", "NotoNaskhArabicUI-Bold"),
    ),
    Family(
        "Noto Naskh",
        ("Noto Naskh Arabic", "Noto Naskh Arabic Regular", "NotoNaskhArabic-Regular"),
        ("Noto Naskh Arabic Bold", "NotoNaskhArabic-Bold"),
    ),
    Family("Droid Naskh", ("Droid Arabic Naskh",), ("Droid Arabic Naskh Bold",), _NASKH),
    Family("Geeza Pro", ("Geeza Pro", "GeezaPro"), ("Geeza Pro Bold", "GeezaPro-Bold"), _NASKH),
    Family("Segoe UI", ("Segoe UI",), ("Segoe UI Bold",), _SCREEN),
    Family("Tahoma", ("Tahoma",), ("Tahoma Bold",), _SCREEN),
    Family("Times", ("Times New Roman",), ("Times New Roman Bold",), _NASKH),
    Family("Arial", ("Arial",), ("Arial Bold",), _NASKH),
    Family("DejaVu Sans", ("DejaVu Sans",), ("DejaVu Sans Bold",)),
)


class Box(NamedTuple):
    """How far the paper's font reaches over and under the line, in ems."""

    ascent: float
    descent: float


def box(path: Path) -> Box:
    """Read the font's own ascent and descent."""
    font = TTFont(path)
    units: int = font["head"].unitsPerEm
    return Box(font["hhea"].ascent / units, -font["hhea"].descent / units)


def ratio(ours: Face, other: Face) -> float:
    """How much wider the sentences are in our face, without words the other one lacks."""
    lines = [
        " ".join(word for word in line.split(" ") if all(g.number for g in other.shape(word)))
        for line in samples.read().sentences
    ]
    return float(sum(map(ours.width, lines)) / sum(map(other.width, lines)))


def face_rule(family: Family, weight: int, scale: float, reach: Box, *, measured: bool) -> str:
    """The @font-face that makes one weight of a family fill the same room."""
    names = family.regular if weight == 400 else family.bold
    sources = ", ".join(f'local("{name}")' for name in names)
    note = "" if measured else " /* an estimate */"
    return (
        "@font-face {\n"
        f'  font-family: "Roznama Fallback {family.name}";\n'
        f"  font-weight: {WEIGHTS[weight]};\n"
        f"  src: {sources};\n"
        f"  size-adjust: {scale:.1%};{note}\n"
        f"  ascent-override: {reach.ascent / scale:.1%};\n"
        f"  descent-override: {reach.descent / scale:.1%};\n"
        "  line-gap-override: 0%;\n"
        f"  unicode-range: {RANGE};\n"
        "}\n"
    )


def stylesheet(files: list[Path]) -> str:
    """The whole of fonts.css."""
    known = {TTFont(path)["name"].getDebugName(4): path for path in files}
    reach = box(TARGET)
    parts = [
        "/* Printed by tools/fonts/fallback.py. */\n"
        "@font-face {\n"
        '  font-family: "Noto Nastaliq Urdu";\n'
        "  font-weight: 400 700;\n"
        "  font-display: swap;\n"
        '  src: url("../fonts/noto-nastaliq-urdu.woff2") format("woff2");\n'
        "}\n"
    ]
    listed = ['"Noto Nastaliq Urdu"']
    for family in FAMILIES:
        listed.append(f'"Roznama Fallback {family.name}"')
        for at, weight in enumerate(WEIGHTS):
            names = family.bold if at else family.regular
            path = next((known[name] for name in names if name in known), None)
            if path is not None:
                scale = ratio(Face(TARGET, weight), Face(path))
            elif family.estimate is not None:
                scale = family.estimate[at]
            else:
                raise SystemExit(f"the file of {names[0]} is needed")
            parts.append(face_rule(family, weight, scale, reach, measured=path is not None))
    faces = ", ".join(listed[1:])
    nastaliq = f"{listed[0]}, var(--fallback)"
    parts.append(f":root {{\n  --fallback: {faces}, serif;\n  --nastaliq: {nastaliq};\n}}\n")
    return "".join(parts)


def main() -> None:
    """Print the stylesheet for the font files given."""
    parser = argparse.ArgumentParser(description="Print fonts.css.")
    parser.add_argument("files", nargs="+", type=Path)
    print(stylesheet(parser.parse_args().files), end="")


if __name__ == "__main__":
    main()
