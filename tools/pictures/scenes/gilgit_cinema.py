"""Families in shawls watch a glowing sheet beneath snowy peaks."""

from __future__ import annotations

from pictures.art import Art
from pictures.buildings import round_arch
from pictures.color import deepen, mix
from pictures.comforts import glow_bulbs
from pictures.figure import Pose
from pictures.geometry import box, ellipse, limb, poly, smooth
from pictures.land import haze, peak, sky, stars
from pictures.motifs import rug
from pictures.palette import CULTURE
from pictures.people import Look, person, silhouette
from pictures.plants import poplar
from pictures.scenes.registry import scene


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
                tone = mix(
                    stone, art.rng.choice((p.accent, p.far, p.ink)), art.rng.uniform(0.05, 0.22)
                )
                art.add(art.flat(box(x, y, 54, 33, 7), tone))
    art.add(
        art.form(
            poly([-20 + 256j, -20 + 216j, 480 + 216j, 470 + 256j]),
            deepen("#5d3a2c", 0.2),
            amount=0.3,
        )
    )
    for x in (60, 250):
        art.add(
            art.form(round_arch(x - 8, 480, 126, 166), deepen("#5d3a2c", 0.3)),
            art.flat(round_arch(x, 480, 110, 150), "#ffcf7a"),
        )
        for i in range(6):
            tone = (p.mid, p.near, "#a5522f", p.accent)[i % 4]
            art.add(art.flat(box(x + 8 + i * 16, 436 - (i % 3) * 5, 13, 44 + (i % 3) * 5), tone))
        art.add(art.line(f"M{x + 55} 330V480M{x} 420H{x + 110}", deepen("#5d3a2c", 0.3), 5))
        art.add(art.glow(complex(x + 55, 410), 190, p.spark, 0.4))
    art.add(art.wash(box(-10, 640, 1620, 370), "#5d2f56", "#1d0a24"))
    art.add(art.glow(900 + 640j, 700, "#ffe9bd", 0.5))
    for x in (606, 1214):
        art.add(art.form(box(x, 210, 16, 470), "#3a2030"))
    cloth = smooth(
        [
            612 + 236j,
            910 + 228j,
            1222 + 236j,
            1226 + 420j,
            1220 + 588j,
            910 + 598j,
            614 + 588j,
            608 + 420j,
        ],
        ease=0.12,
    )
    art.add(
        art.glow(914 + 410j, 640, "#fff1cf", 0.55),
        art.form(cloth, "#fff4d8", "#e2a95c", 0.5, "down", 0.4),
    )
    hill = smooth(
        [608 + 520j, 740 + 450j, 860 + 500j, 1000 + 430j, 1226 + 520j, 1226 + 600j, 608 + 600j],
        ease=0.6,
    )
    art.add(
        art.clipped(
            cloth,
            art.flat(ellipse(1040 + 352j, 52), "#f6c876"),
            art.flat(hill, "#c98a5a", 0.75),
            art.flat(
                poly([608 + 560j, 900 + 530j, 1230 + 566j, 1230 + 610j, 608 + 610j]), "#8a4a58", 0.8
            ),
        )
    )
    for x, h, woman_ in ((806, 118, False), (866, 104, True), (914, 62, False)):
        art.add(art.flat(silhouette(x, 566, h, 3, woman_), "#5f2f48"))
    art.add(art.flat(limb([822 + 502j, 842 + 520j, 858 + 506j], [9, 8, 7]), "#5f2f48"))
    art.add(
        glow_bulbs(art, 20 + 210j, 606 + 216j, 46, 9, p.spark),
        glow_bulbs(art, 1222 + 216j, 1640 + 140j, 44, 7, p.spark),
    )
    art.add(
        rug(art, (240 + 730j, 1420 + 730j, 1640 + 985j, -30 + 985j), "#8a3346", p.accent, "#f0d9a0")
    )
    shawls = (
        "#a5522f",
        "#6d3a66",
        "#d9a441",
        "#8c7a92",
        "#c4b39a",
        "#7a2f42",
        "#4f6a78",
        "#b98a5a",
    )
    hats = (
        ("pakol", "#cdb38c"),
        ("beanie", "#b5452f"),
        None,
        ("pakol", "#8d7458"),
        None,
        ("beanie", "#e6c06a"),
        None,
    )
    rows = ((748, 160, 10, 330, 1240), (830, 205, 8, 250, 1360), (935, 262, 7, 150, 1470))
    for r, (y, h, n, x0, x1) in enumerate(rows):
        for i in range(n):
            k = i * 3 + r * 5
            px = x0 + (x1 - x0) * i / (n - 1) + (18 if r % 2 else 0)
            child = k % 5 == 2
            hat = hats[k % 7]
            look = Look(
                deepen("#5a3350", 0.2),
                deepen("#3a2038", 0.1),
                shawl=shawls[k % 8],
                hat=None if hat is None else hat,
                scarf=shawls[(k + 2) % 8] if hat is None else None,
                child=child,
            )
            pose = Pose(
                turn=1,
                back=True,
                crossed=True,
                near_arm=(-10, 4),
                far_arm=(10, -4),
                nod=(-6, 0, 7)[k % 3],
            )
            art.add(person(art, px, y, h * (1.5 if child else 1.9), look, pose, 1).svg)
        art.add(art.flat(box(-10, 640, 1620, 360), "#2a1030", 0.1))
    rim = art.gradient([(0, "#ffe2a0", 0.28), (1, "#ffe2a0", 0)])
    art.add(art.painted(poly([608 + 600j, 1226 + 600j, 1500 + 1000j, 330 + 1000j]), rim))
