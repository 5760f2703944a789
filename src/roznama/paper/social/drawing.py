"""Drawing a card. The same facts give the same pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO

from PIL import Image, ImageDraw

from roznama.paper.social.layout import HEAVY, LIGHT, Shape, fitted
from roznama.paper.social.setting import Line
from roznama.paper.social.tones import INK, PAPER, SOFT, TONES, Color
from roznama.paper.social.words import Words

QUALITY = 84
_SHADE = 0.8  # how dark the gradient is behind the headline
_FADE = 0.36  # of the card's height, over which it grows that dark
_CREDIT = 0.62  # of the small size
_TIP = 20  # pixels
_BAND = 10  # pixels of the section's color along the top


@dataclass(frozen=True, slots=True)
class _Spot:
    """A drawn line: where its left end and its baseline are, and what it is drawn in."""

    line: Line
    size: float
    x: float
    baseline: float
    color: Color


def draw(words: Words, shape: Shape, picture: Image.Image | None = None) -> Image.Image:
    """Return a card in sRGB. The picture is cut to the shape's proportions already."""
    spots = _spots(words, shape, over_picture=picture is not None)
    if picture is None:
        canvas = _on_paper(words, shape)
    else:
        canvas = _on_picture(picture, shape, _highest(spots))
    _band(canvas, words, shape)
    for spot in [*spots, *_top(words, shape, over_picture=picture is not None)]:
        _stamp(canvas, spot)
    return canvas


def ink(words: Words, shape: Shape, *, over_picture: bool = False) -> Image.Image:
    """Return a card's letters alone, white on black: what may not touch an edge."""
    canvas = Image.new("RGB", (shape.width, shape.height))
    spots = _spots(words, shape, over_picture=over_picture)
    for spot in [*spots, *_top(words, shape, over_picture=over_picture)]:
        _stamp(canvas, replace(spot, color=(255, 255, 255)))
    return canvas.convert("L")


def as_jpeg(card: Image.Image) -> bytes:
    """Return a card's file."""
    file = BytesIO()
    card.save(file, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return file.getvalue()


def _on_picture(picture: Image.Image, shape: Shape, text: float) -> Image.Image:
    """The picture, dark from where the text begins down to the foot, and a little at the top."""
    size = (shape.width, shape.height)
    ground = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    column = Image.new("L", (1, shape.height))
    column.putdata([_shade(row / shape.height, text / shape.height) for row in range(size[1])])
    ground.paste(Image.new("RGB", size, INK), mask=column.resize(size))
    return ground


def _shade(depth: float, text: float) -> int:
    foot = min(1.0, max(0.0, (depth - text + 0.75 * _FADE) / _FADE))
    top = max(0.0, (0.24 - depth) / 0.24) * 0.75
    smooth = foot * foot * (3 - 2 * foot)
    return round(255 * max(_SHADE * smooth, top))


def _highest(spots: list[_Spot]) -> float:
    """Return where the text begins, in pixels from the top."""
    return min(spot.baseline - spot.line.bounds[3] * spot.size for spot in spots)


def _on_paper(words: Words, shape: Shape) -> Image.Image:
    """Paper, with a large pale nuqta, the rhombic dot of the reed pen, cut by the left edge."""
    ground = Image.new("RGB", (shape.width, shape.height), PAPER)
    tone = TONES.get(words.color, TONES["politics"])[0]
    pale = Image.blend(Image.new("RGB", (1, 1), PAPER), Image.new("RGB", (1, 1), tone), 0.07)
    half = shape.height * 0.62
    x, y = shape.width * 0.12, shape.height * 0.5
    corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
    ImageDraw.Draw(ground).polygon(corners, fill=pale.getpixel((0, 0)))
    return ground


def _band(canvas: Image.Image, words: Words, shape: Shape) -> None:
    tone = TONES.get(words.color, TONES["politics"])[0]
    ImageDraw.Draw(canvas).rectangle((0, 0, shape.width, _BAND), fill=tone)


def _spots(words: Words, shape: Shape, *, over_picture: bool) -> list[_Spot]:
    """The headline with its kicker, standing on the foot; the picture's credit under it."""
    tone, text, quiet = _colors(words.color, over_picture=over_picture)
    headline = fitted(words.headline, shape)
    right = shape.width - shape.margin
    foot: float = shape.height - shape.margin
    spots = []
    if words.credit.strip():
        credit = Line(words.credit, LIGHT)
        size = _small(credit, shape.small * _CREDIT, right - shape.margin)
        base = foot + credit.bounds[1] * size
        spots.append(_at_left(credit, size, shape.margin, base, quiet))
        foot = base - credit.bounds[3] * size - shape.small * 0.3
    top = foot - headline.height
    for line, down in zip(headline.lines, headline.baselines, strict=True):
        spots.append(_at_right(line, headline.size, right, top + down, text))
    if words.kicker.strip():
        kicker = Line(words.kicker, HEAVY)
        size = _small(kicker, shape.small * 1.15, right - shape.margin)
        base = top - shape.small * 0.35 + kicker.bounds[1] * size
        spots.append(_at_right(kicker, size, right, base, tone))
    return spots


def _top(words: Words, shape: Shape, *, over_picture: bool) -> list[_Spot]:
    """The paper's name at the right, where reading begins, and the section's at the left."""
    tone, text, _ = _colors(words.color, over_picture=over_picture)
    right, half = shape.width - shape.margin, shape.width / 2 - shape.margin
    start = shape.margin * 0.75 + _BAND
    spots = []
    if words.masthead.strip():
        name = Line(words.masthead, HEAVY)
        size = _small(name, shape.small * 1.35, half)
        spots.append(_at_right(name, size, right, start + name.bounds[3] * size, text))
    if words.section.strip():
        section = Line(words.section, HEAVY)
        size = _small(section, shape.small, half - shape.small)
        base = start + section.bounds[3] * size
        spots.append(_at_left(section, size, shape.margin, base, tone))
    return spots


def _colors(section: str, *, over_picture: bool) -> tuple[Color, Color, Color]:
    """Return the colors of what is the section's, of the headline, and of small print."""
    light, dark = TONES.get(section, TONES["politics"])
    if not over_picture:
        return light, INK, SOFT
    # Halfway to paper, so that it can be read where the picture is bright.
    pale = tuple((one + two) // 2 for one, two in zip(dark, PAPER, strict=True))
    return (pale[0], pale[1], pale[2]), PAPER, PAPER


def _small(line: Line, size: float, room: float) -> float:
    """Return the size, or the smaller one at which the line is no wider than its room."""
    return min(size, room / max(line.width, 0.01))


def _at_right(line: Line, size: float, right: float, base: float, color: Color) -> _Spot:
    """Set a line against the margin; the tip of a letter may reach a little way into it."""
    x = min(right - line.advance * size, right + _TIP - line.bounds[2] * size)
    return _Spot(line, size, x, base, color)


def _at_left(line: Line, size: float, left: float, base: float, color: Color) -> _Spot:
    return _Spot(line, size, left, base, color)


def _stamp(canvas: Image.Image, spot: _Spot) -> None:
    drawn = spot.line.ink(spot.size)
    if drawn is not None:
        place = (round(spot.x) + drawn.left, round(spot.baseline) + drawn.top)
        canvas.paste(Image.new("RGB", drawn.mask.size, spot.color), place, drawn.mask)
