"""Rickshaws, buses, painted trucks, tankers, tractors."""

from __future__ import annotations

from pictures.art import Art
from pictures.color import deepen, lift, mix
from pictures.geometry import star
from pictures.stamp import Stamp


def rickshaw(
    art: Art, x: float, y: float, s: float, color: str, face: int = 1, hood: str = ""
) -> str:
    """A three-wheeler from the side, four units long."""
    st = Stamp(art, x, y, s, face)
    hood = hood or deepen(art.p.ink, 0.1)
    st.shadow(0, 2.1, 0.16)
    glass = mix(art.p.sky[1], art.p.light, 0.4)
    st.form(
        [
            (-1.75, 0.5),
            (-1.85, 1.9),
            (-1.7, 2.35),
            (0.5, 2.45),
            (1.0, 2.2),
            (1.45, 1.3),
            (1.2, 0.6),
        ],
        deepen(color, 0.6),
        0.5,
    )
    st.form([(0.95, 2.1), (1.4, 1.25), (0.7, 1.25), (0.6, 2.15)], glass, 0.3)
    st.flat([(-0.5, 0.75), (-0.5, 2.1), (0.5, 2.1), (0.5, 0.75)], deepen(color, 0.78))
    st.form(
        [(-0.7, 0.8), (-0.7, 1.3), (-0.2, 1.35), (-0.1, 0.95), (0.3, 0.95), (0.3, 0.8)],
        deepen(art.p.accent, 0.3),
        0.4,
    )
    st.form(
        [
            (-1.95, 1.45),
            (-1.95, 2.1),
            (-1.7, 2.5),
            (-0.6, 2.62),
            (0.6, 2.55),
            (1.05, 2.25),
            (0.98, 2.1),
            (0.5, 2.2),
            (-0.5, 2.2),
            (-0.62, 1.4),
        ],
        hood,
        0.7,
        0.18,
    )
    st.form(
        [
            (-2.0, 0.45),
            (-2.0, 1.45),
            (-0.6, 1.4),
            (-0.45, 0.8),
            (0.55, 0.75),
            (0.75, 1.3),
            (1.4, 1.3),
            (1.75, 0.95),
            (1.78, 0.6),
            (1.2, 0.42),
        ],
        color,
        0.7,
        0.1,
    )
    st.line([(-1.95, 1.1), (-0.6, 1.06)], lift(color, 0.45), 0.07)
    for i in range(4):
        c = st.p(-1.75 + i * 0.32, 0.82)
        st.out.append(art.flat(star(c, 0.12 * s, 0.05 * s, 6), art.p.spark))
    st.disc(1.66, 1.02, 0.14, art.p.light)
    st.wheel(-1.35, 0.42)
    st.wheel(1.45, 0.38)
    st.form(
        [
            (1.0, 0.62),
            (1.15, 0.88),
            (1.75, 0.88),
            (1.9, 0.5),
            (1.75, 0.62),
            (1.5, 0.74),
            (1.2, 0.7),
        ],
        deepen(color, 0.35),
        0.4,
        0.3,
    )
    return st.svg()


def bus(
    art: Art,
    x: float,
    y: float,
    s: float,
    color: str,
    face: int = 1,
    length: float = 7,
    bays: int = 6,
    band: str = "",
    glass: str = "",
) -> str:
    """A bus from the side; ``length`` units long, under three high."""
    st = Stamp(art, x, y, s, face)
    half = length / 2
    glass = glass or mix(art.p.ink, art.p.sky[1], 0.35)
    st.shadow(0, half * 1.05, 0.18)
    st.form(
        [
            (-half, 0.5),
            (-half, 2.75),
            (-half + 0.2, 2.95),
            (half - 0.4, 2.95),
            (half - 0.1, 2.6),
            (half, 1.4),
            (half, 0.5),
        ],
        color,
        0.7,
        0.1,
    )
    st.form(
        [(-half + 0.15, 1.6), (-half + 0.15, 2.55), (half - 0.18, 2.55), (half - 0.06, 1.6)],
        glass,
        0.4,
    )
    step = (length - 1.2) / bays
    for i in range(1, bays + 1):
        gx = -half + 0.15 + i * step
        st.line([(gx, 1.6), (gx, 2.55)], color, 0.09)
    for i in range(bays):
        gx = -half + 0.3 + i * step
        st.flat(
            [(gx, 1.66), (gx + 0.2, 1.66), (gx + 0.6, 2.5), (gx + 0.4, 2.5)], art.p.light, 0, 0.2
        )
    st.form([(-half, 0.95), (-half, 1.3), (half, 1.3), (half, 0.95)], band or art.p.spark, 0.5)
    st.disc(half - 0.12, 0.78, 0.13, art.p.light)
    for wx in (-half + 1.3, half - 1.4):
        st.disc(wx, 0.5, 0.62, deepen(color, 0.6))
        st.wheel(wx, 0.48)
    return st.svg()


def truck(art: Art, x: float, y: float, s: float, color: str, face: int = 1) -> str:
    """A painted truck with its crown over the cab, seven units long."""
    st = Stamp(art, x, y, s, face)
    p = art.p
    st.shadow(0, 3.7, 0.2)
    st.form([(-3.4, 0.8), (-3.4, 3.3), (1.5, 3.3), (1.5, 0.8)], color, 0.7)
    for i in range(9):
        px = -3.2 + i * 0.52
        st.box(px, 1.15, 0.42, 1.0, (p.spark, p.accent, p.light)[i % 3], 0.5)
        st.out.append(
            art.flat(star(st.p(px + 0.21, 1.65), 0.2 * s, 0.09 * s, 8), deepen(color, 0.5))
        )
        st.box(px, 2.3, 0.42, 0.75, mix(color, (p.light, p.spark)[i % 2], 0.35), 0.4)
    st.line([(-3.4, 2.22), (1.5, 2.22)], p.light, 0.06)
    st.form(
        [(1.5, 0.7), (1.5, 3.5), (2.9, 3.5), (3.05, 2.2), (3.4, 1.9), (3.4, 0.7)],
        deepen(color, 0.25),
        0.6,
    )
    st.form([(1.9, 2.1), (1.9, 2.95), (2.85, 2.95), (2.95, 2.1)], mix(p.ink, p.sky[1], 0.45), 0.3)
    st.form([(1.2, 3.45), (1.4, 4.3), (2.2, 4.6), (3.2, 4.2), (3.3, 3.45)], p.spark, 0.6, 0.2)
    st.out.append(art.flat(star(st.p(2.25, 3.95), 0.34 * s, 0.16 * s, 8), p.accent))
    st.box(1.5, 1.2, 1.9, 0.22, p.light, 0.4)
    for i in range(8):
        st.line([(-3.2 + i * 0.6, 0.8), (-3.2 + i * 0.6, 0.5)], p.spark, 0.05)
    st.disc(3.33, 1.0, 0.15, p.light)
    for wx in (-2.6, -1.5, 2.5):
        st.wheel(wx, 0.55)
    return st.svg()


def tanker(art: Art, x: float, y: float, s: float, color: str, face: int = 1) -> str:
    """A water tanker, seven units long."""
    st = Stamp(art, x, y, s, face)
    st.shadow(0, 3.6, 0.2)
    st.box(-3.3, 0.7, 5.2, 0.25, deepen(art.p.ink, 0.1))
    st.form(
        [
            (-3.4, 1.2),
            (-3.45, 1.9),
            (-3.3, 2.7),
            (-2.9, 2.95),
            (1.1, 2.95),
            (1.5, 2.7),
            (1.62, 1.9),
            (1.5, 1.15),
            (1.1, 0.95),
            (-3.0, 0.95),
        ],
        color,
        0.85,
        0.2,
        "down",
    )
    for bx in (-2.4, -0.9, 0.6):
        st.line([(bx, 0.97), (bx, 2.94)], deepen(color, 0.35), 0.07)
    st.line([(-3.3, 2.45), (1.45, 2.45)], lift(color, 0.5), 0.1, opacity=0.8)
    st.box(-1.3, 2.9, 0.8, 0.25, deepen(color, 0.3))
    cab = art.p.accent
    st.form([(1.8, 0.6), (1.8, 2.95), (2.8, 3.0), (3.15, 1.9), (3.5, 1.7), (3.5, 0.6)], cab, 0.7)
    st.form(
        [(2.1, 1.85), (2.1, 2.65), (2.72, 2.68), (2.95, 1.85)], mix(art.p.ink, art.p.sky[1], 0.5)
    )
    st.line([(1.8, 1.45), (3.5, 1.45)], lift(cab, 0.5), 0.07)
    st.disc(3.42, 1.0, 0.14, art.p.light)
    for wx in (-2.6, -1.55, 2.65):
        st.wheel(wx, 0.52)
    return st.svg()


def tractor(art: Art, x: float, y: float, s: float, color: str, face: int = 1) -> str:
    """A small farm tractor, three units long."""
    st = Stamp(art, x, y, s, face)
    dark = deepen(art.p.ink, 0.1)
    st.shadow(0.2, 2, 0.14)
    st.box(0.2, 0.7, 1.5, 0.25, dark)
    st.form([(0.1, 0.9), (0.1, 1.6), (1.7, 1.5), (1.85, 1.35), (1.85, 0.85)], color, 0.7, 0.08)
    st.line([(0.9, 1.6), (0.9, 2.3)], dark, 0.09)
    st.form([(-1.2, 1.0), (-1.0, 1.75), (-0.3, 1.8), (0.1, 1.1)], deepen(color, 0.15), 0.6, 0.4)
    st.line([(-0.1, 1.2), (0.25, 1.9)], dark, 0.06)
    st.line([(0.1, 1.98), (0.4, 1.82)], dark, 0.09)
    for lx in (-1.05, 0.15):
        st.line([(lx, 1.5), (lx, 2.9)], dark, 0.07)
    st.form([(-1.3, 2.9), (-1.2, 3.05), (0.4, 3.0), (0.4, 2.88)], color, 0.5)
    st.wheel(-0.6, 0.9, hub=art.p.spark)
    st.wheel(1.45, 0.5, hub=art.p.spark)
    return st.svg()
