"""Panels on a trolley pump clear water to a wheat field."""

from __future__ import annotations

from pictures.art import Art
from pictures.color import deepen, lift, mix
from pictures.figure import Pose
from pictures.geometry import Point, box, ellipse, poly, smooth
from pictures.land import cloud, haze, sky, sun
from pictures.palette import BUSINESS
from pictures.people import person
from pictures.plants import palm, tree, tuft
from pictures.scenes.cast import man
from pictures.scenes.registry import scene
from pictures.stamp import Stamp
from pictures.things import Quad, inside, patch
from pictures.vehicles import tractor


def _panels(art: Art, quad: Quad, columns: int, rows: int) -> str:
    """A bank of solar panels lying in a tilted quad."""
    p = art.p
    low = [q + 16j for q in quad]
    out = art.flat(poly([quad[3], quad[2], low[2], low[3]]), deepen(p.near, 0.4))
    out += art.flat(poly([quad[1], quad[2], low[2], low[1]]), deepen(p.near, 0.3))
    out += art.flat(poly(list(quad)), lift(p.far, 0.6))
    for r in range(rows):
        for c in range(columns):
            u, v = c / columns, r / rows
            cell = patch(quad, u + 0.008, v + 0.016, 1 / columns - 0.016, 1 / rows - 0.032)
            out += art.wash(cell, "#2c6f9a", "#123a63", "slant")
            for k in (1, 2, 3):
                a = inside(quad, u + k / 4 / columns, v + 0.02)
                b = inside(quad, u + k / 4 / columns, v + 1 / rows - 0.02)
                out += art.line(poly([a, b], False), "#7fb3cc", 1, 0.5)
            for k in range(1, 6):
                a = inside(quad, u + 0.01, v + k / 6 / rows)
                b = inside(quad, u + 1 / columns - 0.01, v + k / 6 / rows)
                out += art.line(poly([a, b], False), "#7fb3cc", 1, 0.5)
    gleam = poly(
        [
            inside(quad, 0.12, 0),
            inside(quad, 0.3, 0),
            inside(quad, 0.14, 1),
            inside(quad, 0.0, 1),
            inside(quad, 0, 0.5),
        ]
    )
    return out + art.flat(gleam, "#ffffff", 0.2)


@scene("19-solar-trolley", BUSINESS)
def solar_trolley(art: Art) -> None:
    """Panels on a trolley pump clear water to a wheat field."""
    p = art.p
    art.add(sky(art, 520, ("#4fa3ab", "#a8d3c6", "#f6eac0")))
    art.add(sun(art, 420 + 130j, 58, "#fffbe6", 6))
    art.add(
        cloud(art, 900, 190, 460, p.light, 0.8),
        cloud(art, 1220, 110, 330, p.light, 0.6),
        cloud(art, 40, 270, 300, p.light, 0.6),
    )
    for i in range(26):
        x = -20 + i * 66 + art.rng.uniform(-18, 18)
        art.add(
            tree(
                art, x, 524, art.rng.uniform(44, 92), mix(p.far, p.mid, 0.35), p.mid, 300 + i, 0.55
            )
        )
    for x, h in ((1230, 200), (1285, 160), (90, 190)):
        art.add(palm(art, x, 526, h, mix(p.mid, p.far, 0.3), "#8a7650", x))
    art.add(haze(art, 505, 90, p.sky[2], 0.7))
    wheat = "#7fa552"
    art.add(art.wash(box(-10, 518, 1620, 500), mix(wheat, p.sky[2], 0.4), "#3f7440"))
    for i in range(15):
        y = 528 + 300 * (i / 14) ** 1.7
        art.add(
            art.line(
                smooth(
                    [
                        complex(-20, y + 4),
                        complex(500, y - 3),
                        complex(1100, y + 4),
                        complex(1620, y),
                    ],
                    False,
                ),
                lift(wheat, 0.25),
                1 + i * 0.35,
                0.5,
            )
        )
    for i in range(150):
        t = (i / 150) ** 1.4
        y = 536 + 210 * t
        art.add(
            tuft(
                art,
                art.rng.uniform(-10, 1610),
                y + 12,
                14 + 44 * t,
                mix("#93b45c", "#4f8a47", art.rng.random()),
                i,
                5,
            )
        )
    bank = smooth(
        [-30 + 742j, 420 + 752j, 900 + 740j, 1640 + 764j, 1640 + 1020j, -30 + 1020j], ease=0.5
    )
    art.add(art.form(bank, "#c79a5d", "#7a5530", 0.7, "down", 0.1))
    channel = smooth(
        [
            -30 + 880j,
            300 + 868j,
            640 + 850j,
            940 + 862j,
            1040 + 890j,
            900 + 930j,
            560 + 950j,
            200 + 985j,
            -30 + 1000j,
        ],
        ease=0.6,
    )
    art.add(
        art.form(
            smooth(
                [
                    z + (8j if z.imag > 900 else -14j)
                    for z in (
                        -30 + 880j,
                        300 + 868j,
                        640 + 850j,
                        940 + 862j,
                        1062 + 890j,
                        900 + 936j,
                        560 + 958j,
                        200 + 993j,
                        -30 + 1008j,
                    )
                ],
                ease=0.6,
            ),
            "#8f6a3f",
            amount=0.5,
        )
    )
    art.add(art.wash(channel, "#a6dfdc", "#3b9ca6"))
    for _ in range(40):
        x, y = art.rng.uniform(-20, 960), art.rng.uniform(868, 985)
        w = art.rng.uniform(20, 90)
        wave = smooth(
            [complex(x, y), complex(x + w / 2, y - 3), complex(x + w, y), complex(x + w / 2, y + 3)]
        )
        art.add(art.clipped(channel, art.flat(wave, "#effaf4", 0.6)))
    st = Stamp(art, 830, 800, 100)
    st.shadow(0.3, 2.9, 0.2)
    st.box(-2.3, 0.78, 4.6, 0.2, deepen(p.accent, 0.3))
    st.form([(-2.2, 0.98), (-2.2, 1.35), (2.2, 1.35), (2.2, 0.98)], p.accent, 0.6)
    for i in range(7):
        st.box(-2.1 + i * 0.62, 1.02, 0.5, 0.28, (p.spark, p.mid, p.light)[i % 3], 0.4)
    for lx, ly in ((-1.7, 1.9), (1.75, 2.7), (-0.2, 2.3)):
        st.rod([(lx, 1.3), (lx, ly)], [0.09, 0.09], "#8b979a")
    st.line([(-1.7, 1.4), (1.75, 2.6)], "#8b979a", 0.06)
    st.line([(2.2, 0.85), (3.3, 0.8)], deepen(p.ink, 0.1), 0.14)
    art.add(st.svg())
    art.add(tractor(art, 1290, 800, 92, "#b8452b"))
    bank_quad: Quad = (742 + 415j, 1088 + 448j, 940 + 662j, 520 + 606j)
    art.add(_panels(art, bank_quad, 5, 3))
    wheels = Stamp(art, 830, 800, 100)
    wheels.wheel(-1.1, 0.44, hub=p.spark)
    wheels.wheel(1.0, 0.44, hub=p.spark)
    art.add(wheels.svg())
    art.add(art.line(smooth([700 + 690j, 650 + 740j, 640 + 800j, 600 + 806j], False), "#2c3338", 9))
    art.add(
        art.form(box(356, 772, 250, 40, 6), "#6f8f96", "#12313a", 0.7, "down"),
        art.form(ellipse(360 + 792j, 12, 25), "#2a4b54"),
    )
    art.add(art.form(box(540, 752, 60, 84, 8), p.near, amount=0.6))
    gush = smooth(
        [
            362 + 774j,
            300 + 782j,
            238 + 830j,
            204 + 900j,
            250 + 912j,
            318 + 905j,
            300 + 860j,
            330 + 826j,
            364 + 812j,
        ],
        ease=0.6,
    )
    art.add(art.wash(gush, "#e9faf4", "#79c5cb"))
    for k in range(5):
        way = smooth(
            [
                complex(360, 780 + k * 6),
                complex(306 - k * 2, 794 + k * 8),
                complex(256 + k * 8, 850 + k * 6),
                complex(230 + k * 15, 904),
            ],
            False,
        )
        art.add(art.line(way, "#ffffff", 4, 0.8))
    for _ in range(34):
        c = complex(art.rng.gauss(255, 50), 905 - abs(art.rng.gauss(0, 17)))
        art.add(art.flat(ellipse(c, art.rng.uniform(3, 10)), "#f4fdf8", 0.85))

    def spade(far: Point, near: Point) -> str:
        out = art.line(poly([near + (4 - 80j), near + (-16 + 150j)], False), "#7a5530", 9)
        blade = [near + z for z in (-38 + 140j, 10 + 146j, 4 + 200j, -20 + 218j, -40 + 194j)]
        return out + art.form(smooth(blade, ease=0.3), "#a9b4b4", amount=0.5)

    farmer = man(
        art,
        5,
        top="#f4ead2",
        bottom="#f4ead2",
        hat=("turban", p.accent),
        beard="#e8e2d6",
        vest=None,
    )
    art.add(
        person(
            art,
            1120,
            962,
            420,
            farmer,
            Pose(turn=0.45, near_arm=(28, 72), far_arm=(6, 16), nod=6),
            -1,
            spade,
        ).svg
    )
    for i in range(22):
        art.add(
            tuft(
                art,
                1260 + i * 18 + art.rng.uniform(-10, 10),
                1014,
                120 + art.rng.uniform(-30, 40),
                mix("#6f9a48", "#2c5c38", art.rng.random()),
                900 + i,
                6,
            )
        )
