"""Empty chairs at a round table above a river city in late autumn."""

from __future__ import annotations

import math

from pictures.art import Art
from pictures.buildings import skyline
from pictures.color import deepen, lift, mix
from pictures.geometry import Point, box, ellipse
from pictures.land import haze, ridge, sky, sun, water
from pictures.palette import WORLD
from pictures.plants import tree
from pictures.scenes.registry import scene
from pictures.stamp import Stamp


@scene("06-seoul-dialogue", WORLD)
def round_table(art: Art) -> None:
    """Empty chairs at a round table above a river city in late autumn."""
    p = art.p
    art.add(sky(art, 560, ("#474f8c", "#c08f97", "#f4cf98")))
    art.add(sun(art, 1085 + 150j, 42, "#fff0cb", 6))
    art.add(ridge(art, 450, 270, 9, mix(p.far, p.mid, 0.35), mist="#dba98f", soft=True))
    art.add(haze(art, 470, 120, "#f4cf98", 0.6))
    art.add(
        skyline(art, 500, 5, mix(p.far, p.mid, 0.4), low=20, high=110, widths=(26, 60), windows=0.5)
    )
    art.add(
        skyline(
            art, 520, 8, mix(p.mid, p.near, 0.15), low=20, high=170, widths=(34, 74), windows=0.8
        )
    )
    art.add(water(art, 515, 720, "#e9bd93", p.mid, "#ffe6b8", 1085, 70))
    for y, h, tone in ((530, 16, p.mid), (576, 26, p.near)):
        art.add(art.flat(box(-10, y, 1620, h * 0.32), tone))
        for i in range(int(1620 / (h * 6)) + 1):
            x = i * h * 6
            way = f"M{x} {y + h * 0.3}q{h * 3} {-h * 2.1} {h * 6} 0"
            art.add(
                art.line(way, tone, h * 0.16), art.flat(box(x - h * 0.2, y, h * 0.4, h * 1.3), tone)
            )
    for i in range(15):
        tx = 20 + i * 116 + art.rng.uniform(-30, 30)
        gold = mix("#e8b02f", "#c77a2a", art.rng.random() * 0.6)
        art.add(tree(art, tx, 740, 190 + art.rng.uniform(0, 50), gold, "#4a3040", 60 + i, 0.42))
    frame = deepen(p.ink, 0.05)
    for x in (-12, 388, 800, 1212, 1586):
        art.add(art.form(box(x, 0, 26, 700), frame, amount=0.2))
    art.add(art.flat(box(0, 0, 1600, 40), frame), art.flat(box(0, 668, 1600, 40), frame))
    art.add(art.wash(box(0, 700, 1600, 310), deepen(p.near, 0.25), deepen(p.ink, 0.2)))
    center, rx, ry = 800 + 835j, 640, 150
    for i in range(7):
        a = math.radians(202 + i * 22.6)
        art.add(_chair(art, center + complex(math.cos(a) * 690, math.sin(a) * 178 - 6), 150, False))
    for k, tone in ((34, deepen(p.ink, 0.3)), (18, mix(p.near, "#6b3f35", 0.5))):
        art.add(art.flat(ellipse(center + 1j * k, rx, ry), tone))
    wood = mix("#a8694a", p.mid, 0.25)
    art.add(art.form(ellipse(center, rx, ry), wood, p.ink, 0.8, "left", 0.2))
    art.add(art.grained(ellipse(1020 + 790j, 330, 60), "#ffdca2", 0.8, "down", 0))
    art.add(
        art.flat(ellipse(center + 4j, 360, 76), deepen(wood, 0.5)),
        art.form(ellipse(center + 12j, 350, 68), mix(p.near, wood, 0.2), amount=0.5),
    )
    for i in range(9):
        a = math.radians(186 + i * 21)
        spot = center + complex(math.cos(a) * 520, math.sin(a) * 112 + 2)
        art.add(_place(art, spot, 30 + 8 * math.sin(a), i))
    for i in range(4):
        a = math.radians(28 + i * 41)
        spot = center + complex(math.cos(a) * 505, math.sin(a) * 108)
        art.add(_place(art, spot, 44, i + 1))
    for x, s in ((330, 300), (800, 330), (1270, 300)):
        art.add(_chair(art, complex(x, 1080), s, True))


def _chair(art: Art, foot: Point, s: float, back: bool) -> str:
    st = Stamp(art, foot.real, foot.imag, s)
    tone = deepen(art.p.near, 0.45 if back else 0.15)
    st.form(
        [
            (-0.42, 0),
            (-0.46, 0.55),
            (-0.34, 0.86),
            (0, 0.92),
            (0.34, 0.86),
            (0.46, 0.55),
            (0.42, 0),
        ],
        tone,
        0.6,
        0.4,
    )
    if not back:
        st.form(
            [
                (-0.33, 0),
                (-0.36, 0.5),
                (-0.26, 0.75),
                (0, 0.8),
                (0.26, 0.75),
                (0.36, 0.5),
                (0.33, 0),
            ],
            lift(tone, 0.12),
            0.6,
            0.4,
        )
    else:
        st.line([(-0.3, 0.84), (0, 0.9), (0.32, 0.82)], art.p.accent, 0.012, 0.5, 0.7)
    return st.svg()


def _place(art: Art, at: Point, s: float, i: int) -> str:
    p = art.p
    st = Stamp(art, at.real, at.imag, s)
    st.form([(-1.0, -0.25), (-0.75, 0.3), (0.55, 0.3), (0.5, -0.25)], p.light, 0.4)
    st.form([(0.85, 0), (0.78, 1.05), (1.32, 1.05), (1.25, 0)], "#d9e4e8", 0.5)
    st.flat([(0.84, 0.05), (0.81, 0.6), (1.29, 0.6), (1.26, 0.05)], "#9fbccb", 0, 0.8)
    st.line([(0.9, 0.1), (0.88, 0.95)], "#ffffff", 0.07)
    if i % 2 == 0:
        st.line([(-1.9, 0.1), (-1.8, 0.7), (-1.35, 0.7), (-1.25, 0.1)], p.ink, 0.12, 0.6)
        st.disc(-1.9, 0.08, 0.2, p.ink)
        st.disc(-1.25, 0.08, 0.2, p.ink)
    else:
        st.line([(-1.5, 0), (-1.45, 0.7), (-1.2, 1.0)], p.ink, 0.09, 0.4)
        st.disc(-1.16, 1.03, 0.12, p.accent)
    return st.svg()
