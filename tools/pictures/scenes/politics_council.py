"""Politics: a union council's morning, and a low river at a barrage."""

from __future__ import annotations

from pictures.art import Art
from pictures.buildings import arch, dome, minaret, round_arch, scallop
from pictures.color import deepen, lift, mix
from pictures.figure import Pose
from pictures.geometry import box, ellipse, poly, smooth
from pictures.land import cloud, ground, haze, ridge, sky, sun, water
from pictures.palette import POLITICS
from pictures.people import person
from pictures.plants import canopy, poplar, reeds, tree
from pictures.scenes.cast import man, woman
from pictures.scenes.registry import scene
from pictures.stamp import Stamp
from pictures.things import ballot_box, sheet, table


def _assembly(art: Art) -> None:
    """The faint domed chamber on the horizon."""
    tone = mix(art.p.haze, art.p.far, 0.5)
    art.add(art.flat(box(1010, 500, 520, 80), tone))
    for i in range(12):
        art.add(art.flat(round_arch(1022 + i * 42, 580, 26, 62), mix(tone, art.p.light, 0.35)))
    art.add(art.flat(box(1150, 440, 240, 62), tone), dome(art, 1270, 442, 210, tone, 0.66))
    for x in (1030, 1510):
        art.add(minaret(art, x, 580, 210, tone))


@scene("01-local-government-bill", POLITICS)
def union_council(art: Art) -> None:
    """Citizens queue at the veranda of a council office."""
    p = art.p
    art.add(sky(art, 620), sun(art, 1130 + 250j, 62, p.light, 6))
    art.add(cloud(art, 860, 210, 420, p.light, 0.7), cloud(art, 1200, 130, 360, p.light, 0.5))
    _assembly(art)
    art.add(haze(art, 575, 170, p.haze, 0.95))
    for i, x in enumerate((1000, 1090, 1420, 1530)):
        art.add(tree(art, x, 640, 130 + 20 * (i % 2), mix(p.far, p.mid, 0.3), p.mid, 30 + i))
    art.add(ground(art, 628, mix(p.haze, p.light, 0.25), mix(p.far, p.haze, 0.25), grain=0.4))
    wall, trim = mix(p.haze, p.light, 0.45), p.mid
    art.add(art.form(box(-20, 130, 830, 620), wall, p.mid, 0.45))
    art.add(art.form(box(-20, 100, 850, 36), lift(trim, 0.05), amount=0.5))
    for i in range(11):
        art.add(art.flat(box(-10 + i * 78, 74, 46, 28), trim))
    for i in range(4):
        x = 40 + i * 196
        art.add(art.form(arch(x, 372, 118, 196), trim, amount=0.5))
        art.add(art.flat(arch(x + 12, 372, 94, 178), deepen(p.near, 0.2)))
        art.add(art.line(f"M{x + 59} 200V372M{x + 12} 300H{x + 106}", p.far, 4))
    art.add(art.form(box(-20, 392, 870, 30), p.near, amount=0.3))
    art.add(scallop(art, -20, 420, 870, 26, lift(trim, 0.1), 26))
    art.add(art.form(box(-20, 446, 830, 306), mix(wall, p.far, 0.4), p.near, 0.6))
    art.add(art.form(arch(70, 750, 150, 270), p.near, amount=0.6))
    art.add(art.flat(arch(84, 750, 122, 252), deepen(p.ink, 0.2)))
    board = Stamp(art, 560, 660)
    board.box(0, 0, 215, 158, deepen(p.near, 0.2))
    board.box(9, 9, 197, 140, mix(p.far, p.spark, 0.4), 0.3)
    for i, (bx, by, bw, bh) in enumerate(
        (
            (18, 76, 50, 66),
            (78, 84, 44, 56),
            (132, 72, 62, 70),
            (20, 18, 62, 48),
            (94, 18, 40, 56),
            (146, 18, 48, 44),
        )
    ):
        board.box(bx, by, bw, bh, (p.light, lift(p.spark, 0.5), p.light)[i % 3], 0.2)
        for k in range(4):
            board.line(
                [(bx + 7, by + bh - 12 - k * 9), (bx + bw - 8, by + bh - 12 - k * 9)],
                p.mid,
                2,
                opacity=0.5,
            )
    art.add(board.svg())
    for x in (8, 270, 505, 800):
        art.add(
            art.form(box(x, 446, 34, 310), lift(wall, 0.35), p.mid, 0.7),
            art.form(box(x - 8, 436, 50, 18), trim),
            art.form(box(x - 8, 742, 50, 18), trim),
        )
    art.add(
        art.form(
            poly([-20 + 752j, 850 + 752j, 880 + 790j, -20 + 790j]), lift(wall, 0.2), p.mid, 0.4
        )
    )
    art.add(art.form(box(-20, 790, 900, 26), mix(p.far, p.mid, 0.5)))
    art.add(
        table(art, 300, 792, 250, 118, p.mid), ballot_box(art, 366, 662, 92, lift(p.light, 0.2))
    )
    clerk = woman(art, 3, top=p.near, scarf=p.spark)
    art.add(
        person(
            art,
            262,
            786,
            268,
            clerk,
            Pose(turn=0.5, near_arm=(35, 95), far_arm=(30, 100)),
            shadow=0,
        ).svg
    )

    def paper(far: complex, near: complex) -> str:
        return sheet(
            art, (near + (-6 - 44j), near + (30 - 48j), near + (34 + 2j), near + (-2 + 6j))
        )

    line = [
        (624, 858, 318, woman(art, 1)),
        (764, 876, 336, man(art, 6)),
        (906, 894, 330, woman(art, 4)),
        (1050, 912, 360, man(art, 1)),
        (1200, 930, 352, woman(art, 7)),
        (1352, 950, 384, man(art, 3)),
        (1508, 968, 378, woman(art, 2)),
    ]
    for i, (x, y, h, look) in enumerate(line):
        arms = ((12, 92), (8, 70), (2, 20))[i % 3]
        pose = Pose(
            turn=0.3 + 0.1 * (i % 2),
            near_arm=arms,
            far_arm=(10, 60 if i % 2 else 14),
            nod=6 if i % 3 == 0 else 0,
            far_leg=(9 if i % 2 else 4, 2),
            near_leg=(-5, -9),
        )
        art.add(person(art, x, y, h, look, pose, -1, paper if i % 3 != 2 else None).svg)
    art.add(canopy(art, (1250, -80, 400, 260), mix(p.mid, p.near, 0.4), 8, 34))


@scene("02-water-provinces", POLITICS, light=1)
def barrage(art: Art) -> None:
    """A barrage in low winter water, a gauge post in front."""
    p = art.p
    art.add(sky(art, 470, (mix(p.far, "#7d7f95", 0.35), p.haze, p.light)))
    art.add(sun(art, 1230 + 255j, 58, lift(p.light, 0.4), 5.5))
    art.add(ridge(art, 470, 60, 21, mix(p.haze, p.far, 0.5), mist=p.haze, soft=True))
    art.add(haze(art, 440, 120, p.light, 0.7))
    for i in range(15):
        x = 20 + i * 112 + art.rng.uniform(-30, 30)
        art.add(poplar(art, x, 478, art.rng.uniform(50, 92), mix(p.far, p.mid, 0.25), p.mid))
    art.add(
        water(
            art, 520, 1000, mix(p.light, p.haze, 0.5), mix(p.far, p.near, 0.35), p.light, 1180, 90
        )
    )
    deck = mix(p.far, p.mid, 0.45)
    for i in range(17):
        x = 262 + i * 66
        art.add(art.flat(box(x + 12, 452, 46, 96), deepen(p.near, 0.15)))
        art.add(
            art.form(box(x + 13, 452, 44, 60 + 8 * (i % 3)), mix(p.mid, p.far, 0.15), amount=0.6)
        )
        for k in range(3):
            art.add(art.flat(box(x + 13, 468 + k * 18, 44, 3), p.ink, 0.35))
        art.add(
            art.form(
                poly([x - 5 + 556j, x - 5 + 400j, x + 14 + 400j, x + 14 + 556j]),
                lift(deck, 0.3),
                p.near,
                0.7,
            )
        )
        art.add(
            art.flat(poly([x - 5 + 556j, x + 14 + 556j, x + 10 + 640j, x - 1 + 640j]), p.near, 0.22)
        )
    art.add(art.form(box(250, 436, 1130, 22), deck, amount=0.5))
    art.add(art.form(box(250, 372, 1130, 16), lift(deck, 0.15), amount=0.5))
    for i in range(17):
        art.add(art.form(box(270 + i * 66, 350, 34, 24), p.mid, amount=0.5))
    art.add(
        art.form(box(232, 322, 62, 240), deepen(deck, 0.15)),
        art.form(box(1340, 322, 62, 240), deck),
    )
    for x in (232, 1340):
        art.add(art.form(poly([x - 10 + 322j, x + 31 + 282j, x + 72 + 322j]), p.mid))
    green = "#7d8a52"
    for flip in (False, True):

        def m(z: complex, flip: bool = flip) -> complex:
            return complex(1630 - z.real, z.imag) if flip else z

        bank = smooth(
            [
                m(z)
                for z in (-30 + 520j, 236 + 530j, 300 + 566j, 330 + 660j, 210 + 770j, -30 + 850j)
            ],
            ease=0.3,
        )
        art.add(art.form(bank, mix(p.haze, "#b39a6c", 0.4), p.mid, 0.6))
        field = poly([m(z) for z in (-30 + 486j, 236 + 500j, 226 + 530j, -30 + 548j)])
        art.add(art.form(field, mix(green, p.haze, 0.35), "#46562f", 0.5))
        canal = smooth(
            [
                m(z)
                for z in (
                    262 + 536j,
                    196 + 548j,
                    84 + 588j,
                    -30 + 640j,
                    -30 + 720j,
                    110 + 640j,
                    224 + 572j,
                    292 + 552j,
                )
            ],
            ease=0.3,
        )
        art.add(art.form(canal, mix(p.light, p.far, 0.45), p.near, 0.45))
        near = poly(
            [m(z) for z in (-30 + 740j, 120 + 662j, 250 + 596j, 292 + 640j, 180 + 742j, -30 + 828j)]
        )
        art.add(art.form(near, green, "#3d4a2b", 0.6))
        for k in range(4):
            way = poly(
                [m(z) for z in (complex(-30, 752 + k * 20), complex(250, 606 + k * 9))], False
            )
            art.add(art.line(way, lift(green, 0.3), 3, 0.6))
    art.add(haze(art, 560, 120, p.light, 0.4))
    for pts in (
        (360 + 772j, 560 + 752j, 760 + 770j, 640 + 792j),
        (830 + 850j, 1120 + 822j, 1390 + 846j, 1150 + 880j),
        (930 + 700j, 1060 + 692j, 1180 + 702j, 1040 + 712j),
    ):
        art.add(
            art.form(smooth(list(pts), ease=0.8), mix(p.haze, "#a98a64", 0.45), p.near, 0.6, "down")
        )
    art.add(_post(art))
    for i, x in enumerate((1250, 1420, 1560, 90)):
        art.add(reeds(art, x, 1010, 210 + 40 * (i % 2), deepen(p.near, 0.35), 40 + i, 12))


def _post(art: Art) -> str:
    """The gauge: most of its marks stand dry above the water."""
    p = art.p
    x, top, foot, w = 470, 210, 905, 92
    out = art.flat(
        poly([complex(x, foot), complex(x + w, foot), x + w - 14 + 1010j, x + 10 + 1010j]),
        p.near,
        0.45,
    )
    out += art.form(box(x + w, top + 14, 22, foot - top - 14), p.near, amount=0.4)
    out += art.form(box(x, top, w, foot - top), lift(p.light, 0.5), p.mid, 0.55)
    for i in range(23):
        y = top + 22 + i * 30
        long = i % 5 == 0
        out += art.flat(
            box(x + w - (58 if long else 32), y, 58 if long else 32, 13 if long else 8),
            p.accent if long else p.near,
        )
        if long:
            out += art.flat(ellipse(complex(x + 18, y + 6), 8), p.near)
    out += art.flat(box(x, 735, w, foot - 735), mix(p.mid, "#6b4a35", 0.4), 0.3)
    out += art.flat(box(x, 730, w, 6), p.accent)
    for dy, wide in ((0, 110), (12, 84), (24, 60)):
        ring = ellipse(complex(x + w / 2 + 8, foot + dy), wide, 9)
        out += art.line(ring, p.light, 3, 0.6)
    return out
