"""Sticks, cones and mist on blue turf."""

from __future__ import annotations

from collections.abc import Callable

from pictures.art import Art
from pictures.color import deepen, mix
from pictures.figure import Pose, Reach
from pictures.geometry import Point, box, ellipse, poly, smooth
from pictures.land import haze, ridge, sky, sun
from pictures.palette import SPORT
from pictures.people import SKINS, Look, person
from pictures.plants import tree
from pictures.scenes.registry import scene
from pictures.stamp import Stamp


@scene("22-hockey-academy", SPORT)
def hockey_dawn(art: Art) -> None:
    """Sticks, cones and mist on blue turf."""
    p = art.p
    art.add(sky(art, 560, ("#9fbfa4", "#e6ddb0", "#fbe9b8")))
    art.add(sun(art, 1090 + 330j, 66, "#fff7da", 6))
    art.add(ridge(art, 520, 60, 18, mix(p.far, p.haze, 0.5), mist=p.sky[2], soft=True))
    for i in range(24):
        art.add(
            tree(
                art,
                -20 + i * 72 + art.rng.uniform(-20, 20),
                540,
                art.rng.uniform(90, 170),
                mix(p.far, p.mid, 0.2),
                p.mid,
                400 + i,
                0.5,
            )
        )
    art.add(haze(art, 520, 200, "#fbeec6", 0.9))
    turf = "#2f7fa0"
    art.add(art.wash(box(-10, 532, 1620, 480), mix(turf, "#f3e3b0", 0.5), "#154a6c"))
    art.add(art.flat(box(-10, 532, 1620, 18), mix(p.mid, p.haze, 0.5)))
    for pts in ((-10 + 610j, 1610 + 610j), (-10 + 1000j, 500 + 552j), (1610 + 960j, 1290 + 552j)):
        art.add(art.line(poly(list(pts), False), "#f4f3e6", 5, 0.8))
    arc = "M640 610Q720 730 1080 730Q1400 730 1500 610"
    art.add(art.line(arc, "#f4f3e6", 5, 0.7))
    g = Stamp(art, 1090, 606, 1)
    for i in range(15):
        g.line([(-118 + i * 17, 8), (-104 + i * 15, 124)], "#f4f3e6", 1.5, opacity=0.55)
    for i in range(7):
        g.line([(-118, 12 + i * 18), (118, 12 + i * 18)], "#f4f3e6", 1.5, opacity=0.55)
    g.line([(-124, 0), (-124, 136), (124, 136), (124, 0)], "#fdfbef", 9)
    g.box(-124, 0, 248, 34, "#c9d7c9", 0.3)
    art.add(
        g.svg(), art.glow(1090 + 560j, 420, "#fff0c2", 0.5), haze(art, 600, 130, "#fdf3d2", 0.6)
    )

    def stick(toe: Point, k: float) -> Callable[[Point, Point], str]:
        def held(far: Point, near: Point) -> str:
            top = near if near.imag < far.imag else far
            way = (toe - top) / abs(toe - top)
            out = art.line(poly([top - way * 26 * k, toe], False), "#f0c64a", 9 * k)
            out += art.line(
                poly([top - way * 26 * k, top + way * 60 * k], False), "#2a2320", 12 * k
            )
            hook = smooth(
                [toe, toe + way * 13 * k + 8 * k, toe + (30 - 2j) * k, toe + (38 - 18j) * k], False
            )
            return out + art.line(hook, "#f0c64a", 12 * k)

        return held

    kits = (p.accent, "#f2f0e0", p.near, p.spark)

    def player(x: float, y: float, h: float, i: int, girl: bool) -> None:
        look = Look(
            kits[i % 4],
            deepen(p.near, 0.2),
            cut="kit",
            skin=SKINS[i % 5],
            scarf="#22333a" if girl and i % 2 else None,
            close=True,
            style="braid" if girl else "short",
            shoe="#f4f3e6",
        )
        k = h / 430
        toe = complex(x + 0.47 * h, y - 14 * k)
        pose = Pose(
            turn=0.4,
            lean=36,
            nod=-8,
            near_arm=Reach(complex(x + 0.27 * h, y - 0.50 * h)),
            far_arm=Reach(complex(x + 0.345 * h, y - 0.33 * h)),
            far_leg=(38, -4),
            near_leg=(-16, -34),
        )
        art.add(person(art, x, y, h, look, pose, 1, stick(toe, k), shadow=0.3).svg)
        ball = toe + (34 + 2j) * k
        art.add(
            art.flat(ellipse(ball + 11j * k, 16 * k, 5 * k), p.ink, 0.35),
            art.form(ellipse(ball, 14 * k), "#fffdf2", amount=0.5),
        )

    for x, y, h, i, girl in (
        (820, 660, 170, 1, True),
        (560, 690, 200, 0, False),
        (1270, 690, 196, 3, False),
    ):
        player(x, y, h, i, girl)
    for k in range(6):
        x, y = 330 + k * 200, 900 - k * 26
        s = 74 - k * 6
        c = Stamp(art, x, y, s)
        c.shadow(0.1, 0.55, 0.1)
        c.form([(-0.5, 0), (-0.5, 0.1), (0.5, 0.1), (0.5, 0)], deepen("#e8742a", 0.2))
        c.form([(-0.36, 0.1), (-0.08, 0.95), (0.08, 0.95), (0.36, 0.1)], "#e8742a", 0.6)
        c.form([(-0.26, 0.38), (-0.18, 0.6), (0.18, 0.6), (0.26, 0.38)], "#fbf6e4", 0.3)
        art.add(c.svg())
    player(760, 880, 400, 2, False)
    player(330, 962, 452, 1, True)
    coach = Look(
        "#2c5f54",
        "#26323a",
        cut="shirt",
        hair="#b9b8b0",
        mustache="#b9b8b0",
        skin=SKINS[0],
        shoe="#efece0",
    )
    art.add(
        person(
            art, 1420, 940, 480, coach, Pose(turn=0.5, near_arm=(-8, 60), far_arm=(-4, 60)), -1
        ).svg
    )
    art.add(
        art.line(smooth([1406 + 560j, 1392 + 600j, 1388 + 640j], False), p.spark, 4),
        art.form(box(1374, 636, 26, 16, 6), p.accent),
    )
    art.add(haze(art, 760, 160, "#fdf3d2", 0.25))
