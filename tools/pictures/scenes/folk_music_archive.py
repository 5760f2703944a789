"""An elder sings to a microphone at sunset in Thar."""

from __future__ import annotations

import math

from pictures.art import Art
from pictures.color import deepen, mix
from pictures.figure import Pose, Reach
from pictures.geometry import Point, at, box, ellipse, limb, poly, smooth
from pictures.land import below, crest, haze, sky, sun
from pictures.motifs import ajrak
from pictures.palette import CULTURE
from pictures.people import SKINS, Look, person
from pictures.plants import canopy, puff, tuft
from pictures.scenes.registry import scene
from pictures.stamp import Stamp


def _hut(art: Art, x: float, y: float, s: float) -> str:
    """A round thatched chaunra with a painted band."""
    st = Stamp(art, x, y, s)
    wall = "#c98a62"
    st.shadow(0.2, 1.5, 0.14)
    st.form([(-1.15, 0), (-1.1, 1.0), (1.1, 1.0), (1.15, 0), (0, -0.12)], wall, 0.8, 0.08)
    st.form(
        [(-1.14, 0.12), (-1.14, 0.3), (0, 0.2), (1.14, 0.3), (1.14, 0.12), (0, 0.0)],
        "#f0d5a3",
        0.4,
        0.3,
    )
    for i in range(9):
        st.flat(
            [
                (-1.05 + i * 0.25, 0.12 - 0.08 * (1 - abs(i - 4) / 4)),
                (-0.95 + i * 0.25, 0.28 - 0.08 * (1 - abs(i - 4) / 4)),
                (-0.85 + i * 0.25, 0.12 - 0.08 * (1 - abs(i - 4) / 4)),
            ],
            art.p.mid,
        )
    st.form(
        [(-0.26, -0.1), (-0.26, 0.72), (0.26, 0.72), (0.26, -0.1)], deepen(wall, 0.65), 0.3, 0.06
    )
    thatch = "#a5763f"
    st.form(
        [
            (-1.55, 0.78),
            (-1.0, 1.25),
            (-0.4, 1.95),
            (0, 2.35),
            (0.4, 1.95),
            (1.0, 1.25),
            (1.55, 0.78),
            (0.8, 0.86),
            (0, 0.8),
            (-0.8, 0.86),
        ],
        thatch,
        0.85,
        0.25,
    )
    for i in range(15):
        a = -1.35 + 2.7 * i / 14
        st.line(
            [(a * 0.1, 2.25), (a * 0.6, 1.45), (a, 0.88)], deepen(thatch, 0.35), 0.025, 0.4, 0.6
        )
    for k in (1.15, 1.6):
        w = 1.1 * (2.35 - k) / 1.1
        st.line([(-w, k - 0.06), (0, k + 0.02), (w, k - 0.06)], deepen(thatch, 0.5), 0.035, 0.5)
    st.rod([(0, 2.25), (0, 2.6)], [0.12, 0.05], thatch)
    return st.svg()


@scene("30-folk-music-archive", CULTURE, light=1)
def desert_song(art: Art) -> None:
    """An elder sings to a microphone at sunset in Thar."""
    p = art.p
    art.add(sky(art, 640, ("#7b3a6c", "#e28a5f", "#fbd488")))
    art.add(sun(art, 1130 + 430j, 96, "#fff0c2", 4.5))
    for k, (y, tone) in enumerate(((560, "#d98a5c"), (610, "#c9744f"), (668, "#b5633f"))):
        line = crest(y + 40, 90, 60 + k, 9)
        art.add(art.form(smooth(below(line), ease=0.7), tone, deepen(tone, 0.5), 0.7, "down", 0.2))
        art.add(haze(art, y + 10, 90, "#f9c77d", 0.28))
    art.add(_hut(art, 1330, 680, 96), _hut(art, 1080, 654, 62), _hut(art, 1530, 664, 70))
    sand = smooth(
        [-30 + 700j, 400 + 690j, 900 + 716j, 1300 + 700j, 1640 + 720j, 1640 + 1020j, -30 + 1020j],
        ease=0.5,
    )
    art.add(art.form(sand, "#dc9a5c", "#6d3440", 0.8, "down", 0.05))
    for i in range(15):
        y = 760 + i * 18
        art.add(
            art.line(
                smooth(
                    [
                        complex(-20, y),
                        complex(300 + i * 9, y - 9),
                        complex(700, y + 6),
                        complex(1200 - i * 8, y - 7),
                        complex(1620, y),
                    ],
                    False,
                ),
                "#a8603f",
                2,
                0.3,
            )
        )
    bark = "#4f2a34"
    trunk = smooth(
        [
            150 + 900j,
            226 + 850j,
            246 + 640j,
            220 + 430j,
            120 + 260j,
            190 + 250j,
            270 + 370j,
            330 + 200j,
            400 + 190j,
            345 + 400j,
            470 + 280j,
            540 + 260j,
            380 + 480j,
            362 + 650j,
            388 + 860j,
            470 + 910j,
            300 + 890j,
        ],
        ease=0.45,
    )
    art.add(art.form(trunk, bark, p.ink, 0.85))
    for i in range(64):
        t = i / 64
        c = complex(
            300 + math.cos(i * 2.4) * 520 * art.rng.random() ** 0.6,
            80 + math.sin(i * 1.7) * 180 * art.rng.random(),
        )
        art.add(
            puff(
                art,
                c,
                art.rng.uniform(46, 92),
                mix("#3d4a34", mix("#7a8a4a", p.accent, 0.25), t),
                art.rng,
                18,
            )
        )
    art.add(art.painted(ellipse(760 + 940j, 560, 42), p.ink, 12, 0.35))
    _charpoy(art)
    singer = Look(
        "#f3e2c2",
        "#f3e2c2",
        hat=("turban", "#c8402f"),
        beard="#f1ece4",
        mustache="#f1ece4",
        skin=SKINS[3],
        vest="#7d2f4a",
    )

    def lute(far: Point, near: Point) -> str:
        gourd, peg = 640 + 735j, 884 + 452j
        way = (peg - gourd) / abs(peg - gourd)
        out = art.form(limb([gourd, peg], [20, 13]), "#7a4426", amount=0.6)
        bowl = [
            gourd + way * 1j * 4 + way * 60,
            gourd + way * 1j * 52 + way * 12,
            gourd + way * 1j * 46 - way * 46,
            gourd - way * 66,
            gourd - way * 1j * 46 - way * 46,
            gourd - way * 1j * 52 + way * 12,
        ]
        out += art.form(smooth(bowl, ease=0.7), "#b0692f", "#3d1a14", 0.8)
        out += art.line(ellipse(gourd - way * 6, 26), p.spark, 4) + art.flat(
            ellipse(gourd - way * 6, 12), "#3d1a14"
        )
        for k in (-4, 0, 4):
            out += art.line(
                poly([gourd - way * 44 + way * 1j * k, peg + way * 1j * k * 0.6], False),
                "#fbe9c3",
                1.6,
            )
        for k in range(4):
            q = peg - way * (6 + k * 18)
            out += art.line(poly([q, q + way * 1j * (22 if k % 2 else -22)], False), "#7a4426", 7)
        for k in range(5):
            tassel = gourd - way * 64 + complex(-8 + k * 5, 0)
            out += art.line(
                f"M{at(tassel)}l{-3 + k * 2} 46", (p.accent, "#c8402f", p.spark)[k % 3], 4
            )
        return out

    pose = Pose(
        turn=0.55, crossed=True, nod=-6, near_arm=Reach(648 + 716j), far_arm=Reach(815 + 540j)
    )
    art.add(person(art, 660, 830, 640, singer, pose, 1, lute, shadow=0).svg)
    guest = Look(
        "#4d1c4c", "#f0d9b0", skin=SKINS[2], scarf=None, style="braid", shawl=None, trim=p.accent
    )
    mic_at = 930 + 560j

    def mic(far: Point, near: Point) -> str:
        tip = mic_at
        out = art.line(poly([far, tip], False), "#221420", 11)
        out += art.form(ellipse(tip - 8 - 3j, 25, 19, 10), "#3a2a38", amount=0.6)
        out += art.line(smooth([far, far + 40 + 90j, near + 10 + 60j, near], False), "#221420", 4)
        deck = [near + z for z in (-34 - 26j, 34 - 26j, 34 + 34j, -34 + 34j)]
        out += art.form(poly(deck), "#2b1f33", amount=0.5) + art.flat(
            box(near.real - 26, near.imag - 18, 52, 24), "#f0b45c"
        )
        return out + art.flat(ellipse(near + 20 + 22j, 6), "#e0503f")

    art.add(
        art.form(box(1110, 806, 130, 16), "#7a4426"),
        art.form(box(1122, 820, 14, 120), "#5d3420"),
        art.form(box(1214, 820, 14, 120), "#5d3420"),
    )
    got = person(
        art,
        1180,
        945,
        560,
        guest,
        Pose(
            turn=0.45,
            far_leg=(82, 2),
            near_leg=(78, -4),
            near_arm=(14, 80),
            far_arm=Reach(1010 + 575j),
            nod=6,
        ),
        -1,
        mic,
    )
    art.add(got.svg)
    f = got.frame
    crown = [
        f.out(f.head + complex(*q)) for q in ((-1.6, 0.4), (-3.4, -6.6), (0.2, -9.0), (2.6, -7.6))
    ]
    art.add(art.line(smooth([crown[0], crown[1], crown[2]], False), "#221420", 9))
    art.add(
        art.form(ellipse(crown[0], 17, 23), "#c8402f", amount=0.6),
        art.flat(ellipse(crown[0], 8, 12), "#221420"),
    )
    for i in range(16):
        art.add(
            tuft(
                art,
                1380 + art.rng.uniform(-40, 220),
                1010,
                110,
                mix("#6d3a3a", "#9a5a3a", art.rng.random()),
                70 + i,
                5,
            )
        )
    art.add(canopy(art, (-80, 820, 260, 240), "#3d3a34", 9, 12))


def _charpoy(art: Art) -> None:
    """A woven cot with turned legs under an ajrak."""
    p = art.p
    for x in (420, 900):
        st = Stamp(art, x, 950, 1)
        st.form(
            [
                (-16, 0),
                (-22, 40),
                (-14, 70),
                (-24, 110),
                (-16, 150),
                (16, 150),
                (24, 110),
                (14, 70),
                (22, 40),
                (16, 0),
            ],
            "#8f3a2a",
            0.7,
            0.4,
        )
        for y in (40, 110):
            st.line([(-20, y), (20, y)], p.spark, 6)
        art.add(st.svg())
    art.add(art.form(box(390, 806, 540, 36, 12), "#8f3a2a", amount=0.6))
    for i in range(27):
        art.add(art.line(f"M{402 + i * 20} 808l12 32", p.light, 4, 0.8))
    art.add(ajrak(art, 470, 786, 390, 78, "#8a2438", "#fbe9c3", "#26306b"))
    for i in range(39):
        art.add(art.line(f"M{474 + i * 10} 864v14", "#8a2438", 3))
