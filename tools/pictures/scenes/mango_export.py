"""Dried mango slices go into pouches along a steel table."""

from __future__ import annotations

from pictures.art import Art
from pictures.color import deepen, lift, mix
from pictures.figure import Pose, Reach
from pictures.geometry import box, ellipse, poly
from pictures.land import haze, sun
from pictures.palette import BUSINESS
from pictures.people import SKINS, Look, person
from pictures.plants import palm
from pictures.scenes.registry import scene
from pictures.stamp import Stamp
from pictures.things import crate

GOLD = "#eaa72f"


def _mango(art: Art, x: float, y: float, s: float, tilt: int = 1) -> str:
    st = Stamp(art, x, y, s, tilt)
    st.form(
        [
            (-0.8, 0.1),
            (-0.6, 0.62),
            (0, 0.82),
            (0.6, 0.62),
            (0.86, 0.2),
            (0.5, -0.22),
            (-0.2, -0.36),
            (-0.7, -0.2),
        ],
        mix(GOLD, "#d9682a", 0.3 if tilt > 0 else 0.1),
        0.6,
        0.6,
        shade="#a8401f",
    )
    st.line([(-0.72, 0.3), (-0.86, 0.5)], "#5b4a26", 0.1)
    st.line([(-0.3, 0.52), (0.1, 0.62)], "#fbdf8e", 0.1, opacity=0.8)
    return st.svg()


def _fruit_crate(art: Art, x: float, y: float, w: float) -> str:
    wood = "#b5834f"
    h = w * 0.36
    out = art.flat(box(x, y - h, w, h), deepen(wood, 0.6))
    for row in range(3):
        for i in range(5 - row % 2):
            mx = x + w * (0.13 + 0.185 * i + (0.09 if row % 2 else 0))
            out += _mango(
                art, mx, y - h * 0.92 - w * 0.075 * (1 - row), w * 0.105, 1 if (i + row) % 2 else -1
            )
    for k in range(3):
        out += art.form(
            box(x, y - h + 3 + k * h / 3, w, h / 3 - 6), lift(wood, 0.1 * (k % 2)), amount=0.5
        )
    for px in (x, x + w - w * 0.06):
        out += art.form(box(px, y - h, w * 0.06, h), deepen(wood, 0.2), amount=0.4)
    return out


@scene("17-mango-export", BUSINESS, light=1)
def packing_shed(art: Art) -> None:
    """Dried mango slices go into pouches along a steel table."""
    p = art.p
    wall = mix(p.haze, p.light, 0.45)
    art.add(art.wash(box(0, 0, 1600, 700), mix(p.far, p.haze, 0.4), wall))
    for i in range(8):
        art.add(
            art.form(
                box(-20 + i * 150, 190, 148, 440), mix(wall, p.far, 0.12 * (i % 2)), p.mid, 0.25
            )
        )
    art.add(
        art.flat(box(0, 520, 1180, 12), p.far, 0.7),
        art.flat(box(0, 532, 1180, 110), mix(p.mid, p.far, 0.4), 0.75),
    )
    for i in range(4):
        x = 70 + i * 270
        art.add(art.form(box(x, 238, 170, 120), p.mid, amount=0.3))
        art.add(
            art.wash(box(x + 8, 246, 154, 104), p.sky[1], p.sky[2]),
            art.line(f"M{x + 85} 246v104M{x + 8} 298h154", p.mid, 5),
        )
    for i in range(10):
        x = -80 + i * 180
        art.add(art.line(f"M{x} 190L{x + 90} 60L{x + 180} 190", p.mid, 8, 0.8))
    art.add(
        art.form(box(-10, 176, 1620, 20), p.near, amount=0.3),
        art.form(box(-10, 50, 1620, 18), p.near, amount=0.3),
    )
    for i in range(4):
        x = 160 + i * 270
        st = Stamp(art, x, 205, 1)
        st.line([(0, 0), (0, 146)], p.near, 4)
        st.form([(-46, -6), (-16, 26), (16, 26), (46, -6)], p.near, 0.5, 0.1)
        art.add(st.svg())
    door = box(1195, 230, 330, 470)
    art.add(art.form(box(1172, 206, 376, 494), p.near, amount=0.3))
    art.add(
        art.painted(door, art.gradient([(0, "#8fc3bb", 1), (0.6, "#f3dca0", 1), (1, "#f7d588", 1)]))
    )
    art.add(
        art.clipped(
            door,
            sun(art, 1420 + 430j, 46, "#fff5d6", 5),
            art.flat(box(1190, 610, 400, 100), "#c9a55a"),
            palm(art, 1270, 640, 330, "#3f7a5d", "#6b4b2d", 3),
            palm(art, 1460, 650, 280, "#35694f", "#6b4b2d", 6),
            palm(art, 1372, 625, 200, "#5b9073", "#8a6a42", 9),
        )
    )
    art.add(art.wash(box(-10, 640, 1620, 370), mix(p.far, p.haze, 0.3), mix(p.near, p.mid, 0.4)))
    art.add(
        art.painted(
            poly([1195 + 700j, 1525 + 700j, 1240 + 1010j, 560 + 1010j]),
            art.gradient([(0, "#ffe9ae", 0.75), (1, "#ffe9ae", 0.05)]),
        )
    )
    for r, n in enumerate((3, 2, 1)):
        for i in range(n):
            art.add(crate(art, 1330 + i * 92 + r * 46 - 60, 880 - r * 84, 88, 82, "#b98f5c", 0.2))
            art.add(
                art.flat(
                    ellipse(complex(1374 + i * 92 + r * 46 - 60, 840 - r * 84), 18, 13), GOLD, 0.9
                )
            )
    coat = ("#f5f2e6", mix(p.far, p.light, 0.4))
    team = [(150, 0), (372, 1), (600, 2), (826, 3), (1040, 4)]
    hands: list[str] = []
    for x, i in team:
        woman_ = i % 2 == 0
        look = Look(
            (p.mid, p.spark, p.near, "#b9623a", p.far)[i],
            "#e9e2cf",
            skin=SKINS[i % 5],
            vest=coat[0],
            scarf=mix(p.light, p.far, 0.2) if woman_ else None,
            close=True,
            hat=None if woman_ else ("topi", "#fbfaf2"),
            mustache="#2a1a14" if i == 1 else None,
        )
        side = 1 if i % 2 else -1
        pose = Pose(
            turn=0.78,
            nod=12,
            lean=4,
            near_arm=Reach(complex(x - 84 * side, 690)),
            far_arm=Reach(complex(x + 88 * side, 694)),
            far_over=True,
        )
        whole = person(art, x, 868, 452, look, pose, side, shadow=0).svg
        art.add(whole)
        hands.append(art.clipped(box(x - 140, 590, 84, 130) + box(x + 56, 590, 84, 130), whole))
    steel = "#b7c4c4"
    art.add(
        art.form(
            poly([-20 + 672j, 1150 + 672j, 1210 + 742j, -20 + 742j]),
            lift(steel, 0.35),
            p.mid,
            0.5,
            "left",
            0.1,
        )
    )
    art.add(art.form(box(-20, 742, 1230, 26), steel, amount=0.5, angle="down"))
    for x in (60, 560, 1130):
        art.add(art.form(box(x, 768, 22, 200), deepen(steel, 0.25), amount=0.5))
    art.add(art.form(box(-20, 880, 1180, 14), deepen(steel, 0.2), amount=0.4))
    for k in range(6):
        x = 60 + k * 205
        if k % 2 == 0:
            art.add(art.form(ellipse(complex(x + 40, 712), 92, 22), "#e8ecea", amount=0.4))
            for _ in range(24):
                c = complex(x + 40 + art.rng.gauss(0, 34), 704 - abs(art.rng.gauss(0, 9)))
                art.add(
                    art.form(
                        ellipse(c, 19, 7, art.rng.uniform(-40, 40)),
                        mix(GOLD, "#d9682a", art.rng.uniform(0, 0.5)),
                        "#a8401f",
                        0.5,
                    )
                )
        else:
            for i in range(4):
                st = Stamp(art, x + i * 36, 732 - (i % 2) * 6, 1)
                st.form([(-20, 0), (-17, 64), (17, 64), (20, 0)], "#f6efdc", 0.5, 0.06)
                st.form([(-15, 12), (-13, 44), (13, 44), (15, 12)], GOLD, 0.4, 0.2)
                st.line([(-16, 57), (16, 57)], p.mid, 4)
                art.add(st.svg())
    art.add(*hands)
    art.add(
        _fruit_crate(art, 190, 985, 260),
        _fruit_crate(art, 480, 1000, 250),
        _fruit_crate(art, 940, 985, 270),
    )
    art.add(_mango(art, 800, 974, 40), _mango(art, 866, 984, 38, -1))
    art.add(haze(art, 620, 300, "#ffe9b0", 0.16))
