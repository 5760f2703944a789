"""Students debate in a ring beneath a banyan; blank placards wait."""

from __future__ import annotations

import math

from pictures.art import Art
from pictures.buildings import arch
from pictures.color import deepen, lift, mix
from pictures.figure import Pose
from pictures.geometry import box, ellipse, limb, poly, smooth
from pictures.land import haze, sky
from pictures.motifs import ajrak, tiles
from pictures.palette import POLITICS
from pictures.people import person
from pictures.plants import leaf_fall, puff
from pictures.scenes.cast import youth
from pictures.scenes.registry import scene
from pictures.things import ballot_box


@scene("16-student-unions", POLITICS)
def student_circle(art: Art) -> None:
    """Students debate in a ring beneath a banyan; blank placards wait."""
    p = art.p
    art.add(sky(art, 620, ("#e0b08a", "#f3d6aa", "#fbeccb")))
    stone = "#dcae78"
    art.add(art.form(box(-20, 180, 1640, 460), mix(stone, p.light, 0.35), p.mid, 0.35))
    art.add(
        art.form(box(-20, 158, 1640, 34), mix(stone, p.mid, 0.2)),
        art.flat(box(-20, 200, 1640, 6), mix(stone, p.mid, 0.4)),
    )
    for i in range(9):
        x = -30 + i * 190
        art.add(art.form(arch(x + 10, 640, 150, 380), mix(stone, p.light, 0.1), p.mid, 0.4))
        art.add(
            art.wash(arch(x + 28, 640, 114, 346), mix(p.near, p.mid, 0.35), mix(p.far, p.mid, 0.2))
        )
        art.add(
            art.flat(ellipse(complex(x - 10, 290), 20), mix(stone, p.mid, 0.35)),
            art.flat(ellipse(complex(x - 10, 290), 11), mix(stone, p.light, 0.4)),
        )
    art.add(haze(art, 560, 240, p.light, 0.45))
    art.add(art.wash(box(-10, 632, 1620, 380), mix(stone, p.light, 0.35), mix(stone, p.mid, 0.45)))
    art.add(
        tiles(
            art,
            (260 + 645j, 1340 + 645j, 1900 + 1020j, -300 + 1020j),
            12,
            6,
            mix(stone, p.mid, 0.3),
            0.3,
        )
    )
    bark = "#6b4438"
    for x, top in (
        (1010, 200),
        (1080, 180),
        (900, 210),
        (690, 190),
        (620, 220),
        (1160, 230),
        (540, 240),
    ):
        sway = art.rng.uniform(-14, 14)
        root = limb(
            [
                complex(x, top),
                complex(x + sway, 430),
                complex(x + sway * 0.4, 668 if 600 < x < 1100 else 560),
            ],
            [9, 6, 5],
        )
        art.add(art.form(root, lift(bark, 0.12), amount=0.6))
    trunk = smooth(
        [
            716 + 690j,
            762 + 640j,
            786 + 540j,
            770 + 420j,
            700 + 300j,
            640 + 210j,
            760 + 250j,
            830 + 330j,
            862 + 250j,
            900 + 190j,
            930 + 210j,
            900 + 330j,
            960 + 290j,
            1050 + 210j,
            1010 + 320j,
            916 + 440j,
            908 + 560j,
            936 + 645j,
            990 + 692j,
            910 + 680j,
            850 + 702j,
            790 + 682j,
        ],
        ease=0.45,
    )
    art.add(art.form(trunk, bark, p.ink, 0.85))
    for dx in (-30, 4, 36):
        way = smooth(
            [complex(845 + dx, 400), complex(842 + dx * 0.8, 520), complex(850 + dx * 1.4, 660)],
            False,
        )
        art.add(art.line(way, deepen(bark, 0.4), 4, 0.5))
    green = "#5c6b3a"
    for i in range(54):
        t = i / 54
        a = art.rng.uniform(0, 2 * math.pi)
        c = complex(
            830 + math.cos(a) * 620 * art.rng.random() ** 0.6,
            90 + math.sin(a) * 150 * art.rng.random() - 20 * t,
        )
        art.add(
            puff(
                art,
                c,
                art.rng.uniform(66, 118),
                mix(deepen(green, 0.4), mix(green, p.spark, 0.2), t),
                art.rng,
            )
        )
    art.add(art.painted(ellipse(716 + 838j, 620, 150), p.ink, 12, 0.2))
    n = 13
    ring = []
    for i in range(n):
        a = 2 * math.pi * i / n + 0.24
        ring.append((math.sin(a), math.cos(a), i))
    box_drawn = False
    for s, c, i in sorted(ring):
        if s > 0.1 and not box_drawn:
            art.add(
                art.flat(ellipse(726 + 832j, 110, 22), p.ink, 0.3),
                ballot_box(art, 650, 836, 122, lift(p.light, 0.3)),
            )
            box_drawn = True
        spot = complex(716 + c * 510, 812 + s * 130)
        tall = 372 + 76 * s
        face = 1 if c < 0 else -1
        look = youth(art, i, i % 2 == 0)
        talk = i in (3, 9)
        pose = Pose(
            turn=1 if abs(c) < 0.35 else 0.55,
            crossed=True,
            back=s > 0.55,
            lean=0 if s > 0.5 else 4,
            near_arm=(35, 120) if talk else (14, 60),
            far_arm=(50, 130) if talk else (18, 66),
            nod=-4 if talk else 3,
        )
        if pose.turn == 1:
            pose = Pose(turn=1, crossed=True, back=s > 0.55, near_arm=(-18, 22), far_arm=(18, -22))
        art.add(person(art, spot.real, spot.imag, tall, look, pose, face).svg)
    art.add(art.form(box(1470, 250, 150, 760), mix(stone, p.light, 0.1), p.mid, 0.6))
    art.add(ajrak(art, 1470, 330, 150, 64, p.mid, p.light, p.spark))
    for i, (x, y, w, h, lean, tone) in enumerate(
        (
            (1392, 930, 160, 118, 8, p.light),
            (1470, 975, 184, 130, 14, p.spark),
            (1336, 985, 136, 100, 4, mix(p.far, p.light, 0.3)),
        )
    ):
        top = 330 - 30 * i
        foot, top_end = complex(x, y), complex(x + lean * 6, y - top)
        art.add(art.line(poly([foot, top_end], False), "#5d3a2c", 11))
        turn = (top_end - foot) / abs(top_end - foot) / -1j
        mid = top_end + turn * 1j * 20
        quad = [
            mid + turn * complex(u, v)
            for u, v in ((-w / 2, -h / 2), (w / 2, -h / 2), (w / 2, h / 2), (-w / 2, h / 2))
        ]
        art.add(
            art.form(poly(quad), tone, amount=0.45),
            art.line(poly(quad), (p.accent, p.mid, p.near)[i], 6),
        )
    art.add(leaf_fall(art, 40, (60, 690, 1480, 300), "#b5793a"))
