"""Science: students and a far star, volunteers and a near glacier."""

from __future__ import annotations

import math

from pictures.art import Art
from pictures.color import mix
from pictures.figure import Pose, Reach
from pictures.geometry import Point, box, ellipse, poly, smooth
from pictures.land import boulder, cloud, haze, peak, ridge, sky, stars, sun, water
from pictures.machines import mast, telescope
from pictures.palette import SCIENCE
from pictures.people import SKINS, Look, person
from pictures.plants import pot_plant
from pictures.scenes.registry import scene
from pictures.stamp import Stamp
from pictures.things import laptop


def _orbiter(art: Art, x: float, y: float, s: float) -> str:
    """A small stylized space telescope with honeycomb mirror and shield."""
    st = Stamp(art, x, y, s)
    p = art.p
    st.form([(-2.3, -0.7), (-0.2, -0.15), (2.3, -0.6), (0.4, -1.15)], "#8fa9cf", 0.6)
    st.form([(-2.0, -0.85), (-0.1, -0.35), (2.0, -0.8), (0.4, -1.3)], "#b9c9e3", 0.6)
    for q, r in ((0, 0), (1, 0), (-1, 0), (0.5, 0.87), (-0.5, 0.87), (0.5, -0.87), (-0.5, -0.87), (1.5, 0.87), (-1.5, 0.87)):
        if abs(q) > 1.2:
            continue
        c = (q * 0.62, 0.75 + r * 0.62)
        st.form([(c[0] + 0.34 * math.cos(math.pi / 6 + i * math.pi / 3), c[1] + 0.34 * math.sin(math.pi / 6 + i * math.pi / 3)) for i in range(6)],
                p.spark, 0.6)  # fmt: skip
    st.line([(-0.9, 0.1), (0, 2.3), (0.9, 0.1)], "#dfe8f5", 0.07)
    st.disc(0, 2.3, 0.16, "#dfe8f5")
    return st.svg()


@scene("27-student-telescope", SCIENCE)
def rooftop_telescope(art: Art) -> None:
    """Four students, a small telescope and a curve that dips."""
    p = art.p
    art.add(sky(art, 640, ("#0a1c4d", "#3a5590", "#f0a75c")))
    art.add(stars(art, 120, 430), art.glow(1180 + 600j, 700, "#ffcf80", 0.6))
    for c in (300 + 130j, 1010 + 90j, 1330 + 260j):
        art.add(art.glow(c, 36, "#fff2cf", 0.9), art.flat(ellipse(c, 3.4), "#ffffff"))
        art.add(art.line(f"M{c.real - 15} {c.imag}h30M{c.real} {c.imag - 15}v30", "#fff2cf", 1.4, 0.8))
    art.add(_orbiter(art, 1270, 150, 42))
    art.add(ridge(art, 640, 230, 5, "#4a5d92", mist="#d99a68", soft=True, roughness=0.5))
    art.add(ridge(art, 690, 210, 8, "#22386f", mist="#7d6a7c", soft=True, roughness=0.5))
    for _ in range(120):
        c = complex(art.rng.uniform(0, 1600), art.rng.uniform(640, 712))
        art.add(art.flat(ellipse(c, art.rng.uniform(1.2, 2.6)), p.spark, art.rng.uniform(0.4, 0.95)))
    art.add(art.form(box(-10, 706, 1620, 70), "#1b3060", amount=0.4), art.form(box(-10, 694, 1620, 18), "#33508c", amount=0.4))
    art.add(art.wash(box(-10, 772, 1620, 240), "#22386c", "#0a1838"))
    art.add(art.glow(1150 + 860j, 460, "#6fb3ee", 0.35))
    scope = 690 + 650j
    art.add(telescope(art, scope, 145, "#dfe6ee", -0.78 - 0.62j))
    looks = [Look(p.accent, "#1a2444", cut="kameez", scarf="#f3ddb0", skin=SKINS[2]), Look("#c9566a", "#e9dcc2", style="braid", skin=SKINS[4]),
             Look("#5f9ac0", "#162040", cut="shirt", skin=SKINS[0]), Look("#e9d8b0", "#20305c", cut="shirt", skin=SKINS[1])]
    art.add(person(art, 935, 950, 470, looks[0], Pose(turn=0.3, lean=22, nod=6, near_arm=Reach(812 + 700j), far_arm=(40, 70), far_leg=(14, 2), near_leg=(-8, -12)), -1).svg)
    art.add(person(art, 470, 955, 500, looks[2], Pose(turn=0.45, nod=-18, far_arm=(128, 150), near_arm=(-8, 8)), 1).svg)
    art.add(art.form(box(1080, 836, 330, 20), "#6b4a35", amount=0.4), art.form(box(1104, 856, 26, 130), "#4b3326", amount=.4),
            art.form(box(1360, 856, 26, 130), "#4b3326", amount=0.4))  # fmt: skip
    art.add(person(art, 1445, 965, 480, looks[3], Pose(turn=0.45, lean=12, nod=12, near_arm=Reach(1340 + 812j), far_arm=(20, 60)), -1).svg)
    art.add(person(art, 1065, 975, 470, looks[1], Pose(turn=0.4, nod=12, near_arm=(20, 100), far_arm=Reach(1170 + 780j)), 1).svg)
    art.add(laptop(art, 1230, 838, 96, "#8fa3c4", "#0d2350"))
    x0, y0 = 1146, 700
    curve = []
    for i in range(40):
        t = i / 39
        dip = 62 if 0.42 < t < 0.6 else 62 * max(0, 1 - min(abs(t - 0.42), abs(t - 0.6)) / 0.06)
        curve.append(complex(x0 + t * 196, y0 - 14 + dip + art.rng.uniform(-4, 4)))
    art.add(art.glow(1245 + 715j, 230, "#7fc0f5", 0.4))
    art.add(art.line(f"M{x0} {y0 + 76}H{x0 + 200}M{x0} {y0 - 46}V{y0 + 76}", "#6f9ad0", 2, 0.7))
    for c in curve:
        art.add(art.flat(ellipse(c, 3.4), p.spark))
    art.add(art.line(smooth(curve[::2], False), "#ffe6ae", 3))
    art.add(pot_plant(art, 120, 985, 260, "#2f5f6c", "#a9583a", 3), pot_plant(art, 250, 995, 180, "#3a7078", "#8f4a35", 4))


@scene("28-glacier-watch", SCIENCE)
def glacier_watch(art: Art) -> None:
    """Two volunteers check a mast beside a turquoise lake."""
    p = art.p
    art.add(sky(art, 600, ("#2f6cb5", "#8fbfe0", "#fbe8c0")))
    art.add(sun(art, 300 + 210j, 44, "#fffbe8", 7))
    art.add(cloud(art, 980, 120, 420, "#ffffff", 0.6))
    snow = "#fbf8ee"
    art.add(peak(art, 760 + 90j, 220, 1300, 620, "#6f93c0", 111, snow, 0.7, "#4c74aa"))
    art.add(peak(art, 1290 + 140j, 880, 1800, 640, "#5f86b8", 115, snow, 0.62, "#41689f"))
    art.add(haze(art, 470, 200, "#dce9ee", 0.8))
    ice = smooth([900 + 390j, 1010 + 372j, 1130 + 400j, 1210 + 520j, 1420 + 668j, 760 + 668j, 830 + 560j, 880 + 470j], ease=0.5)
    art.add(art.form(ice, "#dde7ea", "#7f9fc0", 0.7, "right", 0.1))
    marks = []
    for i in range(32):
        t = i / 31
        y, w = 390 + 285 * t, 150 + 430 * t
        mid = 1005 + 85 * t
        jag = [complex(mid + w * (k / 6 - 0.5) * 1.6, y + 14 * (0.4 + t) * math.cos((k - 3) * 0.5) + art.rng.uniform(-4, 4)) for k in range(7)]
        marks.append(art.line(smooth(jag, False), "#7f9dba", 1 + 2.6 * t, 0.5))
    for dx in (-50, 10, 66):
        marks.append(art.line(smooth([complex(1010 + dx * 0.5, 380), complex(1020 + dx, 500), complex(1080 + dx * 3, 680)], False, .8), "#56647f", 8, 0.5))
    art.add(art.clipped(ice, *marks))
    lip = [complex(745 + i * 34, 668 - art.rng.uniform(14, 44)) for i in range(21)]
    art.add(art.flat(poly([*lip, 1430 + 690j, 745 + 690j]), "#a9cfdc", 0.9))
    art.add(peak(art, 260 + 190j, -340, 860, 700, "#2c558f", 121, snow, 0.3, "#153a70"))
    art.add(peak(art, 1640 + 260j, 1230, 2160, 700, "#234a84", 127, snow, 0.26, "#123163"))
    art.add(haze(art, 670, 110, "#d6e8ea", 0.6))
    art.add(art.flat(box(-10, 668, 1620, 340), "#2aa0ac"))
    art.add(water(art, 668, 900, "#7ed8d6", "#1b8b9c", "#effcf6", 900, 70))
    for i in range(9):
        x = 420 + i * 130
        drop = poly([complex(x, 670), complex(x + 60, 740 + 30 * (i % 3)), complex(x + 130, 670)])
        art.add(art.flat(drop, "#f2f7f2", 0.12))
    for x, y, w in ((900, 706, 46), (1010, 724, 30), (700, 716, 36), (1180, 704, 34)):
        art.add(art.form(poly([complex(x - w, y), complex(x - w * 0.5, y - w * .4), complex(x + w * .1, y - w * .55), complex(x + w, y)]), "#f6faf5", "#6d94b6", .6))
    shore = smooth([-30 + 800j, 260 + 826j, 640 + 872j, 1050 + 860j, 1360 + 800j, 1640 + 776j, 1640 + 1020j, -30 + 1020j], ease=0.5)
    art.add(art.form(shore, "#8d8f98", p.ink, 0.85, "down", 0.0))
    for _ in range(60):
        t = art.rng.random()
        x, y = art.rng.uniform(-10, 1610), 900 + 105 * t
        if not 330 < x < 920 or t > 0.85:
            art.add(boulder(art, x, y, 18 + 74 * t * art.rng.uniform(0.4, 1), mix("#9a9ca5", p.near, art.rng.uniform(0, 0.5))))
    art.add(mast(art, 640, 945, 640, "#2b3c63"))
    left = Look("#c9502f", "#26304f", cut="coat", hat=("beanie", "#f3e3b8"), skin=SKINS[2], shoe="#2a2230", scarf=None)
    right = Look(p.accent, "#22304f", cut="coat", hat=("pakol", "#c9b08a"), skin=SKINS[4], shoe="#2a2230", beard="#3a2a22")

    def book(far: Point, near: Point) -> str:
        quad = [far + z for z in (-44 - 26j, 26 - 38j, 40 + 16j, -30 + 28j)]
        return art.form(poly(quad), "#fbf3dc", amount=0.4) + art.line(poly([near + (-6 - 4j), near + (-22 - 30j)], False), p.ink, 5)

    art.add(person(art, 480, 965, 440, left, Pose(turn=0.35, near_arm=Reach(606 + 760j), far_arm=Reach(612 + 720j), nod=4), 1).svg)
    art.add(person(art, 850, 975, 460, right, Pose(turn=0.5, near_arm=(26, 108), far_arm=(28, 92), nod=14), -1, book).svg)
    art.add(boulder(art, 130, 1005, 260, "#6f7686"), boulder(art, 1420, 1010, 320, "#6a7183"), boulder(art, 1220, 1000, 150, "#7d8494"))


