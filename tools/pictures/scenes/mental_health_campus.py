"""Two students on a bench; one speaks, one listens."""

from __future__ import annotations

import math

from pictures.art import Art
from pictures.buildings import round_arch
from pictures.color import deepen, lift, mix
from pictures.comforts import cup
from pictures.figure import Pose
from pictures.geometry import box, ellipse, smooth
from pictures.land import haze, sky, sun
from pictures.palette import HEALTH
from pictures.people import SKINS, Look, person
from pictures.plants import leaf_fall, puff
from pictures.scenes.registry import scene
from pictures.stamp import Stamp


@scene("26-mental-health-campus", HEALTH, light=1)
def campus_bench(art: Art) -> None:
    """Two students on a bench; one speaks, one listens."""
    p = art.p
    art.add(sky(art, 620, ("#b58fa0", "#f0bfa5", "#fde2b8")))
    art.add(sun(art, 1290 + 330j, 58, "#fff2d2", 6))
    brick = "#b5604f"
    art.add(art.form(box(-20, 250, 1640, 420), mix(brick, "#f6cfae", 0.42), p.mid, 0.4))
    for r in range(20):
        for c in range(26):
            if art.rng.random() < 0.25:
                art.add(
                    art.flat(
                        box(-20 + c * 64 + (r % 2) * 30, 256 + r * 20, 54, 14),
                        mix(brick, "#f6cfae", art.rng.uniform(0.2, 0.6)),
                        0.5,
                    )
                )
    art.add(
        art.form(box(-20, 226, 1640, 32), mix(brick, "#f6cfae", 0.2)),
        art.flat(box(-20, 268, 1640, 7), mix(brick, "#f6cfae", 0.15)),
    )
    for i in range(19):
        art.add(art.form(box(-20 + i * 90, 196, 50, 32), mix(brick, "#f6cfae", 0.25), amount=0.3))
    for i in range(8):
        x = -20 + i * 206
        art.add(art.form(round_arch(x, 660, 168, 340), mix(brick, "#f6cfae", 0.12), p.mid, 0.4))
        art.add(
            art.wash(
                round_arch(x + 17, 660, 134, 318),
                mix(p.near, brick, 0.5),
                mix("#f6cfae", brick, 0.45),
            )
        )
    art.add(haze(art, 600, 280, "#fbdcb6", 0.6))
    art.add(
        art.wash(box(-10, 650, 1620, 360), "#c9b184", "#6f6f5a"),
        art.grained(box(-10, 650, 1620, 360), "#4a4c48", 0.5, "down"),
    )
    walk = smooth(
        [
            900 + 655j,
            1080 + 655j,
            1180 + 760j,
            1640 + 850j,
            1640 + 1020j,
            1100 + 1020j,
            1010 + 800j,
        ],
        ease=0.5,
    )
    art.add(art.form(walk, "#e6cba4", "#8a7664", 0.5, "down"))
    bark = "#5d4048"
    trunk = smooth(
        [
            170 + 850j,
            262 + 800j,
            300 + 660j,
            290 + 480j,
            190 + 300j,
            90 + 190j,
            180 + 190j,
            290 + 300j,
            340 + 150j,
            410 + 150j,
            392 + 330j,
            520 + 220j,
            600 + 190j,
            500 + 320j,
            420 + 470j,
            424 + 660j,
            462 + 800j,
            570 + 856j,
            420 + 840j,
            330 + 862j,
        ],
        ease=0.45,
    )
    art.add(art.form(trunk, bark, p.ink, 0.85))
    for dx in (-34, 6, 44):
        art.add(
            art.line(
                smooth(
                    [
                        complex(355 + dx * 0.9, 420),
                        complex(352 + dx, 600),
                        complex(358 + dx * 1.5, 800),
                    ],
                    False,
                ),
                deepen(bark, 0.4),
                5,
                0.5,
            )
        )
    tones = ("#d98a4a", "#c9664a", "#e0a85a", "#9a6a4a")
    for i in range(60):
        t = i / 60
        leaf = complex(
            330 + math.cos(i * 2.4) * 620 * art.rng.random() ** 0.6,
            60 + math.sin(i * 1.7) * 170 * art.rng.random(),
        )
        art.add(
            puff(
                art,
                leaf,
                art.rng.uniform(60, 112),
                mix(deepen(tones[i % 4], 0.4), tones[(i + 1) % 4], t),
                art.rng,
            )
        )
    art.add(art.painted(ellipse(800 + 905j, 470, 44), p.ink, 12, 0.28))
    wood = "#8a5a48"
    for k in range(3):
        art.add(art.form(box(470, 560 + k * 54, 700, 34, 8), lift(wood, 0.05 * k), amount=0.5))
    for x in (500, 1120):
        art.add(art.form(box(x, 540, 24, 380), deepen(wood, 0.4), amount=0.4))
    talker = Look("#b85d70", "#f3e3d2", skin=SKINS[2], scarf="#efcfc9", trim="#efcfc9")
    friend = Look("#5f7488", "#2f3a4c", cut="kameez", skin=SKINS[0])
    art.add(art.form(box(460, 726, 720, 30, 8), lift(wood, 0.15), amount=0.5))
    art.add(
        person(
            art,
            640,
            925,
            560,
            talker,
            Pose(
                turn=0.5,
                nod=20,
                lean=7,
                near_arm=(22, 84),
                far_arm=(26, 90),
                far_leg=(80, 0),
                near_leg=(76, -6),
            ),
            1,
            shadow=0,
        ).svg
    )
    art.add(
        person(
            art,
            1020,
            925,
            590,
            friend,
            Pose(
                turn=0.5,
                nod=6,
                lean=12,
                near_arm=(26, 96),
                far_arm=(40, 100),
                far_leg=(80, 0),
                near_leg=(76, -6),
            ),
            -1,
            shadow=0,
        ).svg
    )
    art.add(cup(art, 810, 730, 40, "#fbf1e6"), cup(art, 868, 732, 38, "#d8475d"))
    art.add(leaf_fall(art, 120, (60, 760, 1500, 240), "#d98a4a"))
    for _ in range(9):
        leaf = complex(art.rng.uniform(300, 1100), art.rng.uniform(230, 620))
        art.add(art.flat(ellipse(leaf, 11, 5, art.rng.uniform(-60, 60)), tones[int(leaf.real) % 4]))
    pack = Stamp(art, 1240, 930, 1)
    pack.shadow(0, 80, 12)
    pack.form([(-70, 0), (-76, 120), (-40, 165), (40, 165), (76, 120), (70, 0)], p.near, 0.7, 0.3)
    pack.form([(-50, 10), (-52, 70), (52, 70), (50, 10)], lift(p.near, 0.12), 0.5, 0.2)
    pack.line([(-24, 165), (-16, 190), (16, 190), (24, 165)], p.near, 10, 0.5)
    art.add(pack.svg())
    art.add(art.glow(1290 + 330j, 900, "#ffdca8", 0.22))
