"""The fonts of a card: the paper's own Nastaliq, and Noto Sans for the letters it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import BytesIO

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from roznama.paper.social.directions import LTR, RTL

_PAPER = resources.files("roznama.paper")
_NASTALIQ = _PAPER / "static" / "paper" / "fonts" / "noto-nastaliq-urdu.woff2"
_LATIN = _PAPER / "social" / "fonts" / "noto-sans-latin-bold.ttf"

LATIN_SIZE = 0.86
"""How large Latin letters are set beside Nastaliq, so that capitals are as high as its digits."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A shaped glyph, placed in ems from the line's left end and its baseline; y goes up."""

    font: hb.Font
    number: int
    x: float
    y: float
    scale: float
    """Ems for a unit of the font."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run's glyphs, from x = 0 on, and its advance in ems."""

    glyphs: tuple[Glyph, ...]
    advance: float


@cache
def nastaliq(weight: int) -> hb.Font:
    """Return the paper's font at a weight from 400 to 700; unpacking takes .3 s, once."""
    font = hb.Font(_nastaliq_face())
    font.set_variations({"wght": weight})
    return font


@cache
def _nastaliq_face() -> hb.Face:
    plain = BytesIO()
    with _NASTALIQ.open("rb") as file:
        font = TTFont(file)
        font.flavor = None
        font.save(plain)
    return hb.Face(plain.getvalue())


@cache
def latin() -> hb.Font:
    """Return the font of Latin words."""
    return hb.Font(hb.Face(_LATIN.read_bytes()))


def shape(text: str, level: int, weight: int) -> Piece:
    """Shape one run of a line, with letters that the Nastaliq lacks from the Latin font."""
    glyphs: list[Glyph] = []
    x = 0.0
    parts = _parts(text, level, nastaliq(weight))
    # From left to right: the last words of a run that goes the other way come first.
    for font, part in parts if level == LTR else reversed(parts):
        piece = _shaped(font, part, level, x)
        glyphs += piece.glyphs
        x += piece.advance
    return Piece(tuple(glyphs), x)


def _parts(text: str, level: int, urdu: hb.Font) -> list[tuple[hb.Font, str]]:
    """Split a run where the font changes. A Latin word's digits are of its own font."""
    if level == LTR and any(not urdu.get_nominal_glyph(ord(sign)) for sign in text):
        return [(latin(), text)]
    parts: list[tuple[hb.Font, str]] = []
    for sign in text:
        font = urdu if urdu.get_nominal_glyph(ord(sign)) else _font_of(sign, urdu)
        if parts and parts[-1][0] is font:
            parts[-1] = (font, parts[-1][1] + sign)
        else:
            parts.append((font, sign))
    return parts


def _font_of(sign: str, urdu: hb.Font) -> hb.Font:
    return latin() if latin().get_nominal_glyph(ord(sign)) else urdu


def _shaped(font: hb.Font, text: str, level: int, start: float) -> Piece:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level == RTL else "ltr"
    buffer.language = "ur" if level == RTL else "en"
    hb.shape(font, buffer)
    is_latin = font is latin()
    scale = (LATIN_SIZE if is_latin else 1.0) / font.face.upem
    glyphs, x, y = [], start, 0.0
    for info, place in zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True):
        left, up = x + place.x_offset * scale, y + place.y_offset * scale
        if info.codepoint:  # a sign that no font has is left out: no box on a card
            glyphs.append(Glyph(font, info.codepoint, left, up, scale))
            x, y = x + place.x_advance * scale, y + place.y_advance * scale
    return Piece(tuple(glyphs), x - start)
