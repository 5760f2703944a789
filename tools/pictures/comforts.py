"""Lamps, laptops, cups, pens, bulbs and bunting."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pictures.art import Art
from pictures.color import deepen, lift
from pictures.geometry import Point, at, ellipse, limb, poly, smooth
from pictures.stamp import Stamp


def desk_lamp(art: Art, x: float, y: float, s: float, color: str, face: int = 1) -> str:
    """A jointed lamp with its cone of light."""
    st = Stamp(art, x, y, s, face)
    name = art.glow(st.p(1.7, 1.6), 2.3 * s, art.p.spark, 0.5)
    beam = art.gradient([(0, art.p.spark, 0.5), (1, art.p.spark, 0.0)])
    st.out.append(name)
    st.out.append(art.painted(st.edges([(0.85, 2.2), (0.1, 0), (3.4, 0), (1.95, 2.2)]), beam))
    st.disc(0, 0.06, 0.62, color, 0.14, 0.6)
    st.rod([(0, 0.1), (-0.5, 1.6)], [0.1, 0.1], color)
    st.rod([(-0.5, 1.6), (1.1, 2.85)], [0.1, 0.1], color)
    st.disc(-0.5, 1.6, 0.11, lift(color, 0.3))
    st.form([(1.0, 3.05), (0.72, 2.3), (2.05, 2.15), (1.45, 3.0)], color, 0.7, 0.12)
    st.disc((0.72 + 2.05) / 2, 2.2, 0.5, lift(art.p.spark, 0.4), 0.1)
    return st.svg()


def laptop(art: Art, x: float, y: float, s: float, color: str, screen: str, face: int = 1) -> str:
    """A laptop seen a little from the side, three units wide."""
    st = Stamp(art, x, y, s, face)
    st.shadow(0.1, 1.9, 0.12)
    st.form([(-1.5, 0.1), (-1.2, 0.42), (1.4, 0.42), (1.7, 0.1)], lift(color, 0.2), 0.5)
    st.flat([(-1.12, 0.37), (1.22, 0.37), (1.38, 0.2), (-1.28, 0.2)], deepen(color, 0.5))
    st.box(-1.5, 0.03, 3.2, 0.08, color, 0.4)
    st.form([(-1.2, 0.4), (-1.05, 2.25), (1.55, 2.25), (1.4, 0.4)], deepen(color, 0.4), 0.4, 0.03)
    st.flat([(-1.08, 0.5), (-0.95, 2.14), (1.43, 2.14), (1.3, 0.5)], screen)
    return st.svg()


def cup(art: Art, x: float, y: float, s: float, color: str, steam: bool = True) -> str:
    """A tea cup on its saucer."""
    st = Stamp(art, x, y, s)
    st.disc(0, 0.06, 0.8, deepen(color, 0.2), 0.13)
    st.disc(0, 0.1, 0.74, color, 0.11, 0.4)
    st.line([(0.42, 0.75), (0.78, 0.7), (0.72, 0.38), (0.38, 0.32)], color, 0.1, 0.6)
    st.form(
        [(-0.5, 0.9), (-0.44, 0.4), (-0.22, 0.12), (0.22, 0.12), (0.44, 0.4), (0.5, 0.9)],
        color,
        0.7,
        0.25,
    )
    st.disc(0, 0.9, 0.5, lift(color, 0.3), 0.12)
    st.disc(0, 0.89, 0.42, "#8a4a24", 0.085)
    if steam:
        for dx in (-0.14, 0.14):
            st.line(
                [(dx, 1.05), (dx + 0.12, 1.35), (dx - 0.08, 1.65), (dx + 0.06, 1.95)],
                art.p.light,
                0.05,
                0.7,
                0.5,
            )
    return st.svg()


def pen(art: Art, start: Point, end: Point, width: float, color: str, nib: str) -> str:
    """A pen from its tail to its nib."""
    neck = start + (end - start) * 0.84
    out = art.form(limb([start, neck], [width, width * 0.9]), color, amount=0.6, angle="down")
    tip = [
        neck + (end - start) / abs(end - start) * 1j * width * 0.4,
        end,
        neck - (end - start) / abs(end - start) * 1j * width * 0.4,
    ]
    return out + art.form(poly(tip), nib, amount=0.4)


def cord(art: Art, points: Sequence[Point], color: str, width: float = 3) -> str:
    """A hanging cord."""
    return art.line(smooth(list(points), closed=False), color, width)


def glow_bulbs(art: Art, start: Point, end: Point, sag: float, count: int, color: str) -> str:
    """A string of bulbs."""
    points = [
        start + (end - start) * t + 1j * sag * 4 * t * (1 - t)
        for t in [i / count for i in range(count + 1)]
    ]
    out = cord(art, points, art.p.ink, 2.5)
    for p in points[1:-1]:
        out += art.glow(p + 8j, 34, color, 0.8) + art.flat(ellipse(p + 8j, 5, 7), lift(color, 0.6))
    return out


def bunting(
    art: Art,
    start: Point,
    end: Point,
    sag: float,
    count: int,
    inks: Sequence[str],
    size: float = 34,
) -> str:
    """A line of paper flags in the truck painters' colors."""
    spots = [
        start + (end - start) * (i / count) + 1j * sag * 4 * (i / count) * (1 - i / count)
        for i in range(count + 1)
    ]
    out = cord(art, spots, art.p.ink, 2)
    for i, (a, b) in enumerate(itertools.pairwise(spots)):
        tone = inks[i % len(inks)]
        edge = (b - a) * 0.08
        mid = (a + b) / 2 + 1j * size
        out += art.form(f"M{at(a + edge)}L{at(b - edge)}L{at(mid)}Z", tone, amount=0.4)
    return out
