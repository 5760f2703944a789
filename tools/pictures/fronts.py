"""Vehicles seen head on, and the light of their lamps."""

from __future__ import annotations

from pictures.art import Art
from pictures.color import deepen, lift, mix
from pictures.geometry import star
from pictures.stamp import Stamp


def rickshaw_front(art: Art, x: float, y: float, s: float, color: str, lamps: float = 0) -> str:
    """A three-wheeler coming toward us, two units wide."""
    st = Stamp(art, x, y, s)
    hood = deepen(art.p.ink, 0.05)
    st.shadow(0, 1.1, 0.1)
    for wx in (-0.78, 0.78):
        st.form([(wx - 0.12, 0), (wx - 0.12, 0.5), (wx + 0.12, 0.5), (wx + 0.12, 0)], hood, 0, 0.1)
    st.form(
        [
            (-1, 0.4),
            (-1.02, 1.3),
            (-0.9, 2.0),
            (-0.75, 2.3),
            (0, 2.42),
            (0.75, 2.3),
            (0.9, 2.0),
            (1.02, 1.3),
            (1, 0.4),
        ],
        hood,
        0.5,
        0.18,
    )
    st.form(
        [(-0.78, 1.3), (-0.7, 2.05), (0, 2.14), (0.7, 2.05), (0.78, 1.3)],
        mix(art.p.sky[1], hood, 0.35),
        0.4,
    )
    st.rod([(-0.25, 1.3), (-0.2, 1.75)], [0.5, 0.4], deepen(hood, 0.2), 0)
    st.disc(-0.2, 1.86, 0.14, "#8a5f45")
    st.form(
        [(-0.98, 0.4), (-1.0, 1.3), (1.0, 1.3), (0.98, 0.4), (0.4, 0.3), (-0.4, 0.3)],
        color,
        0.6,
        0.12,
    )
    st.form([(-0.4, 0.3), (-0.42, 1.2), (0.42, 1.2), (0.4, 0.3)], lift(color, 0.16), 0.5, 0.2)
    for dx in (-0.72, 0.72):
        st.out.append(art.flat(star(st.p(dx, 0.82), 0.16 * s, 0.07 * s, 8), art.p.spark))
    st.form([(-0.1, 0), (-0.1, 0.44), (0.1, 0.44), (0.1, 0)], deepen(hood, 0.4), 0, 0.1)
    st.disc(0, 1.0, 0.17, "#fff4d2")
    if lamps:
        st.out.append(art.glow(st.p(0, 1.0), lamps * s, "#ffe3a0", 0.95))
        st.disc(0, 1.0, 0.15, "#fffaf0")
    return st.svg()


def bus_front(
    art: Art, x: float, y: float, s: float, color: str, lamps: float = 0, crown: bool = False
) -> str:
    """A bus coming toward us, two units wide, under three high."""
    st = Stamp(art, x, y, s)
    dark = deepen(art.p.ink, 0.05)
    st.shadow(0, 1.25, 0.1)
    for wx in (-0.75, 0.75):
        st.form([(wx - 0.17, 0), (wx - 0.17, 0.5), (wx + 0.17, 0.5), (wx + 0.17, 0)], dark, 0)
    st.form(
        [
            (-1.05, 0.3),
            (-1.08, 1.2),
            (-1.0, 2.6),
            (-0.85, 2.78),
            (0.85, 2.78),
            (1.0, 2.6),
            (1.08, 1.2),
            (1.05, 0.3),
        ],
        color,
        0.6,
        0.1,
    )
    glass = mix(art.p.sky[1], dark, 0.45)
    st.form([(-0.92, 1.28), (-0.86, 2.3), (0.86, 2.3), (0.92, 1.28)], glass, 0.5)
    st.line([(0, 1.28), (0, 2.3)], color, 0.05)
    st.flat([(-0.6, 1.28), (-0.3, 1.28), (0.05, 2.3), (-0.25, 2.3)], art.p.light, 0, 0.18)
    st.box(-0.62, 2.4, 1.24, 0.24, art.p.spark, 0.3)
    st.box(-1.06, 0.98, 2.12, 0.12, art.p.light, 0.4)
    st.box(-1.08, 0.28, 2.16, 0.2, dark, 0.2)
    if crown:
        st.form(
            [(-1.0, 2.7), (-0.8, 3.2), (0, 3.45), (0.8, 3.2), (1.0, 2.7)], art.p.spark, 0.6, 0.2
        )
        for dx in (-0.5, 0, 0.5):
            st.out.append(art.flat(star(st.p(dx, 2.98), 0.19 * s, 0.09 * s, 8), art.p.accent))
    for dx in (-0.78, 0.78):
        st.disc(dx, 0.74, 0.15, "#fff4d2")
        if lamps:
            st.out.append(art.glow(st.p(dx, 0.74), lamps * s, "#ffe3a0", 0.95))
            st.disc(dx, 0.74, 0.14, "#fffaf0")
        st.line([(dx * 1.42, 1.5), (dx * 1.42, 2.0)], dark, 0.12)
    return st.svg()
