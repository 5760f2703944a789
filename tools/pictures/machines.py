"""Excavators, bulldozers, ships, a jet, a weather mast, a telescope."""

from __future__ import annotations

from pictures.art import Art
from pictures.color import deepen, lift, mix
from pictures.geometry import Point, limb, poly
from pictures.stamp import Stamp


def tracks(st: Stamp, x: float, w: float) -> None:
    """A crawler track with its rollers."""
    ink = deepen(st.art.p.ink, 0.2)
    st.form(
        [
            (x, 0.25),
            (x + 0.25, 0),
            (x + w - 0.25, 0),
            (x + w, 0.25),
            (x + w, 0.55),
            (x + w - 0.3, 0.8),
            (x + 0.3, 0.8),
            (x, 0.55),
        ],
        ink,
        0.3,
        0.1,
    )
    count = int(w / 0.5)
    for i in range(count):
        st.disc(x + 0.4 + (w - 0.8) * i / (count - 1), 0.38, 0.2, mix(ink, st.art.p.far, 0.45))


def excavator(
    art: Art,
    x: float,
    y: float,
    s: float,
    color: str,
    face: int,
    elbow: tuple[float, float],
    wrist: tuple[float, float],
) -> str:
    """An excavator; its boom goes to ``elbow``, its dipper to ``wrist``."""
    st = Stamp(art, x, y, s, face)
    tracks(st, -1.9, 3.8)
    st.box(-0.7, 0.8, 1.4, 0.25, deepen(color, 0.6))
    st.form([(-2.1, 1.05), (-2.2, 2.1), (-0.6, 2.15), (-0.6, 1.05)], deepen(color, 0.12), 0.7, 0.08)
    st.form([(-0.6, 1.05), (-0.6, 2.9), (0.5, 2.9), (0.95, 1.9), (0.95, 1.05)], color, 0.6)
    st.form(
        [(-0.4, 1.8), (-0.4, 2.72), (0.4, 2.72), (0.75, 1.9), (0.75, 1.8)],
        mix(art.p.ink, art.p.sky[1], 0.55),
        0.4,
    )
    st.rod(
        [(0.9, 1.4), (elbow[0] * 0.55 + 0.2, elbow[1] * 0.75 + 0.9), elbow],
        [0.5, 0.62, 0.34],
        color,
    )
    st.line([(1.0, 1.7), (elbow[0] * 0.6, elbow[1] * 0.85)], art.p.light, 0.09)
    st.rod([(elbow[0] - 0.35, elbow[1] + 0.35), elbow, wrist], [0.2, 0.4, 0.26], deepen(color, 0.1))
    wx, wy = wrist
    st.form(
        [
            (wx - 0.15, wy + 0.1),
            (wx + 0.5, wy - 0.2),
            (wx + 0.45, wy - 0.95),
            (wx - 0.2, wy - 1.15),
            (wx - 0.85, wy - 0.75),
            (wx - 0.5, wy - 0.6),
        ],
        deepen(art.p.near, 0.3),
        0.6,
        0.15,
    )
    return st.svg()


def bulldozer(art: Art, x: float, y: float, s: float, color: str, face: int = 1) -> str:
    """A crawler bulldozer pushing forward."""
    st = Stamp(art, x, y, s, face)
    tracks(st, -1.8, 3.4)
    st.form([(-1.6, 0.75), (-1.6, 1.5), (1.5, 1.5), (1.65, 0.75)], color, 0.7, 0.06)
    st.box(0.2, 1.4, 1.25, 0.25, deepen(color, 0.15))
    st.line([(0.9, 1.6), (0.9, 2.3)], art.p.ink, 0.1)
    st.form([(-1.3, 1.5), (-1.2, 2.75), (0.0, 2.75), (0.15, 1.5)], deepen(color, 0.1), 0.5)
    st.form(
        [(-1.05, 1.7), (-1.0, 2.55), (-0.15, 2.55), (-0.05, 1.7)], mix(art.p.ink, art.p.light, 0.5)
    )
    st.box(-1.4, 2.7, 1.6, 0.14, color)
    st.rod([(-0.6, 0.55), (1.2, 0.5), (2.1, 0.6)], [0.22, 0.22, 0.22], deepen(color, 0.35))
    st.form(
        [(2.1, 0), (1.95, 0.6), (2.05, 1.35), (2.3, 1.4), (2.2, 0.7), (2.45, 0.05)],
        deepen(color, 0.2),
        0.6,
        0.2,
    )
    return st.svg()


def jet(art: Art, x: float, y: float, s: float, color: str, face: int = 1) -> str:
    """An airliner coming in, nose up a little, wheels down; ten units long."""
    st = Stamp(art, x, y, s, face)
    dark = deepen(color, 0.35)

    def t(px: float, py: float) -> tuple[float, float]:
        return px * 0.997 - py * 0.07, py + px * 0.07

    def tilt(*spots: tuple[float, float]) -> list[tuple[float, float]]:
        return [t(*spot) for spot in spots]

    st.form(tilt((-0.3, 0.1), (-2.6, 1.5), (-3.1, 1.5), (-1.6, 0.1)), deepen(color, 0.2), 0.4)
    st.form(tilt((-4.2, 0.25), (-5.2, 2.0), (-4.6, 2.0), (-3.1, 0.45)), art.p.near, 0.5)
    st.form(
        tilt(
            (-5.1, 0.35),
            (-3.8, 0.5),
            (2.8, 0.52),
            (4.2, 0.32),
            (4.95, -0.05),
            (4.5, -0.35),
            (2.8, -0.5),
            (-2.6, -0.48),
            (-4.2, -0.05),
        ),
        color,
        0.8,
        0.28,
        "down",
    )
    for i in range(20):
        st.out.append(
            art.flat(
                limb(
                    [st.p(*t(-3 + i * 0.33, 0.14)), st.p(*t(-2.9 + i * 0.33, 0.14))],
                    [0.13 * s, 0.13 * s],
                ),
                art.p.near,
            )
        )
    st.form(tilt((3.9, 0.3), (4.4, 0.18), (4.1, 0.08), (3.7, 0.14)), art.p.ink, 0.3)
    st.rod(tilt((-0.1, -0.5), (1.1, -0.55)), [0.42, 0.36], dark)
    st.form(
        tilt((1.2, -0.2), (-2.0, -1.55), (-2.7, -1.5), (-1.1, -0.2)), mix(color, dark, 0.55), 0.7
    )
    st.form(tilt((-4.0, 0.1), (-5.4, -0.35), (-5.8, -0.3), (-4.9, 0.2)), dark, 0.4)
    for px in (3.3, -0.4):
        st.line(tilt((px, -0.4), (px, -1.0)), art.p.ink, 0.07)
        st.disc(*t(px, -1.05), 0.15, art.p.ink)
    return st.svg()


def ship(art: Art, x: float, y: float, s: float, color: str, face: int = 1) -> str:
    """A grey ship far off, ten units long."""
    st = Stamp(art, x, y, s, face)
    st.form([(-5, 0), (-5.2, 0.8), (3.6, 0.9), (5.6, 1.3), (4.6, 0)], color, 0.5)
    st.box(-2.6, 0.8, 3.4, 0.7, lift(color, 0.12), 0.5)
    st.box(-1.6, 1.5, 1.8, 0.6, lift(color, 0.08), 0.5)
    st.box(-0.9, 2.1, 0.6, 0.9, color, 0.5)
    st.line([(0.1, 2.1), (0.1, 3.6)], color, 0.1)
    st.line([(-0.4, 3.1), (0.6, 3.1)], color, 0.07)
    st.rod([(1.8, 1.1), (3.2, 1.3)], [0.4, 0.12], color)
    return st.svg()


def ferry(art: Art, x: float, y: float, s: float, color: str, face: int = 1) -> str:
    """A city ferry with a striped funnel, eight units long."""
    st = Stamp(art, x, y, s, face)
    st.form([(-4, 0), (-4.3, 0.7), (4.4, 0.75), (3.9, 0)], art.p.near, 0.5)
    st.box(-3.8, 0.7, 7.4, 0.75, color, 0.4)
    st.box(-2.9, 1.45, 5.6, 0.65, color, 0.4)
    for i in range(13):
        st.box(-3.5 + i * 0.53, 0.9, 0.32, 0.3, mix(art.p.ink, color, 0.3), 0)
    for i in range(10):
        st.box(-2.6 + i * 0.52, 1.62, 0.32, 0.26, mix(art.p.ink, color, 0.3), 0)
    st.box(1.4, 2.1, 1.0, 0.5, color, 0.4)
    st.form([(-0.6, 2.1), (-0.7, 3.1), (0.1, 3.1), (0.2, 2.1)], art.p.spark, 0.5)
    st.box(-0.68, 2.7, 0.8, 0.2, art.p.accent, 0.3)
    return st.svg()


def mast(art: Art, x: float, y: float, h: float, color: str) -> str:
    """A weather mast: cups, vane, a cabinet, a solar panel, stays."""
    st = Stamp(art, x, y, h)
    for dx in (-0.3, 0.26):
        st.line([(0, 0.72), (dx, 0)], color, 0.006, opacity=0.7)
    st.rod([(0, 0), (0, 0.5), (0, 0.97)], [0.03, 0.024, 0.018], color)
    st.line([(-0.2, 0.9), (0.2, 0.9)], color, 0.016)
    for dx in (-0.27, -0.13):
        st.form([(dx, 0.95), (dx + 0.05, 0.985), (dx + 0.05, 0.935)], art.p.accent, 0.5)
    st.line([(-0.2, 0.9), (-0.2, 0.96)], color, 0.012)
    st.line([(-0.26, 0.96), (-0.1, 0.96)], color, 0.009)
    st.line([(0.2, 0.9), (0.2, 0.97)], color, 0.012)
    st.form([(0.11, 0.965), (0.27, 0.965), (0.31, 1.0), (0.31, 0.935), (0.27, 0.965)], art.p.accent)
    st.form([(-0.06, 0.62), (-0.26, 0.54), (-0.22, 0.42), (-0.02, 0.5)], art.p.near, 0.5)
    for t in (0.33, 0.66):
        st.line(
            [(-0.06 - 0.2 * t, 0.62 - 0.08 * t), (-0.02 - 0.2 * t, 0.5 - 0.08 * t)],
            art.p.haze,
            0.005,
        )
    st.box(-0.05, 0.26, 0.11, 0.16, lift(color, 0.75), 0.6)
    return st.svg()


def telescope(art: Art, at: Point, s: float, color: str, aim: Point) -> str:
    """A reflector on a tripod; ``at`` is its mount, ``aim`` a direction."""
    way = aim / abs(aim)
    st = Stamp(art, at.real, at.imag, s)
    ink = deepen(art.p.ink, 0.1)
    for dx in (-0.75, 0.75, 0.1):
        st.rod([(0, -0.1), (dx, -2.0)], [0.14, 0.09], mix(ink, art.p.far, 0.25))
    st.disc(0, 0, 0.2, ink)
    back, front = at - way * s * 0.95 - 0.25j * s, at + way * s * 1.35 - 0.25j * s
    side = way * 1j * s * 0.29
    tube = poly([back + side, front + side, front - side, back - side])
    st.out.append(art.form(tube, color, deepen(color, 0.7), 0.85, "down"))
    for t in (0.12, 0.9):
        mid = back + (front - back) * t
        ring = poly(
            [
                mid + side * 1.12,
                mid + side * 1.12 + way * s * 0.13,
                mid - side * 1.12 + way * s * 0.13,
                mid - side * 1.12,
            ]
        )
        st.out.append(art.flat(ring, art.p.spark))
    finder = [back + (front - back) * 0.5 - side * 1.5, back + (front - back) * 0.8 - side * 1.5]
    st.out.append(art.flat(limb(finder, [0.14 * s, 0.14 * s]), ink))
    eye = back + (front - back) * 0.12 + side * 1.0
    st.out.append(art.flat(limb([eye, eye + side * 0.9], [0.14 * s, 0.18 * s]), ink))
    return st.svg()
