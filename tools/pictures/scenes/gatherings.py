"""A film under the stars, and students under a banyan."""

from __future__ import annotations

import math

from pictures.art import Art
from pictures.buildings import arch, round_arch
from pictures.color import deepen, lift, mix
from pictures.figure import Pose
from pictures.geometry import box, ellipse, limb, poly, smooth
from pictures.land import haze, peak, sky, stars, sun
from pictures.motifs import ajrak, rug, tiles
from pictures.palette import CULTURE, POLITICS
from pictures.people import Look, person, silhouette
from pictures.plants import leaf_fall, poplar, puff
from pictures.scenes.cast import youth
from pictures.scenes.registry import scene
from pictures.things import ballot_box, glow_bulbs


@scene("14-gilgit-cinema", CULTURE, light=1)
def open_air_film(art: Art) -> None:
    """Families in shawls watch a glowing sheet beneath snowy peaks."""
    p = art.p
    art.add(sky(art, 640, ("#170d33", "#3c2258", "#9a4f78")))
    art.add(stars(art, 190, 480))
    snow = "#cfc2e0"
    art.add(peak(art, 420 + 150j, -40, 900, 640, "#5b3f74", 3, snow, 0.5, "#3b2655"))
    art.add(peak(art, 1240 + 90j, 700, 1760, 640, "#523869", 19, snow, 0.46, "#362250"))
    art.add(haze(art, 570, 200, "#8d4c79", 0.6))
    for i, x in enumerate((560, 610, 655, 1030, 1080, 1560, 1605)):
        art.add(poplar(art, x, 650, 300 + (i * 53) % 120, "#2f1838", "#241030"))
    stone = "#6b4a63"
    art.add(art.form(box(-20, 250, 470, 440), stone, p.ink, 0.6, "left"))
    for r in range(11):
        for c in range(8):
            x, y = -20 + c * 62 + (r % 2) * 30, 254 + r * 40
            if x < 405 and art.rng.random() < 0.8:
                tone = mix(stone, art.rng.choice((p.accent, p.far, p.ink)), art.rng.uniform(0.05, 0.22))
                art.add(art.flat(box(x, y, 54, 33, 7), tone))
    art.add(art.form(poly([-20 + 256j, -20 + 216j, 480 + 216j, 470 + 256j]), deepen("#5d3a2c", 0.2), amount=0.3))
    for x in (60, 250):
        art.add(art.form(round_arch(x - 8, 480, 126, 166), deepen("#5d3a2c", 0.3)), art.flat(round_arch(x, 480, 110, 150), "#ffcf7a"))
        for i in range(6):
            tone = (p.mid, p.near, "#a5522f", p.accent)[i % 4]
            art.add(art.flat(box(x + 8 + i * 16, 436 - (i % 3) * 5, 13, 44 + (i % 3) * 5), tone))
        art.add(art.line(f"M{x + 55} 330V480M{x} 420H{x + 110}", deepen("#5d3a2c", 0.3), 5))
        art.add(art.glow(complex(x + 55, 410), 190, p.spark, 0.4))
    art.add(art.wash(box(-10, 640, 1620, 370), "#5d2f56", "#1d0a24"))
    art.add(art.glow(900 + 640j, 700, "#ffe9bd", 0.5))
    for x in (606, 1214):
        art.add(art.form(box(x, 210, 16, 470), "#3a2030"))
    cloth = smooth([612 + 236j, 910 + 228j, 1222 + 236j, 1226 + 420j, 1220 + 588j, 910 + 598j, 614 + 588j, 608 + 420j], ease=0.12)
    art.add(art.glow(914 + 410j, 640, "#fff1cf", 0.55), art.form(cloth, "#fff4d8", "#e2a95c", 0.5, "down", 0.4))
    hill = smooth([608 + 520j, 740 + 450j, 860 + 500j, 1000 + 430j, 1226 + 520j, 1226 + 600j, 608 + 600j], ease=0.6)
    art.add(art.clipped(cloth, art.flat(ellipse(1040 + 352j, 52), "#f6c876"), art.flat(hill, "#c98a5a", 0.75),
                        art.flat(poly([608 + 560j, 900 + 530j, 1230 + 566j, 1230 + 610j, 608 + 610j]), "#8a4a58", 0.8)))
    for x, h, woman_ in ((806, 118, False), (866, 104, True), (914, 62, False)):
        art.add(art.flat(silhouette(x, 566, h, 3, woman_), "#5f2f48"))
    art.add(art.flat(limb([822 + 502j, 842 + 520j, 858 + 506j], [9, 8, 7]), "#5f2f48"))
    art.add(glow_bulbs(art, 20 + 210j, 606 + 216j, 46, 9, p.spark), glow_bulbs(art, 1222 + 216j, 1640 + 140j, 44, 7, p.spark))
    art.add(rug(art, (240 + 730j, 1420 + 730j, 1640 + 985j, -30 + 985j), "#8a3346", p.accent, "#f0d9a0"))
    shawls = ("#a5522f", "#6d3a66", "#d9a441", "#8c7a92", "#c4b39a", "#7a2f42", "#4f6a78", "#b98a5a")
    hats = (("pakol", "#cdb38c"), ("beanie", "#b5452f"), None, ("pakol", "#8d7458"), None, ("beanie", "#e6c06a"), None)
    rows = ((748, 160, 10, 330, 1240), (830, 205, 8, 250, 1360), (935, 262, 7, 150, 1470))
    for r, (y, h, n, x0, x1) in enumerate(rows):
        for i in range(n):
            k = i * 3 + r * 5
            x = x0 + (x1 - x0) * i / (n - 1) + (18 if r % 2 else 0)
            child = k % 5 == 2
            hat = hats[k % 7]
            look = Look(deepen("#5a3350", 0.2), deepen("#3a2038", 0.1), shawl=shawls[k % 8], hat=None if hat is None else hat,
                        scarf=shawls[(k + 2) % 8] if hat is None else None, child=child)  # fmt: skip
            pose = Pose(turn=1, back=True, crossed=True, near_arm=(-10, 4), far_arm=(10, -4), nod=(-6, 0, 7)[k % 3])
            art.add(person(art, x, y, h * (1.5 if child else 1.9), look, pose, 1).svg)
        art.add(art.flat(box(-10, 640, 1620, 360), "#2a1030", 0.1))
    rim = art.gradient([(0, "#ffe2a0", 0.28), (1, "#ffe2a0", 0)])
    art.add(f'<path d="{poly([608 + 600j, 1226 + 600j, 1500 + 1000j, 330 + 1000j])}" fill="{rim}"/>')


@scene("16-student-unions", POLITICS)
def student_circle(art: Art) -> None:
    """Students debate in a ring beneath a banyan; blank placards wait."""
    p = art.p
    art.add(sky(art, 620, ("#e0b08a", "#f3d6aa", "#fbeccb")))
    stone = "#dcae78"
    art.add(art.form(box(-20, 180, 1640, 460), mix(stone, p.light, 0.35), p.mid, 0.35))
    art.add(art.form(box(-20, 158, 1640, 34), mix(stone, p.mid, 0.2)), art.flat(box(-20, 200, 1640, 6), mix(stone, p.mid, .4)))
    for i in range(9):
        x = -30 + i * 190
        art.add(art.form(arch(x + 10, 640, 150, 380), mix(stone, p.light, 0.1), p.mid, 0.4))
        art.add(art.wash(arch(x + 28, 640, 114, 346), mix(p.near, p.mid, 0.35), mix(p.far, p.mid, 0.2)))
        art.add(art.flat(ellipse(complex(x - 10, 290), 20), mix(stone, p.mid, 0.35)),
                art.flat(ellipse(complex(x - 10, 290), 11), mix(stone, p.light, 0.4)))
    art.add(haze(art, 560, 240, p.light, 0.45))
    art.add(art.wash(box(-10, 632, 1620, 380), mix(stone, p.light, 0.35), mix(stone, p.mid, 0.45)))
    art.add(tiles(art, (260 + 645j, 1340 + 645j, 1900 + 1020j, -300 + 1020j), 12, 6, mix(stone, p.mid, 0.3), 0.3))
    bark = "#6b4438"
    for x, top in ((1010, 200), (1080, 180), (900, 210), (690, 190), (620, 220), (1160, 230), (540, 240)):
        sway = art.rng.uniform(-14, 14)
        root = limb([complex(x, top), complex(x + sway, 430), complex(x + sway * 0.4, 668 if 600 < x < 1100 else 560)], [9, 6, 5])
        art.add(art.form(root, lift(bark, 0.12), amount=0.6))
    trunk = smooth([716 + 690j, 762 + 640j, 786 + 540j, 770 + 420j, 700 + 300j, 640 + 210j, 760 + 250j, 830 + 330j, 862 + 250j,
                    900 + 190j, 930 + 210j, 900 + 330j, 960 + 290j, 1050 + 210j, 1010 + 320j, 916 + 440j, 908 + 560j,
                    936 + 645j, 990 + 692j, 910 + 680j, 850 + 702j, 790 + 682j], ease=0.45)  # fmt: skip
    art.add(art.form(trunk, bark, p.ink, 0.85))
    for dx in (-30, 4, 36):
        way = smooth([complex(845 + dx, 400), complex(842 + dx * 0.8, 520), complex(850 + dx * 1.4, 660)], False)
        art.add(art.line(way, deepen(bark, 0.4), 4, 0.5))
    green = "#5c6b3a"
    for i in range(54):
        t = i / 54
        a = art.rng.uniform(0, 2 * math.pi)
        c = complex(830 + math.cos(a) * 620 * art.rng.random() ** 0.6, 90 + math.sin(a) * 150 * art.rng.random() - 20 * t)
        art.add(puff(art, c, art.rng.uniform(66, 118), mix(deepen(green, 0.4), mix(green, p.spark, 0.2), t), art.rng))
    art.add(f'<path d="{ellipse(716 + 838j, 620, 150)}" fill="{p.ink}" opacity=".2" filter="url(#blur12)"/>')
    n = 13
    ring = []
    for i in range(n):
        a = 2 * math.pi * i / n + 0.24
        ring.append((math.sin(a), math.cos(a), i))
    box_drawn = False
    for s, c, i in sorted(ring):
        if s > 0.1 and not box_drawn:
            art.add(f'<path d="{ellipse(726 + 832j, 110, 22)}" fill="{p.ink}" opacity=".3"/>',
                    ballot_box(art, 650, 836, 122, lift(p.light, 0.3)))
            box_drawn = True
        x, y = 716 + c * 510, 812 + s * 130
        h = 372 + 76 * s
        face = 1 if c < 0 else -1
        look = youth(art, i, i % 2 == 0)
        talk = i in (3, 9)
        pose = Pose(turn=1 if abs(c) < 0.35 else 0.55, crossed=True, back=s > 0.55, lean=0 if s > 0.5 else 4,
                    near_arm=(35, 120) if talk else (14, 60), far_arm=(50, 130) if talk else (18, 66),
                    nod=-4 if talk else 3)  # fmt: skip
        if pose.turn == 1:
            pose = Pose(turn=1, crossed=True, back=s > 0.55, near_arm=(-18, 22), far_arm=(18, -22))
        art.add(person(art, x, y, h, look, pose, face).svg)
    art.add(art.form(box(1470, 250, 150, 760), mix(stone, p.light, 0.1), p.mid, 0.6))
    art.add(ajrak(art, 1470, 330, 150, 64, p.mid, p.light, p.spark))
    for i, (x, y, w, h, lean, tone) in enumerate(((1392, 930, 160, 118, 8, p.light), (1470, 975, 184, 130, 14, p.spark),
                                                  (1336, 985, 136, 100, 4, mix(p.far, p.light, 0.3)))):
        top = 330 - 30 * i
        a, b = complex(x, y), complex(x + lean * 6, y - top)
        art.add(art.line(poly([a, b], False), "#5d3a2c", 11))
        turn = (b - a) / abs(b - a) / -1j
        mid = b + turn * 1j * 20
        quad = [mid + turn * complex(u, v) for u, v in ((-w / 2, -h / 2), (w / 2, -h / 2), (w / 2, h / 2), (-w / 2, h / 2))]
        art.add(art.form(poly(quad), tone, amount=0.45), art.line(poly(quad), (p.accent, p.mid, p.near)[i], 6))
    art.add(leaf_fall(art, 40, (60, 690, 1480, 300), "#b5793a"))
