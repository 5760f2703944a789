"""Health: a rooftop without standing water, and a finger-prick in a clinic."""

from __future__ import annotations

from pictures.art import Art
from pictures.buildings import flats, skyline
from pictures.color import deepen, lift, mix
from pictures.figure import Pose, Reach
from pictures.geometry import Point, box, ellipse, poly, smooth
from pictures.land import cloud, haze, ridge, sky, sun
from pictures.motifs import ajrak
from pictures.palette import HEALTH
from pictures.people import SKINS, Look, person
from pictures.plants import pot_plant, tree
from pictures.scenes.cast import man, woman
from pictures.scenes.registry import scene
from pictures.stamp import Stamp
from pictures.things import table


def _mosquito(art: Art, x: float, y: float, s: float, color: str) -> str:
    """A large stylized mosquito in line."""
    st = Stamp(art, x, y, s)
    w = 0.055
    st.flat([(-0.2, 0.2), (-0.9, 1.0), (-2.3, 1.5), (-2.5, 1.2), (-1.3, 0.5)], art.p.light, 0.6, 0.35)
    st.line([(-0.2, 0.22), (-0.9, 1.0), (-2.3, 1.5), (-2.5, 1.2), (-1.3, 0.5), (-0.2, 0.22)], color, w, 0.6)
    st.line([(0.0, 0.3), (-0.2, 1.2), (-1.0, 2.2), (-1.35, 2.0), (-0.8, 0.9), (0, 0.3)], color, w, 0.6)
    st.line([(-0.3, 0.1), (-1.2, -0.2), (-2.1, -0.75), (-2.5, -1.15)], color, 0.24, 0.6)
    for t in (0.28, 0.46, 0.64, 0.82):
        c = (-0.5 - 1.8 * t, 0.1 - 1.1 * t**1.25)
        st.line([(c[0] - 0.06, c[1] + 0.16), (c[0] + 0.06, c[1] - 0.16)], art.p.light, 0.07)
    st.disc(0, 0.15, 0.36, color, 0.3)
    st.disc(0.48, 0.0, 0.19, color)
    st.line([(0.6, -0.05), (1.3, -0.75)], color, w)
    for a, b, c in (((0.1, -0.1), (0.7, -0.7), (0.5, -1.8)), ((-0.1, -0.1), (0.2, -1.0), (-0.2, -2.0)),
                    ((-0.2, 0.0), (-0.5, -0.9), (-1.1, -1.8)), ((0.2, 0.1), (1.1, 0.6), (1.5, -0.4)),
                    ((-0.1, 0.2), (-1.0, 0.3), (-1.8, 0.9)), ((0.05, 0.3), (0.7, 1.1), (1.3, 0.7))):
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
        art.add(flats(art, x, 660, 190 + 20 * (i % 2), h, mix(p.haze, ("#d79ca0", "#c7ccd6", "#e9c4a8")[i % 3], 0.6), rows=2, cols=5, seed=i + 50,
                      balconies=0, amount=0.4))  # fmt: skip
    for x in (190, 700, 1190):
        art.add(tree(art, x, 650, 120, "#8aa08c", "#6b5a5a", x))
    art.add(_mosquito(art, 760, 250, 104, mix(p.accent, p.near, 0.15)))
    art.add(art.form(box(-10, 610, 1620, 90), mix(p.haze, p.light, 0.3), p.mid, 0.4))
    for i in range(17):
        x = -10 + i * 100
        for c in range(2):
            art.add(art.flat(ellipse(complex(x + 28 + c * 46, 650), 15), mix(p.far, p.mid, 0.25)))
    art.add(art.form(box(-10, 596, 1620, 20), p.far, amount=0.3))
    art.add(art.wash(box(-10, 698, 1620, 312), "#eac9bd", "#b08a8c"), art.grained(box(-10, 698, 1620, 312), p.near, 0.35, "down"))
    for i in range(9):
        art.add(art.line(poly([complex(800 + (i - 4) * 190, 700), complex(800 + (i - 4) * 330, 1010)], False), p.mid, 2, 0.2))
    for y in (760, 850):
        art.add(art.line(f"M-10 {y}H1610", p.mid, 2, 0.2))
    st = Stamp(art, 1400, 790, 100)
    for lx in (-0.9, 0.75):
        st.box(lx, 0, 0.2, 0.9, "#8c8f9c", 0.5)
    st.box(-1.2, 0.85, 2.4, 0.16, "#8c8f9c", 0.5)
    st.form([(-1.1, 1.0), (-1.12, 2.7), (-0.8, 3.05), (0.8, 3.05), (1.12, 2.7), (1.1, 1.0)], p.near, 0.85, 0.12)
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
            a, b = near + complex(-10 - k * 2, -36 + k * 15), near + complex(34 - k * 2, -28 + k * 15)
            out += art.line(poly([a, b], False), p.mid, 3, 0.6)
        return out

    art.add(person(art, 1060, 940, 500, worker, Pose(turn=0.45, far_arm=Reach(1290 + 560j), near_arm=(14, 100), nod=-6), 1, board).svg)
    lady = woman(art, 0, top=p.mid, scarf=p.spark, bottom="#f7e6da", skin=SKINS[0], trim=p.spark)
    dish = 690 + 770j

    def saucer(far: Point, near: Point) -> str:
        c = near + 26 + 6j
        out = art.form(ellipse(c, 66, 17, 32), "#b5573f", amount=0.5) + art.flat(ellipse(c + 5 - 6j, 54, 11, 32), "#8a3d30")
        pour = smooth([c + 50 + 28j, c + 66 + 60j, c + 70 + 140j, c + 58 + 140j, c + 46 + 70j, c + 34 + 30j], ease=0.5)
        return out + art.flat(pour, "#9cc3d4", 0.9)

    art.add(person(art, 510, 950, 470, lady, Pose(turn=0.4, lean=26, nod=10, near_arm=Reach(dish), far_arm=Reach(dish + 40 - 14j),
                   far_leg=(16, 2), near_leg=(-6, -12)), 1, saucer).svg)  # fmt: skip
    art.add(art.flat(ellipse(752 + 962j, 96, 15), "#9cc3d4", 0.75), art.flat(ellipse(770 + 958j, 50, 6), "#e3f1f4", 0.8))
    tire = Stamp(art, 880, 975, 92)
    tire.shadow(0.1, 1.2, 0.14)
    tire.form([(-1.05, 0.1), (-1.1, 0.5), (1.1, 0.5), (1.05, 0.1), (0, -0.12)], "#2a2a33", 0.6, 0.3)
    tire.disc(0, 0.5, 1.1, "#3a3b46", 0.34, 0.5)
    tire.disc(0, 0.5, 0.62, "#191a22", 0.18)
    for i in range(9):
        tire.line([(-0.95 + i * 0.235, 0.12 - 0.1 * (1 - abs(i - 4) / 4)), (-0.93 + i * 0.235, 0.36 - 0.1 * (1 - abs(i - 4) / 4))], "#4a4b57", 0.05)
    art.add(tire.svg())
    greens = ("#5f8a6b", "#7a9a62", "#4f7a6a")
    for i, (x, y, h) in enumerate(((110, 800, 210), (250, 770, 160), (60, 960, 300), (250, 985, 220), (1270, 985, 200), (1500, 990, 280))):
        art.add(pot_plant(art, x, y, h, greens[i % 3], "#b5573f", i + 5))


def _vegetables(art: Art, x: float, y: float, s: float) -> str:
    st = Stamp(art, x, y, s)
    st.disc(0, 0, 1.5, "#e9eef0", 0.34, 0.4)
    st.disc(0, 0.04, 1.2, "#fbfaf6", 0.25)
    for dx in (-0.75, -0.45, -0.6):
        st.disc(dx, 0.25 + dx * 0.2, 0.3, "#6f9a5a", 0.28, 0.6)
    st.form([(0.1, 0.1), (0.9, 0.34), (1.0, 0.2), (0.3, -0.08)], "#e8863a", 0.5, 0.3)
    st.form([(0.0, 0.2), (0.8, 0.5), (0.86, 0.36), (0.15, 0.04)], "#e8863a", 0.5, 0.3)
    st.disc(-0.05, 0.28, 0.28, "#cf4a3c", 0.27, 0.6)
    st.disc(0.15, -0.06, 0.22, "#cf4a3c", 0.2, 0.6)
    for dx in (-0.3, 0.5):
        st.disc(dx, 0.02, 0.2, "#b9d08c", 0.1)
        st.disc(dx, 0.02, 0.15, "#e3edc4", 0.07)
    return st.svg()


@scene("25-diabetes-clinic", HEALTH)
def clinic(art: Art) -> None:
    """A nurse checks a finger; one day on the calendar is circled."""
    p = art.p
    wall = "#eed7d0"
    art.add(art.wash(box(0, 0, 1600, 760), "#f7e6de", wall), art.flat(box(0, 520, 1600, 240), "#b9c3cc"), art.flat(box(0, 512, 1600, 10), p.far))
    art.add(art.wash(box(0, 756, 1600, 260), "#c7b3b0", "#7a7684"))
    for i in range(9):
        art.add(art.line(poly([complex(800 + (i - 4) * 200, 758), complex(800 + (i - 4) * 330, 1010)], False), p.near, 2, 0.2))
    art.add(art.form(box(80, 90, 380, 340), "#f8f3ee", p.mid, 0.3))
    art.add(art.wash(box(100, 110, 340, 300), "#a9c3d3", "#fbeedb"))
    view = box(100, 110, 340, 300)
    art.add(art.clipped(view, ridge(art, 380, 120, 61, "#a3a7bd", mist="#f3e3d6", soft=True), tree(art, 190, 420, 190, "#86a188", "#6b5a5a", 5),
                        sun(art, 350 + 190j, 30, "#fffaf0", 5)))  # fmt: skip
    art.add(art.line("M270 110V410M100 260H440", "#f8f3ee", 12))
    for side in (0, 1):
        x = 50 + side * 330
        curtain = smooth([complex(x, 70), complex(x + 110, 70), complex(x + 96 - side * 20, 240), complex(x + 116 - side * 40, 470),
                          complex(x + 10, 470), complex(x + 16, 240)], ease=0.4)  # fmt: skip
        art.add(art.form(curtain, p.far, p.mid, 0.6))
    art.add(art.line("M30 70H520", p.near, 8))
    beam = art.gradient([(0, "#fff6e2", 0.5), (1, "#fff6e2", 0)], "slant")
    art.add(f'<path d="{poly([100 + 110j, 440 + 110j, 1180 + 1000j, 560 + 1000j])}" fill="{beam}"/>')
    cal = Stamp(art, 760, 400, 1)
    cal.form([(0, 0), (0, 270), (230, 270), (230, 0)], "#fdf8f1", 0.4)
    cal.box(0, 206, 230, 64, p.mid, 0.4)
    for i in range(4):
        cal.line([(40 + i * 50, 262), (40 + i * 50, 284)], p.near, 6)
    for r in range(5):
        for c in range(7):
            cal.box(16 + c * 29.5, 166 - r * 36, 19, 19, p.haze if (r + c) % 6 else p.far, 0)
    ring = ellipse(cal.p(16 + 4 * 29.5 + 9.5, 166 - 2 * 36 + 9.5), 24, 22, -12)
    cal.out.append(art.line(ring, "#2f6fb0", 6))
    art.add(cal.svg())
    art.add(art.form(box(1270, 110, 270, 330), "#dfe5e8", p.near, 0.4), art.line("M1405 112V438", p.near, 3, 0.4))
    for r in range(3):
        art.add(art.flat(box(1284, 210 + r * 100, 242, 8), "#aeb8c0"))
        for i in range(7):
            tone = (p.mid, "#6f9ab0", p.spark, "#fdf8f1")[(i + r) % 4]
            art.add(art.form(box(1292 + i * 33, 210 + r * 100 - 56 + 12 * ((i + r) % 3), 24, 56 - 12 * ((i + r) % 3), 5), tone, amount=0.4))
    art.add(ajrak(art, 560, 470, 640, 42, p.mid, p.light, p.spark))
    chair = Stamp(art, 1165, 960, 1)
    chair.box(-90, 0, 18, 270, "#6b4a40", 0.5)
    chair.box(110, 0, 18, 520, "#6b4a40", 0.5)
    chair.form([(-100, 250), (-100, 280), (136, 280), (136, 250)], "#7d5648", 0.4)
    chair.box(96, 400, 24, 120, "#7d5648", 0.4)
    art.add(chair.svg())
    elder = man(art, 0, top="#e9e2d4", bottom="#e9e2d4", vest=p.near, hat=("pakol", "#a58a6b"), beard="#d9d5cf", mustache="#d9d5cf", skin=SKINS[1])
    touch = 792 + 612j
    old = person(art, 1150, 960, 640, elder, Pose(turn=0.35, far_leg=(84, 4), near_leg=(82, 0), near_arm=Reach(touch + 26 + 6j), far_arm=(30, 80), nod=12), -1)
    stool = Stamp(art, 470, 960, 1)
    stool.box(-8, 0, 16, 250, "#8c95a3", 0.5)
    stool.form([(-90, 250), (-84, 282), (84, 282), (90, 250)], p.mid, 0.5, 0.1)
    stool.form([(-70, 0), (-60, 14), (60, 14), (70, 0)], "#8c95a3", 0.4)
    art.add(stool.svg())
    nurse = Look("#fbf7f2", "#fbf7f2", scarf="#f3e6e4", close=True, skin=SKINS[4], vest="#7fa3b8", trim="#7fa3b8")

    def meter(far: Point, near: Point) -> str:
        c = far + 26 - 12j
        return art.form(poly([c + z for z in (-22 - 34j, 24 - 30j, 20 + 34j, -26 + 30j)]), p.near, amount=0.4) + art.flat(
            poly([c + z for z in (-14 - 24j, 16 - 21j, 14 + 2j, -16 - 1j)]), "#bfe3d8")  # fmt: skip

    sit = Pose(turn=0.4, far_leg=(84, 2), near_leg=(80, -4), near_arm=Reach(touch - 30 + 18j), far_arm=Reach(touch - 6 - 6j), nod=14, lean=6)
    seated = person(art, 500, 960, 620, nurse, sit, 1, meter)
    art.add(old.svg, seated.svg)
    art.add(table(art, 420, 985, 760, 300, "#a9745c", 44))
    art.add(_vegetables(art, 960, 655, 78))
    st = Stamp(art, 560, 668, 1)
    for dx in (0, 62):
        st.form([(dx - 62, 0), (dx - 66, 46), (dx - 30, 56), (dx + 6, 30), (dx + 48, 18), (dx + 54, 0)], ("#6f9ab0", "#7fa9bd")[dx > 0], 0.6, 0.3)
        st.form([(dx - 68, -6), (dx - 66, 8), (dx + 56, 8), (dx + 58, -6)], "#fbf7f2", 0.3, 0.15)
        for k in range(3):
            st.line([(dx - 22 + k * 13, 50 - k * 9), (dx - 12 + k * 13, 36 - k * 8)], "#fbf7f2", 4)
    art.add(st.svg())
    art.add(art.flat(ellipse(touch + 2j, 5), p.accent))


