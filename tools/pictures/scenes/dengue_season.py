"""A health worker points to the tank; a saucer is emptied."""

from __future__ import annotations

from pictures.art import Art
from pictures.buildings import flats, skyline
from pictures.color import lift, mix
from pictures.figure import Pose, Reach
from pictures.geometry import Point, box, ellipse, poly, smooth
from pictures.land import cloud, haze, ridge, sky, sun
from pictures.palette import HEALTH
from pictures.people import SKINS, Look, person
from pictures.plants import pot_plant, tree
from pictures.scenes.cast import woman
from pictures.scenes.registry import scene
from pictures.stamp import Stamp


def _mosquito(art: Art, x: float, y: float, s: float, color: str) -> str:
    """A large stylized mosquito in line."""
    st = Stamp(art, x, y, s)
    w = 0.055
    st.flat(
        [(-0.2, 0.2), (-0.9, 1.0), (-2.3, 1.5), (-2.5, 1.2), (-1.3, 0.5)], art.p.light, 0.6, 0.35
    )
    st.line(
        [(-0.2, 0.22), (-0.9, 1.0), (-2.3, 1.5), (-2.5, 1.2), (-1.3, 0.5), (-0.2, 0.22)],
        color,
        w,
        0.6,
    )
    st.line(
        [(0.0, 0.3), (-0.2, 1.2), (-1.0, 2.2), (-1.35, 2.0), (-0.8, 0.9), (0, 0.3)], color, w, 0.6
    )
    st.line([(-0.3, 0.1), (-1.2, -0.2), (-2.1, -0.75), (-2.5, -1.15)], color, 0.24, 0.6)
    for t in (0.28, 0.46, 0.64, 0.82):
        c = (-0.5 - 1.8 * t, 0.1 - 1.1 * t**1.25)
        st.line([(c[0] - 0.06, c[1] + 0.16), (c[0] + 0.06, c[1] - 0.16)], art.p.light, 0.07)
    st.disc(0, 0.15, 0.36, color, 0.3)
    st.disc(0.48, 0.0, 0.19, color)
    st.line([(0.6, -0.05), (1.3, -0.75)], color, w)
    for a, b, c in (
        ((0.1, -0.1), (0.7, -0.7), (0.5, -1.8)),
        ((-0.1, -0.1), (0.2, -1.0), (-0.2, -2.0)),
        ((-0.2, 0.0), (-0.5, -0.9), (-1.1, -1.8)),
        ((0.2, 0.1), (1.1, 0.6), (1.5, -0.4)),
        ((-0.1, 0.2), (-1.0, 0.3), (-1.8, 0.9)),
        ((0.05, 0.3), (0.7, 1.1), (1.3, 0.7)),
    ):
        st.line([a, b, c, (c[0] + 0.22, c[1] - 0.12)], color, w * 0.9, 0.25)
        st.line([((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), b], art.p.light, w * 0.6, 0, 0.6)
    for dy in (0.2, 0.42):
        st.line([(0.56, 0.1), (0.9, dy + 0.1), (1.2, dy + 0.2)], color, w * 0.7, 0.5)
    return st.svg()


@scene("24-dengue-season", HEALTH)
def rooftop(art: Art) -> None:
    """A health worker points to the tank; a saucer is emptied."""
    p = art.p
    art.add(sky(art, 580, ("#a9b6c8", "#f0cdbf", "#fde9d4")))
    art.add(sun(art, 250 + 220j, 52, "#fffaf0", 6), cloud(art, 60, 330, 360, p.light, 0.7))
    art.add(ridge(art, 470, 130, 41, mix(p.far, "#a3a9bf", 0.5), mist="#f6d9cb", soft=True))
    art.add(ridge(art, 520, 110, 44, mix(p.far, "#8c93ad", 0.5), mist="#f6d9cb", soft=True))
    art.add(haze(art, 500, 120, "#fbe3d6", 0.7))
    art.add(skyline(art, 560, 22, mix(p.far, p.haze, 0.35), low=20, high=84, widths=(50, 110)))
    for i in range(7):
        x = -40 + i * 250
        h = 90 + 40 * (i % 3)
        art.add(
            flats(
                art,
                x,
                660,
                190 + 20 * (i % 2),
                h,
                mix(p.haze, ("#d79ca0", "#c7ccd6", "#e9c4a8")[i % 3], 0.6),
                rows=2,
                cols=5,
                seed=i + 50,
                balconies=0,
                amount=0.4,
            )
        )
    for x in (190, 700, 1190):
        art.add(tree(art, x, 650, 120, "#8aa08c", "#6b5a5a", x))
    art.add(_mosquito(art, 770, 275, 94, mix(p.accent, p.near, 0.15)))
    art.add(art.form(box(-10, 610, 1620, 90), mix(p.haze, p.light, 0.3), p.mid, 0.4))
    for i in range(17):
        x = -10 + i * 100
        for c in range(2):
            art.add(art.flat(ellipse(complex(x + 28 + c * 46, 650), 15), mix(p.far, p.mid, 0.25)))
    art.add(art.form(box(-10, 596, 1620, 20), p.far, amount=0.3))
    art.add(
        art.wash(box(-10, 698, 1620, 312), "#eac9bd", "#b08a8c"),
        art.grained(box(-10, 698, 1620, 312), p.near, 0.35, "down"),
    )
    for i in range(9):
        art.add(
            art.line(
                poly(
                    [complex(800 + (i - 4) * 190, 700), complex(800 + (i - 4) * 330, 1010)], False
                ),
                p.mid,
                2,
                0.2,
            )
        )
    for y in (760, 850):
        art.add(art.line(f"M-10 {y}H1610", p.mid, 2, 0.2))
    st = Stamp(art, 1400, 790, 100)
    for lx in (-0.9, 0.75):
        st.box(lx, 0, 0.2, 0.9, "#8c8f9c", 0.5)
    st.box(-1.2, 0.85, 2.4, 0.16, "#8c8f9c", 0.5)
    st.form(
        [(-1.1, 1.0), (-1.12, 2.7), (-0.8, 3.05), (0.8, 3.05), (1.12, 2.7), (1.1, 1.0)],
        p.near,
        0.85,
        0.12,
    )
    for yy in (1.35, 1.75, 2.15, 2.55):
        st.line([(-1.1, yy), (0, yy - 0.1), (1.1, yy)], lift(p.near, 0.18), 0.05, 0.5)
    st.form([(-0.5, 3.03), (-0.46, 3.25), (0.46, 3.25), (0.5, 3.03)], lift(p.near, 0.25), 0.6, 0.1)
    st.line([(-1.1, 1.2), (-1.6, 1.2), (-1.6, 0)], "#a9adb8", 0.1)
    art.add(st.svg())
    worker = Look("#f3ece4", "#f3ece4", vest=p.accent, skin=SKINS[2], mustache="#2a1a1a")

    def board(far: Point, near: Point) -> str:
        quad = [near + z for z in (-20 - 66j, 50 - 54j, 40 + 38j, -32 + 26j)]
        out = art.form(poly(quad), "#9a6b4a", amount=0.4)
        inner = [near + z for z in (-14 - 54j, 44 - 44j, 36 + 30j, -25 + 20j)]
        out += art.form(poly(inner), p.light, amount=0.3)
        for k in range(4):
            a, b = (
                near + complex(-10 - k * 2, -36 + k * 15),
                near + complex(34 - k * 2, -28 + k * 15),
            )
            out += art.line(poly([a, b], False), p.mid, 3, 0.6)
        return out

    art.add(
        person(
            art,
            1060,
            940,
            500,
            worker,
            Pose(turn=0.45, far_arm=Reach(1290 + 560j), near_arm=(14, 100), nod=-6),
            1,
            board,
        ).svg
    )
    lady = woman(art, 0, top=p.mid, scarf=p.spark, bottom="#f7e6da", skin=SKINS[0], trim=p.spark)
    dish = 690 + 770j

    def saucer(far: Point, near: Point) -> str:
        c = near + 26 + 6j
        out = art.form(ellipse(c, 66, 17, 32), "#b5573f", amount=0.5) + art.flat(
            ellipse(c + 5 - 6j, 54, 11, 32), "#8a3d30"
        )
        pour = smooth(
            [c + 50 + 28j, c + 66 + 60j, c + 70 + 140j, c + 58 + 140j, c + 46 + 70j, c + 34 + 30j],
            ease=0.5,
        )
        return out + art.flat(pour, "#9cc3d4", 0.9)

    art.add(
        person(
            art,
            510,
            950,
            470,
            lady,
            Pose(
                turn=0.4,
                lean=26,
                nod=10,
                near_arm=Reach(dish),
                far_arm=Reach(dish + 40 - 14j),
                far_leg=(16, 2),
                near_leg=(-6, -12),
            ),
            1,
            saucer,
        ).svg
    )
    art.add(
        art.flat(ellipse(752 + 962j, 96, 15), "#9cc3d4", 0.75),
        art.flat(ellipse(770 + 958j, 50, 6), "#e3f1f4", 0.8),
    )
    tire = Stamp(art, 880, 975, 92)
    tire.shadow(0.1, 1.2, 0.14)
    tire.form([(-1.05, 0.1), (-1.1, 0.5), (1.1, 0.5), (1.05, 0.1), (0, -0.12)], "#2a2a33", 0.6, 0.3)
    tire.disc(0, 0.5, 1.1, "#3a3b46", 0.34, 0.5)
    tire.disc(0, 0.5, 0.62, "#191a22", 0.18)
    for i in range(9):
        tire.line(
            [
                (-0.95 + i * 0.235, 0.12 - 0.1 * (1 - abs(i - 4) / 4)),
                (-0.93 + i * 0.235, 0.36 - 0.1 * (1 - abs(i - 4) / 4)),
            ],
            "#4a4b57",
            0.05,
        )
    art.add(tire.svg())
    greens = ("#5f8a6b", "#7a9a62", "#4f7a6a")
    for i, (x, y, h) in enumerate(
        (
            (110, 800, 210),
            (250, 770, 160),
            (60, 960, 300),
            (250, 985, 220),
            (1270, 985, 200),
            (1500, 990, 280),
        )
    ):
        art.add(pot_plant(art, x, y, h, greens[i % 3], "#b5573f", i + 5))
