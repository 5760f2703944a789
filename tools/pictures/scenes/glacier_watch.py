"""Two volunteers check a mast beside a turquoise lake."""

from __future__ import annotations

import math

from pictures.art import Art
from pictures.color import mix
from pictures.figure import Pose, Reach
from pictures.geometry import Point, box, poly, smooth
from pictures.land import boulder, cloud, haze, peak, sky, sun, water
from pictures.machines import mast
from pictures.palette import SCIENCE
from pictures.people import SKINS, Look, person
from pictures.scenes.registry import scene


@scene("28-glacier-watch", SCIENCE)
def glacier_watch(art: Art) -> None:
    """Two volunteers check a mast beside a turquoise lake."""
    p = art.p
    art.add(sky(art, 600, ("#2f6cb5", "#8fbfe0", "#fbe8c0")))
    art.add(sun(art, 300 + 210j, 44, "#fffbe8", 7))
    art.add(cloud(art, 980, 120, 420, "#ffffff", 0.6))
    snow = "#fbf8ee"
    art.add(peak(art, 760 + 90j, 220, 1300, 620, "#6f93c0", 111, snow, 0.7, "#4c74aa"))
    art.add(peak(art, 1290 + 140j, 880, 1800, 640, "#5f86b8", 115, snow, 0.62, "#41689f"))
    art.add(haze(art, 470, 200, "#dce9ee", 0.8))
    ice = smooth(
        [
            900 + 390j,
            1010 + 372j,
            1130 + 400j,
            1210 + 520j,
            1420 + 668j,
            760 + 668j,
            830 + 560j,
            880 + 470j,
        ],
        ease=0.5,
    )
    art.add(art.form(ice, "#dde7ea", "#7f9fc0", 0.7, "right", 0.1))
    marks = []
    for i in range(32):
        t = i / 31
        y, w = 390 + 285 * t, 150 + 430 * t
        mid = 1005 + 85 * t
        jag = [
            complex(
                mid + w * (k / 6 - 0.5) * 1.6,
                y + 14 * (0.4 + t) * math.cos((k - 3) * 0.5) + art.rng.uniform(-4, 4),
            )
            for k in range(7)
        ]
        marks.append(art.line(smooth(jag, False), "#7f9dba", 1 + 2.6 * t, 0.5))
    for dx in (-50, 10, 66):
        marks.append(
            art.line(
                smooth(
                    [
                        complex(1010 + dx * 0.5, 380),
                        complex(1020 + dx, 500),
                        complex(1080 + dx * 3, 680),
                    ],
                    False,
                    0.8,
                ),
                "#56647f",
                8,
                0.5,
            )
        )
    art.add(art.clipped(ice, *marks))
    lip = [complex(745 + i * 34, 668 - art.rng.uniform(14, 44)) for i in range(21)]
    art.add(art.flat(poly([*lip, 1430 + 690j, 745 + 690j]), "#a9cfdc", 0.9))
    art.add(peak(art, 260 + 190j, -340, 860, 700, "#2c558f", 121, snow, 0.3, "#153a70"))
    art.add(peak(art, 1640 + 260j, 1230, 2160, 700, "#234a84", 127, snow, 0.26, "#123163"))
    art.add(haze(art, 670, 110, "#d6e8ea", 0.6))
    art.add(art.flat(box(-10, 668, 1620, 340), "#2aa0ac"))
    art.add(water(art, 668, 900, "#7ed8d6", "#1b8b9c", "#effcf6", 900, 70))
    for i in range(9):
        x = 420 + i * 130
        drop = poly([complex(x, 670), complex(x + 60, 740 + 30 * (i % 3)), complex(x + 130, 670)])
        art.add(art.flat(drop, "#f2f7f2", 0.12))
    for x, y, w in ((900, 706, 46), (1010, 724, 30), (700, 716, 36), (1180, 704, 34)):
        art.add(
            art.form(
                poly(
                    [
                        complex(x - w, y),
                        complex(x - w * 0.5, y - w * 0.4),
                        complex(x + w * 0.1, y - w * 0.55),
                        complex(x + w, y),
                    ]
                ),
                "#f6faf5",
                "#6d94b6",
                0.6,
            )
        )
    shore = smooth(
        [
            -30 + 800j,
            260 + 826j,
            640 + 872j,
            1050 + 860j,
            1360 + 800j,
            1640 + 776j,
            1640 + 1020j,
            -30 + 1020j,
        ],
        ease=0.5,
    )
    art.add(art.form(shore, "#8d8f98", p.ink, 0.85, "down", 0.0))
    for _ in range(60):
        t = art.rng.random()
        bx, by = art.rng.uniform(-10, 1610), 900 + 105 * t
        if not 330 < bx < 920 or t > 0.85:
            art.add(
                boulder(
                    art,
                    bx,
                    by,
                    18 + 74 * t * art.rng.uniform(0.4, 1),
                    mix("#9a9ca5", p.near, art.rng.uniform(0, 0.5)),
                )
            )
    art.add(mast(art, 640, 945, 640, "#2b3c63"))
    left = Look(
        "#c9502f",
        "#26304f",
        cut="coat",
        hat=("beanie", "#f3e3b8"),
        skin=SKINS[2],
        shoe="#2a2230",
        scarf=None,
    )
    right = Look(
        p.accent,
        "#22304f",
        cut="coat",
        hat=("pakol", "#c9b08a"),
        skin=SKINS[4],
        shoe="#2a2230",
        beard="#3a2a22",
    )

    def book(far: Point, near: Point) -> str:
        quad = [far + z for z in (-44 - 26j, 26 - 38j, 40 + 16j, -30 + 28j)]
        return art.form(poly(quad), "#fbf3dc", amount=0.4) + art.line(
            poly([near + (-6 - 4j), near + (-22 - 30j)], False), p.ink, 5
        )

    art.add(
        person(
            art,
            480,
            965,
            440,
            left,
            Pose(turn=0.35, near_arm=Reach(606 + 760j), far_arm=Reach(612 + 720j), nod=4),
            1,
        ).svg
    )
    art.add(
        person(
            art,
            850,
            975,
            460,
            right,
            Pose(turn=0.5, near_arm=(26, 108), far_arm=(28, 92), nod=14),
            -1,
            book,
        ).svg
    )
    art.add(
        boulder(art, 130, 1005, 260, "#6f7686"),
        boulder(art, 1420, 1010, 320, "#6a7183"),
        boulder(art, 1220, 1000, 150, "#7d8494"),
    )
