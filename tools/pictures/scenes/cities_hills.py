"""Cities and roads of the uplands: water in drums, a slide across a highway."""

from __future__ import annotations

from collections.abc import Callable

from pictures.art import Art
from pictures.buildings import flats
from pictures.color import deepen, lift, mix
from pictures.figure import Pose, Reach
from pictures.geometry import Point, box, poly, smooth
from pictures.land import boulder, haze, peak, ridge, sky, sun, water
from pictures.machines import bulldozer
from pictures.palette import CITIES
from pictures.people import Look, person
from pictures.plants import poplar
from pictures.scenes.cast import man, woman
from pictures.scenes.registry import scene
from pictures.stamp import Stamp
from pictures.vehicles import bus, tanker, truck


def _drum(art: Art, x: float, y: float, s: float, color: str = "#3d7396") -> str:
    st = Stamp(art, x, y, s)
    st.shadow(0.1, 0.6, 0.09)
    st.form([(-0.5, 0.06), (-0.5, 1.3), (0.5, 1.3), (0.5, 0.06), (0, -0.04)], color, 0.85, 0.08)
    for by in (0.42, 0.88):
        st.line([(-0.5, by), (0, by - 0.05), (0.5, by)], lift(color, 0.25), 0.05, 0.5)
    st.disc(0, 1.3, 0.5, lift(color, 0.12), 0.12)
    st.disc(0, 1.3, 0.41, deepen(color, 0.5), 0.09)
    return st.svg()


def _can(art: Art, x: float, y: float, s: float, color: str) -> str:
    st = Stamp(art, x, y, s)
    st.form(
        [(-0.4, 0), (-0.42, 0.8), (-0.25, 1.0), (0.3, 1.0), (0.42, 0.8), (0.4, 0)], color, 0.7, 0.08
    )
    st.line([(-0.12, 1.0), (-0.1, 1.2), (0.22, 1.2), (0.24, 1.0)], deepen(color, 0.25), 0.09)
    st.box(-0.38, 1.0, 0.16, 0.14, deepen(color, 0.4))
    st.line([(-0.3, 0.2), (0.3, 0.75)], deepen(color, 0.25), 0.05)
    st.line([(-0.3, 0.75), (0.3, 0.2)], deepen(color, 0.25), 0.05)
    return st.svg()


@scene("12-quetta-water", CITIES)
def tanker_street(art: Art) -> None:
    """A tanker fills drums; women and children wait with cans."""
    p = art.p
    art.add(sky(art, 560, ("#7f93ac", "#cfc6bd", "#f6e1c3")))
    art.add(sun(art, 250 + 250j, 40, "#fff6e0", 6))
    brown = "#8d6a56"
    snow = "#f6eee2"
    art.add(peak(art, 560 + 175j, 60, 1020, 600, mix(brown, "#c9b3a6", 0.45), 71, snow, 0.12))
    art.add(peak(art, 1130 + 120j, 560, 1720, 600, mix(brown, "#c9b3a6", 0.3), 77, snow, 0.14))
    art.add(ridge(art, 560, 210, 15, mix(brown, "#c9b3a6", 0.12), mist="#e3ccb4", roughness=0.58))
    art.add(haze(art, 550, 150, "#f0dcc2", 0.75))
    for i in range(13):
        w, h = 130 + 40 * (i % 3), 70 + 34 * ((i * 5) % 4)
        x = -40 + i * 130
        art.add(
            flats(
                art,
                x,
                640,
                w,
                h,
                mix("#c7a58a", ("#e0cdb9", "#a98d7c", "#d9b48d")[i % 3], 0.6),
                rows=1 + h // 70,
                cols=3,
                seed=i + 2,
                balconies=0,
                amount=0.4,
            )
        )
    for x in (70, 120, 640, 1560):
        art.add(poplar(art, x, 650, 150 + x % 50, p.near, "#5b4a42", bare=True))
    art.add(art.wash(box(-10, 632, 1620, 380), "#dcbf9e", "#957759"))
    art.add(art.grained(box(-10, 632, 1620, 380), "#6b5341", 0.5, "down", 0.2))
    for i in range(5):
        y = 700 + i * 60
        art.add(
            art.line(
                smooth(
                    [
                        complex(-20, y),
                        complex(500, y - 10),
                        complex(1100, y + 14),
                        complex(1620, y),
                    ],
                    False,
                ),
                "#7d6149",
                3,
                0.25,
            )
        )
    art.add(tanker(art, 1196, 840, 106, "#4f7f9a", 1))
    hose = [838 + 700j, 790 + 742j, 760 + 700j, 735 + 704j, 722 + 726j]
    art.add(
        art.line(smooth(hose, False), "#2c2f35", 15), art.line(smooth(hose, False), "#565a60", 5)
    )
    art.add(art.line(smooth([722 + 726j, 708 + 752j, 704 + 790j], False), "#d6ebf2", 13, 0.9))
    for x, y, s in ((600, 838, 92), (700, 852, 96), (806, 866, 100)):
        art.add(_drum(art, x, y, s))
    pourer = man(art, 1, hat=("pakol", "#a58a6b"), top="#6b665f", bottom="#6b665f", shawl="#8c4a2b")
    art.add(
        person(
            art,
            880,
            880,
            350,
            pourer,
            Pose(turn=0.4, near_arm=Reach(756 + 706j), far_arm=Reach(740 + 712j)),
            -1,
        ).svg
    )
    can_inks = ("#e0a52e", "#d6d2c6", "#5f93ab", "#d05c22")

    def carry(color: str) -> Callable[[Point, Point], str]:
        def held(far: Point, near: Point) -> str:
            return _can(art, near.real, near.imag + 66, 62, color)

        return held

    queue = [
        (480, 884, 336, woman(art, 2)),
        (350, 904, 350, woman(art, 5, shawl=None)),
        (205, 930, 366, woman(art, 0)),
    ]
    for i, (x, y, h, look) in enumerate(queue):
        art.add(
            person(
                art,
                x,
                y,
                h,
                look,
                Pose(turn=0.4, near_arm=(2, 6), far_arm=(12, 70), nod=5),
                1,
                carry(can_inks[i]),
            ).svg
        )
    kids = [
        (555, 912, 220, Look("#d05c22", "#5a4a44", child=True, hat=("beanie", "#f0d9a8"))),
        (425, 938, 232, Look("#7c8c94", "#e6d8c2", child=True, scarf="#e9b35a")),
        (92, 962, 246, Look("#a5523a", "#4b474c", child=True, hat=("topi", "#f7f0e2"))),
    ]
    for x, y, h, look in kids:
        art.add(
            person(art, x, y, h, look, Pose(turn=0.4, near_arm=(4, 10), far_arm=(14, 60)), 1).svg
        )
    for x, y, s, k in (
        (500, 950, 70, 0),
        (315, 962, 78, 1),
        (262, 972, 70, 3),
        (624, 930, 62, 2),
        (690, 936, 60, 1),
    ):
        art.add(_can(art, x, y, s, can_inks[k]))
    puddle = smooth([640 + 886j, 760 + 876j, 900 + 892j, 800 + 912j, 690 + 906j], ease=0.8)
    art.add(art.flat(puddle, "#bcd0d6", 0.55))


@scene("13-karakoram-slide", CITIES)
def slide(art: Art) -> None:
    """Boulders and dust across a highway above a turquoise river."""
    p = art.p
    art.add(sky(art, 600, ("#7f858e", "#b4b2b0", "#e6d3bd")))
    art.add(peak(art, 380 + 130j, -160, 820, 620, "#a3a5ad", 83, "#efe9e1", 0.4, "#7f838f"))
    art.add(peak(art, 60 + 250j, -360, 460, 660, "#868a94", 87, "#efe9e1", 0.2, "#666b78"))
    art.add(haze(art, 500, 260, "#dcd0c4", 0.85))
    art.add(ridge(art, 720, 270, 25, "#6f7078", mist="#c9c0b8", roughness=0.6))
    art.add(art.flat(box(-10, 700, 1620, 320), "#5d5a5d"))
    river = smooth(
        [
            -30 + 730j,
            240 + 716j,
            420 + 736j,
            560 + 790j,
            700 + 860j,
            900 + 930j,
            1200 + 1020j,
            -30 + 1020j,
        ],
        ease=0.6,
    )
    art.add(
        art.wash(river, "#6fc0bd", "#1d7d88"),
        water(art, 716, 1010, "#7ccac5", "#2a8a92", "#e6f5ee", 300, 60, river),
    )
    cliff = [
        640 - 10j,
        600 + 130j,
        660 + 250j,
        610 + 380j,
        680 + 500j,
        640 + 590j,
        1620 + 590j,
        1620 - 10j,
    ]
    art.add(art.form(poly(cliff), "#77706d", p.ink, 0.85, "right", 0.0))
    rng = art.rng
    for i in range(30):
        x, y = rng.uniform(630, 1560), rng.uniform(-30, 520)
        w, h = rng.uniform(40, 150), rng.uniform(80, 230)
        facet = [
            complex(x, y),
            complex(x + w, y + h * 0.2),
            complex(x + w * 0.7, y + h),
            complex(x - w * 0.25, y + h * 0.7),
        ]
        tone = lift("#77706d", 0.2) if i % 2 else deepen("#77706d", 0.35)
        art.add(
            art.clipped(
                poly(cliff),
                art.form(poly(facet), tone, amount=0.3).replace("<path", '<path opacity=".42"', 1),
            )
        )
    scar = poly([1010 - 10j, 1190 - 10j, 1250 + 200j, 1330 + 590j, 850 + 600j, 960 + 260j])
    art.add(art.form(scar, "#b19a86", "#5b4a40", 0.7, "down"))
    road = poly([-30 + 610j, 640 + 586j, 1630 + 590j, 1630 + 690j, 700 + 690j, -30 + 700j])
    art.add(art.form(road, "#575458", p.ink, 0.5, "down"))
    wall = poly(
        [-30 + 694j, 700 + 684j, 1630 + 684j, 1630 + 830j, 980 + 812j, 620 + 760j, -30 + 735j]
    )
    art.add(art.form(wall, "#6b615b", p.ink, 0.8, "down", 0.0))
    for i in range(14):
        art.add(art.flat(box(-20 + i * 62, 676 - (i < 11) * 0, 34, 22), "#d8cfc4"))
    art.add(truck(art, 130, 676, 38, p.accent), bus(art, 420, 680, 37, "#4f7077", band=p.spark))
    art.add(truck(art, 668, 684, 36, "#5c7f5a"))
    foot = [
        1480 + 800j,
        1530 + 880j,
        1470 + 935j,
        1380 + 960j,
        1290 + 945j,
        1190 + 985j,
        1080 + 950j,
        980 + 975j,
        880 + 925j,
        800 + 940j,
        730 + 890j,
        770 + 800j,
    ]
    fan = smooth([860 + 650j, 950 + 470j, 1090 + 330j, 1220 + 440j, 1370 + 640j, *foot], ease=0.35)
    art.add(art.form(fan, "#9a8676", "#4b3f39", 0.85, "right", 0.05))
    spots = []
    for _ in range(120):
        t = rng.random() ** 0.7
        y = 400 + 560 * t
        half = 30 + 360 * t
        spots.append(
            (y, 1110 + 20 * t + rng.uniform(-1, 1) * half, rng.uniform(14, 60) * (0.5 + t * 0.7))
        )
    for y, x, w in sorted(spots):
        art.add(boulder(art, x, y, w, mix("#a39486", "#6f6763", rng.random())))
    for x, y, w in ((905, 700, 110), (1010, 760, 150), (1240, 720, 130), (1150, 860, 170)):
        art.add(boulder(art, x, y, w, "#8b8079"))
    for c, r in ((1120 + 440j, 200), (990 + 560j, 170), (1270 + 590j, 180), (900 + 640j, 120)):
        art.add(f'<g filter="url(#blur12)">{art.glow(c, r, "#e0cdb8", 0.8)}</g>')
    art.add(bulldozer(art, 1430, 692, 74, "#eba51e", -1))
    man_ = Look("#4b4a52", "#3a3a42", cut="coat", vest=p.accent, hat=("hard", "#f3efe2"))
    art.add(
        person(
            art, 800, 700, 124, man_, Pose(turn=0.4, near_arm=(60, 150), far_arm=(10, 20)), 1
        ).svg
    )
    art.add(person(art, 560, 698, 112, man(art, 3), Pose(turn=0.4), 1).svg)
    art.add(person(art, 292, 694, 110, man(art, 1, shawl="#7b5b43"), Pose(turn=0.5), 1).svg)
    art.add(haze(art, 760, 160, "#d9cbbd", 0.28))
    dark = deepen(p.ink, 0.05)
    art.add(
        art.form(
            poly([-20 + 1010j, -20 + 850j, 90 + 880j, 180 + 940j, 300 + 960j, 420 + 1010j]),
            dark,
            amount=0,
        )
    )
    art.add(
        art.form(
            poly([1620 + 1010j, 1620 + 850j, 1540 + 880j, 1470 + 950j, 1380 + 1010j]),
            dark,
            amount=0,
        )
    )
    for i, (x, h) in enumerate(((60, 190), (120, 150))):
        art.add(poplar(art, x, 920 + i * 30, h, dark, dark, bare=True))
