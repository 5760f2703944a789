"""World: an empty resort bay, a round table, and a glacier's foot."""

from __future__ import annotations

import math

from pictures.art import Art
from pictures.buildings import flats, skyline
from pictures.color import deepen, lift, mix
from pictures.figure import Pose, Reach
from pictures.geometry import Point, box, ellipse, limb, poly, smooth
from pictures.land import boulder, cloud, haze, peak, ridge, sky, sun, water
from pictures.machines import jet, mast, ship
from pictures.palette import WORLD
from pictures.people import Look, person
from pictures.plants import tree
from pictures.scenes.registry import scene
from pictures.stamp import Stamp


@scene("05-russia-north-korea", WORLD)
def resort_bay(art: Art) -> None:
    """Hotels and shut umbrellas; one jet, one ship, a cold sea."""
    p = art.p
    art.add(sky(art, 520, ("#5b6588", "#98a2b8", "#d5d6d2")))
    for i in range(9):
        art.add(cloud(art, -200 + i * 210, 90 + (i * 67) % 260, 520, mix("#7d87a3", "#c4c9cf", (i % 4) / 4), .55))
    sea = "#7d90aa"
    art.add(water(art, 500, 1000, mix("#c5cdd0", sea, 0.4), "#41527f", "#dfe4e2", 1000, 110))
    art.add(ship(art, 1080, 506, 21, "#59647f", -1))
    art.add(haze(art, 500, 60, "#d5d6d2", 0.7))
    land = smooth([-20 + 470j, 420 + 488j, 640 + 506j, 600 + 540j, 430 + 590j, 400 + 680j, 560 + 820j,
                   900 + 930j, 1400 + 1010j, -20 + 1020j], ease=0.7)  # fmt: skip
    foam = smooth([z + 22 + 6j for z in (-20 + 470j, 420 + 488j, 640 + 506j, 606 + 542j, 440 + 594j,
                                         416 + 680j, 580 + 812j, 920 + 920j, 1420 + 1006j, -20 + 1020j)],
                  ease=0.7)  # fmt: skip
    art.add(art.flat(foam, "#e9ebe4", 0.75))
    art.add(art.form(land, mix(p.spark, "#e3d9c3", 0.72), "#8b8078", 0.7, "down", 0.1))
    back = [(560, 496, 40, 66), (500, 500, 52, 96), (428, 506, 62, 136), (338, 516, 78, 176),
            (226, 532, 98, 232), (84, 560, 126, 300), (-92, 596, 160, 372)]  # fmt: skip
    for i, (x, y, w, h) in enumerate(back):
        tone = mix("#c9ccd4", "#eee5d6", i / 7)
        art.add(flats(art, x, y, w, h, tone, rows=4 + i, cols=4, glass="#7482a2", seed=i + 3, clutter=False,
                      balconies=0, amount=0.4))  # fmt: skip
        art.add(art.flat(box(x, y - h - 8, w, 8), mix(tone, p.accent, 0.4)))
    art.add(haze(art, 540, 150, "#d5d6d2", 0.55))
    for row in range(5):
        for k in range(6):
            t = row / 4
            x = 90 + k * (70 + 105 * t) + row * 60 + 40 * t
            y = 626 + row * 70 + 14 * k * t
            edge = 380 + (y - 640) * 0.9 if y < 700 else 440 + (y - 700) * 2.4
            if x < edge:
                art.add(_umbrella(art, x, y, 34 + 62 * t, closed=(row + k) % 4 == 1))
    art.add(jet(art, 1120, 300, 44, "#e7e6e0", -1))
    glint = ellipse(1120 + 640j, 190, 9)
    art.add(art.flat(glint, "#33416d", 0.25))


def _umbrella(art: Art, x: float, y: float, s: float, closed: bool) -> str:
    st = Stamp(art, x, y, s)
    st.shadow(0.25, 0.6, 0.09, 0.3)
    st.line([(0, 0), (0, 1.3)], "#5d5b66", 0.045)
    if closed:
        st.form([(0, 1.5), (0.09, 1.1), (0.05, 0.6), (-0.05, 0.6), (-0.09, 1.1)], art.p.accent, 0.6)
        return st.svg()
    st.form([(-0.7, 0.98), (-0.5, 1.28), (0, 1.44), (0.5, 1.28), (0.7, 0.98), (0.35, 0.92), (0, 0.98),
             (-0.35, 0.92)], mix(art.p.accent, "#b6a9a8", 0.25), 0.6, 0.35)  # fmt: skip
    st.form([(-0.28, 0.94), (-0.2, 1.36), (0, 1.44), (0.2, 1.36), (0.28, 0.94), (0, 0.98)], art.p.light, .5, .3)
    st.form([(0.5, 0), (0.5, 0.18), (1.25, 0.2), (1.5, 0.42), (1.55, 0.36), (1.3, 0.1), (1.3, 0)],
            "#e9e3d6", 0.4)  # fmt: skip
    return st.svg()


@scene("06-seoul-dialogue", WORLD)
def round_table(art: Art) -> None:
    """Empty chairs at a round table above a river city in late autumn."""
    p = art.p
    art.add(sky(art, 560, ("#474f8c", "#c08f97", "#f4cf98")))
    art.add(sun(art, 1085 + 150j, 42, "#fff0cb", 6))
    art.add(ridge(art, 450, 270, 9, mix(p.far, p.mid, 0.35), mist="#dba98f", soft=True))
    art.add(haze(art, 470, 120, "#f4cf98", 0.6))
    art.add(skyline(art, 500, 5, mix(p.far, p.mid, 0.4), low=20, high=110, widths=(26, 60), windows=0.5))
    art.add(skyline(art, 520, 8, mix(p.mid, p.near, 0.15), low=20, high=170, widths=(34, 74), windows=0.8))
    art.add(water(art, 515, 720, "#e9bd93", p.mid, "#ffe6b8", 1085, 70))
    for y, h, tone in ((530, 16, p.mid), (576, 26, p.near)):
        art.add(art.flat(box(-10, y, 1620, h * 0.32), tone))
        for i in range(int(1620 / (h * 6)) + 1):
            x = i * h * 6
            way = f"M{x} {y + h * 0.3}q{h * 3} {-h * 2.1} {h * 6} 0"
            art.add(art.line(way, tone, h * 0.16), art.flat(box(x - h * 0.2, y, h * 0.4, h * 1.3), tone))
    for i in range(15):
        x = 20 + i * 116 + art.rng.uniform(-30, 30)
        gold = mix("#e8b02f", "#c77a2a", art.rng.random() * 0.6)
        art.add(tree(art, x, 740, 190 + art.rng.uniform(0, 50), gold, "#4a3040", 60 + i, 0.42))
    frame = deepen(p.ink, 0.05)
    for x in (-12, 388, 800, 1212, 1586):
        art.add(art.form(box(x, 0, 26, 700), frame, amount=0.2))
    art.add(art.flat(box(0, 0, 1600, 40), frame), art.flat(box(0, 668, 1600, 40), frame))
    art.add(art.wash(box(0, 700, 1600, 310), deepen(p.near, 0.25), deepen(p.ink, 0.2)))
    center, rx, ry = 800 + 835j, 640, 150
    for i in range(7):
        a = math.radians(202 + i * 22.6)
        art.add(_chair(art, center + complex(math.cos(a) * 690, math.sin(a) * 178 - 6), 150, False))
    for k, tone in ((34, deepen(p.ink, 0.3)), (18, mix(p.near, "#6b3f35", 0.5))):
        art.add(art.flat(ellipse(center + 1j * k, rx, ry), tone))
    wood = mix("#a8694a", p.mid, 0.25)
    art.add(art.form(ellipse(center, rx, ry), wood, p.ink, 0.8, "left", 0.2))
    art.add(art.grained(ellipse(1020 + 790j, 330, 60), "#ffdca2", 0.8, "down", 0))
    art.add(art.flat(ellipse(center + 4j, 360, 76), deepen(wood, 0.5)),
            art.form(ellipse(center + 12j, 350, 68), mix(p.near, wood, 0.2), amount=0.5))
    for i in range(9):
        a = math.radians(186 + i * 21)
        spot = center + complex(math.cos(a) * 520, math.sin(a) * 112 + 2)
        art.add(_place(art, spot, 30 + 8 * math.sin(a), i))
    for i in range(4):
        a = math.radians(28 + i * 41)
        spot = center + complex(math.cos(a) * 505, math.sin(a) * 108)
        art.add(_place(art, spot, 44, i + 1))
    for x, s in ((330, 300), (800, 330), (1270, 300)):
        art.add(_chair(art, complex(x, 1080), s, True))


def _chair(art: Art, foot: Point, s: float, back: bool) -> str:
    st = Stamp(art, foot.real, foot.imag, s)
    tone = deepen(art.p.near, 0.45 if back else 0.15)
    st.form([(-0.42, 0), (-0.46, 0.55), (-0.34, 0.86), (0, 0.92), (0.34, 0.86), (0.46, 0.55), (0.42, 0)],
            tone, 0.6, 0.4)  # fmt: skip
    if not back:
        st.form([(-0.33, 0), (-0.36, 0.5), (-0.26, 0.75), (0, 0.8), (0.26, 0.75), (0.36, 0.5), (0.33, 0)],
                lift(tone, 0.12), 0.6, 0.4)  # fmt: skip
    else:
        st.line([(-0.3, 0.84), (0, 0.9), (0.32, 0.82)], art.p.accent, 0.012, 0.5, 0.7)
    return st.svg()


def _place(art: Art, at: Point, s: float, i: int) -> str:
    p = art.p
    st = Stamp(art, at.real, at.imag, s)
    st.form([(-1.0, -0.25), (-0.75, 0.3), (0.55, 0.3), (0.5, -0.25)], p.light, 0.4)
    st.form([(0.85, 0), (0.78, 1.05), (1.32, 1.05), (1.25, 0)], "#d9e4e8", 0.5)
    st.flat([(0.84, 0.05), (0.81, 0.6), (1.29, 0.6), (1.26, 0.05)], "#9fbccb", 0, 0.8)
    st.line([(0.9, 0.1), (0.88, 0.95)], "#ffffff", 0.07)
    if i % 2 == 0:
        st.line([(-1.9, 0.1), (-1.8, 0.7), (-1.35, 0.7), (-1.25, 0.1)], p.ink, 0.12, 0.6)
        st.disc(-1.9, 0.08, 0.2, p.ink)
        st.disc(-1.25, 0.08, 0.2, p.ink)
    else:
        st.line([(-1.5, 0), (-1.45, 0.7), (-1.2, 1.0)], p.ink, 0.09, 0.4)
        st.disc(-1.16, 1.03, 0.12, p.accent)
    return st.svg()


@scene("07-himalaya-glaciers", WORLD, light=1)
def glacier_tongue(art: Art) -> None:
    """A glacier's tongue and its new lake; two people read a mast."""
    p = art.p
    art.add(sky(art, 620, ("#4c6fae", "#a9c2d8", "#f3e6cb")))
    art.add(ridge(art, 420, 190, 12, "#a3adc8", mist="#dfe0da", roughness=0.6))
    snow = "#f7f3e9"
    art.add(peak(art, 1120 + 50j, 560, 1640, 640, "#6d7aa6", 31, snow, 0.6))
    art.add(peak(art, 520 + 120j, 120, 980, 640, "#5f6c9c", 36, snow, 0.5))
    art.add(haze(art, 470, 190, "#dfe2e2", 0.75))
    ice = [720 + 400j, 800 + 372j, 880 + 380j, 1010 + 470j, 1120 + 740j, 330 + 740j, 560 + 560j, 690 + 470j]
    shape = smooth(ice, ease=0.5)
    art.add(art.form(shape, "#e8eff0", "#7f9cc0", 0.7, "left", 0.1))
    marks = []
    for i in range(40):
        t = i / 39
        y, w = 390 + 350 * t, 130 + 340 * t
        mid = 815 - 85 * t + 16 * math.sin(t * 9)
        jag = [complex(mid + w * (k / 6 - 0.5) * 1.7, y + 16 * (0.4 + t) * math.cos((k - 3) * 0.5)
                       + art.rng.uniform(-4, 4) * (0.5 + t)) for k in range(7)]  # fmt: skip
        marks.append(art.line(smooth(jag, False), "#86a9c9", 1 + 3 * t, 0.5))
    for dx in (-62, 4, 70):
        band = smooth([complex(815 + dx * 0.5, 380), complex(806 + dx * 0.9, 500),
                       complex(760 + dx * 2.0, 620), complex(730 + dx * 3.4, 750)], False, 0.8)  # fmt: skip
        marks.append(art.line(band, "#56648a", 8, 0.5))
    art.add(art.clipped(shape, *marks))
    front = [complex(340 + i * 39, 735 - art.rng.uniform(20, 56)) for i in range(21)]
    art.add(art.clipped(shape, art.flat(poly([*front, 1130 + 760j, 330 + 760j]), "#8fbcd0", 0.75)))
    art.add(peak(art, 130 + 110j, -420, 690, 760, p.near, 45, snow, 0.26))
    art.add(peak(art, 1500 + 130j, 950, 2100, 760, p.near, 52, snow, 0.22))
    art.add(haze(art, 735, 130, "#cfdcdf", 0.55))
    lake = smooth([-40 + 742j, 330 + 728j, 800 + 722j, 1300 + 730j, 1660 + 742j, 1660 + 900j, 600 + 920j,
                   -40 + 880j], ease=0.6)  # fmt: skip
    art.add(art.flat(poly([740j - 10, 1610 + 740j, 1610 + 1010j, 1010j - 10]), mix(p.near, "#6b6a78", 0.5)))
    art.add(art.wash(lake, "#5fc3c4", "#1f7f95"))
    art.add(water(art, 712, 920, "#8fdcd6", "#2a8ea0", "#e9fbf4", 760, 44, lake))
    for x, y, w in ((560, 742, 60), (690, 760, 38), (930, 748, 52), (1060, 772, 30), (820, 790, 24)):
        art.add(art.form(poly([complex(x - w, y), complex(x - w * 0.5, y - w * 0.4), complex(x + w * .1, y - w * .55),
                               complex(x + w, y)]), "#f3f6f3", "#6d94b6", 0.7))  # fmt: skip
    moraine = smooth([-20 + 812j, 200 + 800j, 420 + 850j, 760 + 892j, 1100 + 868j, 1350 + 800j, 1620 + 770j,
                      1620 + 1020j, -20 + 1020j], ease=0.5)  # fmt: skip
    art.add(art.form(moraine, "#857f86", p.ink, 0.85, "down", 0.0))
    for i in range(46):
        t = art.rng.random()
        x, y = art.rng.uniform(-10, 1610), 890 + 110 * t
        if not 1130 < x < 1420 or t > 0.7:
            art.add(boulder(art, x, y, 16 + 62 * t * art.rng.uniform(0.4, 1), mix("#8f8a92", p.near, art.rng.uniform(0, .45))))
    art.add(mast(art, 1310, 868, 330, "#3b3f5e"))
    left = Look(p.accent, p.ink, cut="coat", hat=("beanie", p.light), shoe=p.ink)
    right = Look(p.spark, p.ink, cut="coat", hat=("beanie", p.mid), shoe=p.ink)
    art.add(person(art, 1230, 874, 148, left, Pose(turn=0.3, near_arm=Reach(1292 + 790j), far_arm=(20, 60))).svg)
    art.add(person(art, 1400, 872, 142, right, Pose(turn=0.4, near_arm=(30, 110), far_arm=(28, 105), nod=12), -1).svg)
    art.add(art.flat(limb([1362 + 792j, 1382 + 800j], [16, 16]), p.light))
