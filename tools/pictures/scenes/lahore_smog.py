"""Headlights swim up a grey-amber avenue; a child waits, masked."""

from __future__ import annotations

from pictures.art import Art
from pictures.buildings import minaret
from pictures.color import deepen, mix
from pictures.figure import Pose
from pictures.fronts import bus_front, rickshaw_front
from pictures.geometry import Point, box, poly, smooth
from pictures.land import haze, sky, sun, veil
from pictures.palette import CITIES
from pictures.people import Look, person
from pictures.plants import canopy, tree
from pictures.scenes.registry import scene
from pictures.stamp import Stamp


@scene("09-lahore-smog", CITIES)
def smog(art: Art) -> None:
    """Headlights swim up a grey-amber avenue; a child waits, masked."""
    p = art.p
    fog = "#cdb294"
    art.add(sky(art, 620, ("#8d857f", "#bfa78e", "#dcbf98")))
    art.add(sun(art, 640 + 205j, 60, "#f3d9a8", 4))
    art.add(minaret(art, 1010, 600, 470, mix(fog, p.mid, 0.26)))
    art.add(haze(art, 540, 260, fog, 0.75))
    art.add(art.wash(box(-10, 590, 1620, 420), mix(fog, p.far, 0.15), "#5d5450"))
    road = poly([790 + 592j, 900 + 592j, 1420 + 1010j, 130 + 1010j])
    art.add(art.form(road, "#8b7b6d", p.ink, 0.5, "down"))
    for t in (0.06, 0.16, 0.32, 0.56, 0.88):
        y, w = 600 + 410 * t, 4 + 20 * t
        x = 845 - 70 * t
        art.add(
            art.flat(
                poly(
                    [
                        complex(x - w / 2, y),
                        complex(x + w / 2, y),
                        complex(x + w * 0.8, y + 14 + 60 * t),
                        complex(x - w * 0.8, y + 14 + 60 * t),
                    ]
                ),
                p.light,
                0.4,
            )
        )
    for k in range(6):
        t = (k / 5) ** 1.7
        tone = mix(mix(fog, p.mid, 0.22), "#3d3634", t)
        h = 150 + 640 * t
        y = 606 + 180 * t
        art.add(tree(art, 730 - 640 * t, y, h, tone, deepen(tone, 0.2), 90 + k, 0.55))
        art.add(tree(art, 960 + 620 * t, y, h, tone, deepen(tone, 0.2), 97 + k, 0.55))
        art.add(haze(art, 560 + 60 * t, 320, fog, 0.34))
    for x, y, s, far in ((806, 622, 17, 0.75), (868, 632, 20, 0.7), (834, 664, 30, 0.5)):
        art.add(rickshaw_front(art, x, y, s, mix(p.near, fog, far), 2.6))
    art.add(veil(art, fog, 0.2))
    art.add(bus_front(art, 965, 765, 84, mix("#a1542c", fog, 0.22), 1.9))
    art.add(veil(art, fog, 0.1))
    art.add(rickshaw_front(art, 650, 812, 84, "#4c5f52", 2.6))
    beam = art.gradient([(0, "#ffe6ae", 0.5), (1, "#ffe6ae", 0)])
    for x, y, w in ((650, 735, 84), (900, 706, 50), (1030, 706, 50)):
        art.add(
            art.painted(
                poly(
                    [
                        complex(x - w * 0.3, y),
                        complex(x + w * 0.3, y),
                        complex(x + w * 1.5, y + 270),
                        complex(x - w * 2.1, y + 270),
                    ]
                ),
                beam,
            )
        )
    art.add(haze(art, 700, 300, fog, 0.34))
    kerb = poly([1160 + 712j, 1640 + 782j, 1640 + 1010j, 1350 + 1010j])
    art.add(art.form(kerb, "#7a6d66", p.ink, 0.6, "down"))
    for i in range(7):
        a, b = i / 7, (i + 0.5) / 7
        u, v = 1160 + 712j + (190 + 298j) * a, 1160 + 712j + (190 + 298j) * b
        art.add(
            art.flat(
                poly([u, v, v + complex(-8, 16 + 10 * b), u + complex(-8, 14 + 10 * a)]),
                p.spark,
                0.8,
            )
        )
    child = Look("#e8e2d8", "#3e4552", cut="shirt", child=True, mask="#dfeaf0", skin="#b97f5a")

    def bag(far: Point, near: Point) -> str:
        st = Stamp(art, 1432, 935, 1)
        st.form(
            [(0, 130), (-4, 252), (22, 276), (62, 268), (66, 140), (34, 122)], p.accent, 0.7, 0.3
        )
        st.form([(4, 140), (4, 190), (44, 190), (46, 140)], deepen(p.accent, 0.2), 0.5, 0.2)
        return st.svg()

    art.add(
        bag(0, 0),
        person(
            art,
            1418,
            940,
            400,
            child,
            Pose(turn=0.3, near_arm=(-6, 10), far_arm=(8, 18), nod=4),
            -1,
        ).svg,
    )
    art.add(
        art.line(
            smooth([1434 + 672j, 1414 + 690j, 1408 + 730j, 1432 + 772j], False),
            deepen(p.accent, 0.25),
            9,
        )
    )
    art.add(canopy(art, (-80, -90, 420, 300), "#453d3a", 4, 30))
