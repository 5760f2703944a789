"""Cut Noto Nastaliq Urdu to the letters of an Urdu newspaper, and prove the cut.

    python tools/fonts/cut.py NotoNastaliqUrdu_400Regular.ttf NotoNastaliqUrdu_700Bold.ttf

Both files are uncut instances of the variable font, version 3.007, from
the npm package ``@expo-google-fonts/noto-nastaliq-urdu`` 0.4.2. Their
SHA-256 must be:

    400Regular  360220888c7519d127c143d0a830d187dd41e184036508a868dd89e6cbfc7521
    700Bold     0f76cabd37fb8a5458eae1cd143d2fff3101b4d19448d13373e30c0407ba56a7

No package carries the variable font uncut, but the two instances agree
point for point, so they are joined to a variable font again. Then every
code point that letters.py does not name is dropped, with all layout
features kept, and the result is written as WOFF2. Last, each string of
samples.txt is shaped with the cut font and with the full one at both
weights: glyphs, advances, offsets and outlines must be the same. The
first difference ends the run with one line and exit code 1.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import sys
from pathlib import Path
from unittest import mock

import brotli
from fontTools import subset, varLib
from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.ttLib import TTFont, woff2

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fonts import letters, samples
from fonts.shaping import Face, Outline

TARGET = (
    Path(__file__).resolve().parents[2]
    / "src/roznama/paper/static/paper/fonts/noto-nastaliq-urdu.woff2"
)
SOURCES = {
    400: "360220888c7519d127c143d0a830d187dd41e184036508a868dd89e6cbfc7521",
    700: "0f76cabd37fb8a5458eae1cd143d2fff3101b4d19448d13373e30c0407ba56a7",
}
LARGEST = 190_000
# The regular is the variable font's default and must be drawn exactly alike.
# Away from it, points that lie on a line between others are not stored and
# may stand half a unit (1/2000 em) from where the static bold has them.
TOLERANCE = {400: 0.0, 700: 0.5}
# Brotli's own choice of blocks swings by 4 KB when one byte of the font changes;
# blocks of 64 KiB are among the smallest each time.
BLOCK_BITS = 16


def join(sources: dict[int, Path]) -> TTFont:
    """Make one variable font of the static instances, the lightest as its default."""
    space = DesignSpaceDocument()
    space.addAxis(
        AxisDescriptor(
            tag="wght",
            name="Weight",
            minimum=min(sources),
            default=min(sources),
            maximum=max(sources),
        )
    )
    for weight, path in sources.items():
        space.addSource(
            SourceDescriptor(font=TTFont(path), name=str(weight), location={"Weight": weight})
        )
    font, _, _ = varLib.build(space)
    return font


def cut(font: TTFont, code_points: frozenset[int]) -> None:
    """Drop everything that the code points cannot reach; keep all layout features."""
    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=code_points)
    cutter.subset(font)


def save(font: TTFont, path: Path) -> None:
    """Write the font as WOFF2, in the same bytes each time."""
    compress = functools.partial(brotli.compress, lgblock=BLOCK_BITS)
    font.flavor, font.recalcTimestamp = "woff2", False
    with mock.patch.object(woff2.brotli, "compress", compress):
        font.save(path)


def difference(ours: Face, full: Face, text: str, tolerance: float) -> str | None:
    """Say how the two faces draw the text differently, if they do."""
    mine, theirs = ours.shape(text), full.shape(text)
    if len(mine) != len(theirs):
        return f"{len(mine)} glyphs, not {len(theirs)}"
    for at, (left, right) in enumerate(zip(mine, theirs, strict=True)):
        if left.number == 0:
            return f"glyph {at} is missing"
        if left.place != right.place:
            return f"glyph {at} stands at {left.place}, not at {right.place}"
        if not _alike(left.outline, right.outline, tolerance):
            return f"glyph {at} has another outline"
    return None


def _alike(left: Outline, right: Outline, tolerance: float) -> bool:
    """Whether two outlines have the same strokes with their points together."""
    if [name for name, _ in left] != [name for name, _ in right]:
        return False
    return all(
        abs(a - b) <= tolerance
        for (_, ours), (_, theirs) in zip(left, right, strict=True)
        for one, other in zip(ours, theirs, strict=True)
        for a, b in zip(one, other, strict=True)
    )


def compare(path: Path, sources: dict[int, Path]) -> str | None:
    """The first sample that the cut font draws otherwise than the full one, if any."""
    for weight, source in sources.items():
        ours, full = Face(path, weight), Face(source)
        for text in samples.read().all():
            if found := difference(ours, full, text, TOLERANCE[weight]):
                return f"at weight {weight}, {text!r}: {found}"
    return None


def _wrong(path: Path, expected: str) -> bool:
    return hashlib.sha256(path.read_bytes()).hexdigest() != expected


def main() -> int:
    """Cut, write, measure and compare; exit 1 with one line when anything is amiss."""
    parser = argparse.ArgumentParser(description="Cut the Urdu font and prove the cut.")
    parser.add_argument("regular", type=Path)
    parser.add_argument("bold", type=Path)
    parser.add_argument("--output", type=Path, default=TARGET)
    given = parser.parse_args()
    sources = dict(zip(SOURCES, (given.regular, given.bold), strict=True))
    for weight, path in sources.items():
        if _wrong(path, SOURCES[weight]):
            print(f"{path.name} is not the {weight} weight this script knows")
            return 1
    font = join(sources)
    cut(font, letters.REQUIRED)
    save(font, given.output)
    size = given.output.stat().st_size
    if size > LARGEST:
        print(f"{given.output.name} has {size} bytes, more than {LARGEST}")
        return 1
    if found := compare(given.output, sources):
        print(found)
        return 1
    print(f"{given.output.name}: {size} bytes, {len(letters.REQUIRED)} code points, drawn alike")
    return 0


if __name__ == "__main__":
    sys.exit(main())
