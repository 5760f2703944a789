"""Shape Urdu with HarfBuzz, the shaper of every browser that matters."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

Outline = list[tuple[str, tuple[tuple[float, float], ...]]]


@dataclass(frozen=True)
class Glyph:
    """One shaped glyph: its number in the font, its outline, and where it stands."""

    number: int
    outline: Outline
    place: tuple[int, int, int, int]


class Face:
    """A font file at one weight; a font without a weight axis has one weight only."""

    def __init__(self, path: Path, weight: int | None = None) -> None:
        face = hb.Face(_unpacked(path))
        self.units: int = face.upem
        self._font = hb.Font(face)
        if weight is not None:
            self._font.set_variations({"wght": weight})
        self._outlines: dict[int, Outline] = {}

    def shape(self, text: str) -> list[Glyph]:
        """The glyphs of a line of Urdu, in the order they are drawn."""
        buffer = self._buffer(text)
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        return [
            Glyph(
                info.codepoint,
                self._outline(info.codepoint),
                (place.x_advance, place.y_advance, place.x_offset, place.y_offset),
            )
            for info, place in zip(infos, places, strict=True)
        ]

    def width(self, text: str) -> float:
        """How wide the line is, in ems."""
        places = self._buffer(text).glyph_positions
        return float(sum(place.x_advance for place in places) / self.units)

    def _buffer(self, text: str) -> hb.Buffer:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction, buffer.script, buffer.language = "rtl", "Arab", "ur"
        hb.shape(self._font, buffer)
        return buffer

    def _outline(self, number: int) -> Outline:
        if number not in self._outlines:
            pen = RecordingPen()
            self._font.draw_glyph_with_pen(number, pen)
            self._outlines[number] = pen.value
        return self._outlines[number]


def _unpacked(path: Path) -> bytes:
    """The font as HarfBuzz reads it: without WOFF2's compression."""
    font, plain = TTFont(path), io.BytesIO()
    if font.flavor is None:
        return path.read_bytes()
    font.flavor = None
    font.save(plain)
    return plain.getvalue()
