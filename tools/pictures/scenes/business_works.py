"""Business: the sun on a trolley, and cloth turned back into yarn."""

from __future__ import annotations

from pictures.art import Art
from pictures.color import deepen, lift, mix
from pictures.figure import Pose, Reach
from pictures.geometry import Point, box, ellipse, poly, smooth
from pictures.land import cloud, haze, sky, sun
from pictures.palette import BUSINESS
from pictures.people import person
from pictures.plants import palm, tree, tuft
from pictures.scenes.cast import man, woman
from pictures.scenes.registry import scene
from pictures.stamp import Stamp
from pictures.things import Quad, inside, patch
from pictures.vehicles import tractor


def _panels(art: Art, quad: Quad, columns: int, rows: int) -> str:
    """A bank of solar panels lying in a tilted quad."""
    p = art.p
    low = [q + 16j for q in quad]
    out = art.flat(poly([quad[3], quad[2], low[2], low[3]]), deepen(p.near, 0.4))
    out += art.flat(poly([quad[1], quad[2], low[2], low[1]]), deepen(p.near, 0.3))
    out += art.flat(poly(list(quad)), lift(p.far, 0.6))
    for r in range(rows):
        for c in range(columns):
            u, v = c / columns, r / rows
            cell = patch(quad, u + 0.008, v + 0.016, 1 / columns - 0.016, 1 / rows - 0.032)
            out += art.wash(cell, "#2c6f9a", "#123a63", "slant")
            for k in (1, 2, 3):
                a = inside(quad, u + k / 4 / columns, v + 0.02)
                b = inside(quad, u + k / 4 / columns, v + 1 / rows - 0.02)
                out += art.line(poly([a, b], False), "#7fb3cc", 1, 0.5)
            for k in range(1, 6):
                a = inside(quad, u + 0.01, v + k / 6 / rows)
                b = inside(quad, u + 1 / columns - 0.01, v + k / 6 / rows)
                out += art.line(poly([a, b], False), "#7fb3cc", 1, 0.5)
    gleam = poly([inside(quad, 0.12, 0), inside(quad, 0.3, 0), inside(quad, 0.14, 1), inside(quad, 0.0, 1), inside(quad, 0, .5)])
    return out + art.flat(gleam, "#ffffff", 0.2)


@scene("19-solar-trolley", BUSINESS)
def solar_trolley(art: Art) -> None:
    """Panels on a trolley pump clear water to a wheat field."""
    p = art.p
    art.add(sky(art, 520, ("#4fa3ab", "#a8d3c6", "#f6eac0")))
    art.add(sun(art, 420 + 130j, 58, "#fffbe6", 6))
    art.add(cloud(art, 900, 190, 460, p.light, 0.8), cloud(art, 1220, 110, 330, p.light, 0.6), cloud(art, 40, 270, 300, p.light, .6))
    for i in range(26):
        x = -20 + i * 66 + art.rng.uniform(-18, 18)
        art.add(tree(art, x, 524, art.rng.uniform(44, 92), mix(p.far, p.mid, 0.35), p.mid, 300 + i, 0.55))
    for x, h in ((1230, 200), (1285, 160), (90, 190)):
        art.add(palm(art, x, 526, h, mix(p.mid, p.far, 0.3), "#8a7650", x))
    art.add(haze(art, 505, 90, p.sky[2], 0.7))
    wheat = "#7fa552"
    art.add(art.wash(box(-10, 518, 1620, 500), mix(wheat, p.sky[2], 0.4), "#3f7440"))
    for i in range(15):
        y = 528 + 300 * (i / 14) ** 1.7
        art.add(art.line(smooth([complex(-20, y + 4), complex(500, y - 3), complex(1100, y + 4), complex(1620, y)], False),
                         lift(wheat, 0.25), 1 + i * 0.35, 0.5))  # fmt: skip
    for i in range(150):
        t = (i / 150) ** 1.4
        y = 536 + 210 * t
        art.add(tuft(art, art.rng.uniform(-10, 1610), y + 12, 14 + 44 * t, mix("#93b45c", "#4f8a47", art.rng.random()), i, 5))
    bank = smooth([-30 + 742j, 420 + 752j, 900 + 740j, 1640 + 764j, 1640 + 1020j, -30 + 1020j], ease=0.5)
    art.add(art.form(bank, "#c79a5d", "#7a5530", 0.7, "down", 0.1))
    channel = smooth([-30 + 880j, 300 + 868j, 640 + 850j, 940 + 862j, 1040 + 890j, 900 + 930j, 560 + 950j, 200 + 985j, -30 + 1000j],
                     ease=0.6)  # fmt: skip
    art.add(art.form(smooth([z + (8j if z.imag > 900 else -14j) for z in (-30 + 880j, 300 + 868j, 640 + 850j, 940 + 862j,
            1062 + 890j, 900 + 936j, 560 + 958j, 200 + 993j, -30 + 1008j)], ease=0.6), "#8f6a3f", amount=0.5))  # fmt: skip
    art.add(art.wash(channel, "#a6dfdc", "#3b9ca6"))
    for _ in range(40):
        x, y = art.rng.uniform(-20, 960), art.rng.uniform(868, 985)
        w = art.rng.uniform(20, 90)
        wave = smooth([complex(x, y), complex(x + w / 2, y - 3), complex(x + w, y), complex(x + w / 2, y + 3)])
        art.add(art.clipped(channel, art.flat(wave, "#effaf4", 0.6)))
    st = Stamp(art, 830, 800, 100)
    st.shadow(0.3, 2.9, 0.2)
    st.box(-2.3, 0.78, 4.6, 0.2, deepen(p.accent, 0.3))
    st.form([(-2.2, 0.98), (-2.2, 1.35), (2.2, 1.35), (2.2, 0.98)], p.accent, 0.6)
    for i in range(7):
        st.box(-2.1 + i * 0.62, 1.02, 0.5, 0.28, (p.spark, p.mid, p.light)[i % 3], 0.4)
    for lx, ly in ((-1.7, 1.9), (1.75, 2.7), (-0.2, 2.3)):
        st.rod([(lx, 1.3), (lx, ly)], [0.09, 0.09], "#8b979a")
    st.line([(-1.7, 1.4), (1.75, 2.6)], "#8b979a", 0.06)
    st.line([(2.2, 0.85), (3.3, 0.8)], deepen(p.ink, 0.1), 0.14)
    art.add(st.svg())
    art.add(tractor(art, 1290, 800, 92, "#b8452b"))
    bank_quad: Quad = (742 + 415j, 1088 + 448j, 940 + 662j, 520 + 606j)
    art.add(_panels(art, bank_quad, 5, 3))
    wheels = Stamp(art, 830, 800, 100)
    wheels.wheel(-1.1, 0.44, hub=p.spark)
    wheels.wheel(1.0, 0.44, hub=p.spark)
    art.add(wheels.svg())
    art.add(art.line(smooth([700 + 690j, 650 + 740j, 640 + 800j, 600 + 806j], False), "#2c3338", 9))
    art.add(art.form(box(356, 772, 250, 40, 6), "#6f8f96", "#12313a", 0.7, "down"), art.form(ellipse(360 + 792j, 12, 25), "#2a4b54"))
    art.add(art.form(box(540, 752, 60, 84, 8), p.near, amount=0.6))
    gush = smooth([362 + 774j, 300 + 782j, 238 + 830j, 204 + 900j, 250 + 912j, 318 + 905j, 300 + 860j, 330 + 826j, 364 + 812j],
                  ease=0.6)  # fmt: skip
    art.add(art.wash(gush, "#e9faf4", "#79c5cb"))
    for k in range(5):
        way = smooth([complex(360, 780 + k * 6), complex(306 - k * 2, 794 + k * 8), complex(256 + k * 8, 850 + k * 6),
                      complex(230 + k * 15, 904)], False)  # fmt: skip
        art.add(art.line(way, "#ffffff", 4, 0.8))
    for _ in range(34):
        c = complex(art.rng.gauss(255, 50), 905 - abs(art.rng.gauss(0, 17)))
        art.add(art.flat(ellipse(c, art.rng.uniform(3, 10)), "#f4fdf8", 0.85))

    def spade(far: Point, near: Point) -> str:
        out = art.line(poly([near + (4 - 80j), near + (-16 + 150j)], False), "#7a5530", 9)
        blade = [near + z for z in (-38 + 140j, 10 + 146j, 4 + 200j, -20 + 218j, -40 + 194j)]
        return out + art.form(smooth(blade, ease=0.3), "#a9b4b4", amount=0.5)

    farmer = man(art, 5, top="#f4ead2", bottom="#f4ead2", hat=("turban", p.accent), beard="#e8e2d6", vest=None)
    art.add(person(art, 1120, 962, 420, farmer, Pose(turn=0.45, near_arm=(28, 72), far_arm=(6, 16), nod=6), -1, spade).svg)
    for i in range(22):
        art.add(tuft(art, 1260 + i * 18 + art.rng.uniform(-10, 10), 1014, 120 + art.rng.uniform(-30, 40),
                     mix("#6f9a48", "#2c5c38", art.rng.random()), 900 + i, 6))  # fmt: skip


def _cone(art: Art, x: float, y: float, s: float, color: str) -> str:
    st = Stamp(art, x, y, s)
    st.form([(-0.42, 0.05), (-0.2, 1.1), (0.2, 1.1), (0.42, 0.05)], color, 0.7, 0.12)
    for k in range(5):
        t = 0.15 + k * 0.18
        w = 0.42 - 0.2 * t
        st.line([(-w, t), (0, t - 0.05), (w, t + 0.02)], deepen(color, 0.3), 0.025, 0.5, 0.6)
    st.form([(-0.1, 1.08), (-0.07, 1.26), (0.07, 1.26), (0.1, 1.08)], "#e3d2a8", 0.4)
    return st.svg()


@scene("20-recycled-yarn", BUSINESS)
def yarn_works(art: Art) -> None:
    """A sorter among cuttings; cones and a spinning frame behind."""
    p = art.p
    art.add(art.wash(box(0, 0, 1600, 700), "#2c6a69", "#6fa39a"))
    art.add(art.wash(box(0, 640, 1600, 370), "#7a9a8c", "#24494b"))
    for i in range(4):
        x = 70 + i * 390
        art.add(art.form(box(x - 14, 56, 268, 228), "#19494d", amount=0.3))
        art.add(art.wash(box(x, 70, 240, 200), "#fff3cf", "#f6dd9c"))
        for k in range(1, 4):
            art.add(art.line(f"M{x + k * 60} 70V270", "#19494d", 6))
        art.add(art.line(f"M{x} 136H{x + 240}M{x} 203H{x + 240}", "#19494d", 6))
    art.add(art.flat(box(-10, 300, 1620, 16), "#19494d"))
    for i in range(5):
        art.add(art.form(box(-18 + i * 400, 0, 34, 660), "#205557", amount=0.4))
    st = Stamp(art, 560, 700, 1)
    st.box(0, 0, 1080, 60, "#174247", 0.4)
    st.box(0, 250, 1080, 40, "#c9d3cb", 0.6)
    st.box(0, 120, 1080, 22, "#a9bab4", 0.6)
    for i in range(10):
        st.box(i * 118, 50, 16, 250, "#174247", 0.4)
    inks = ("#d9912c", "#c9573a", "#efe4c6", "#2f8a86", "#7d5f8a", "#e9bf5a")
    for i in range(27):
        x = 26 + i * 39
        tone = mix(inks[(i // 5) % 6], p.light, 0.1)
        st.line([(x, 290), (x + 4, 190)], p.light, 1.5, opacity=0.7)
        st.form([(x - 8, 142), (x - 11, 160), (x - 6, 205), (x + 6, 205), (x + 11, 160), (x + 8, 142)], tone, 0.7, 0.2)
        st.form([(x - 14, 300), (x - 9, 340), (x + 9, 340), (x + 14, 300)], tone, 0.7)
    st.box(-30, 0, 60, 350, "#2f7a78", 0.6)
    st.box(-18, 250, 36, 60, p.spark, 0.4)
    art.add(st.svg())
    for k in range(3):
        art.add(art.form(box(-20, 430 + k * 100, 470, 14), "#8a5f38", amount=0.4))
        for i in range(7):
            art.add(_cone(art, 24 + i * 66, 430 + k * 100, 66, mix(inks[(i + k * 2) % 6], p.light, 0.08 * (i % 3))))
    art.add(art.form(box(440, 320, 16, 420), "#8a5f38", amount=0.4))
    beam = art.gradient([(0, "#fff2c6", 0.5), (0.75, "#fff2c6", 0.12), (1, "#fff2c6", 0)])
    for i in range(4):
        x = 70 + i * 390
        ray = poly([complex(x + 4, 72), complex(x + 236, 72), complex(x + 600, 900), complex(x + 230, 900)])
        art.add(f'<path d="{ray}" fill="{beam}" filter="url(#blur4)"/>')
    for _ in range(70):
        c = complex(art.rng.uniform(100, 1500), art.rng.uniform(160, 820))
        art.add(art.flat(ellipse(c, art.rng.uniform(1, 3)), "#fff6dc", art.rng.uniform(0.3, 0.8)))
    sorter = woman(art, 0, top=p.near, scarf=p.spark, bottom=p.light, close=False)
    art.add(person(art, 900, 990, 640, sorter, Pose(turn=0.55, lean=10, nod=14, near_arm=Reach(800 + 770j),
                   far_arm=Reach(1060 + 730j)), 1, shadow=0).svg)  # fmt: skip
    other = man(art, 2, hat=None, vest=None, top="#a9bab0", bottom="#a9bab0")
    art.add(person(art, 1290, 830, 400, other, Pose(turn=0.5, near_arm=Reach(1210 + 560j), far_arm=(20, 60)), -1).svg)
    heaps = ((190, 1010, 560, 250, "#c9573a"), (1010, 1020, 500, 190, "#d9a03a"), (620, 1030, 480, 200, "#2f8a86"),
             (1420, 1030, 540, 270, "#7d4f6a"))  # fmt: skip
    for x, y, w, h, tone in heaps:
        art.add(_heap(art, x, y, w, h, tone))
    art.add(art.form(smooth([1040 + 712j, 1080 + 704j, 1104 + 760j, 1070 + 800j, 1044 + 770j], ease=0.4), "#e9bf5a", amount=.5))


def _heap(art: Art, x: float, y: float, w: float, h: float, tone: str) -> str:
    """A heap of cloth cuttings in one family of shades."""
    rng = art.rng
    mound = smooth([complex(x - w / 2, y), complex(x - w * 0.34, y - h * 0.5), complex(x - w * 0.1, y - h * 0.9),
                    complex(x + w * 0.12, y - h * 0.88), complex(x + w * 0.36, y - h * 0.45), complex(x + w / 2, y)])
    out = [art.flat(mound, deepen(tone, 0.4))]
    scraps = []
    for _ in range(74):
        u, v = rng.uniform(-0.48, 0.48), rng.random()
        top = h * (1 - (abs(u) * 2) ** 1.7)
        scraps.append((v * top, u))
    for up, u in sorted(scraps, key=lambda q: -q[0]):
        c = complex(x + u * w, y - up)
        r = rng.uniform(24, 52)
        turn = rng.uniform(-0.6, 0.6)
        pts = [c + r * complex(a, b + a * turn) for a, b in ((-1, -0.1), (-0.5, -0.5), (0.4, -0.45), (1, 0.0), (0.7, 0.5), (-0.2, 0.35),
                                                            (-0.8, 0.5))]  # fmt: skip
        k = rng.random()
        ink = mix(tone, "#fff0cf", k * 0.5) if k > 0.4 else deepen(tone, 0.3 * (1 - k))
        out.append(art.form(smooth(pts, ease=0.35), ink, deepen(ink, 0.6), 0.7))
        if k > 0.75:
            out.append(art.line(poly([pts[0], pts[3]], False), lift(ink, 0.4), 3, 0.7))
    return "".join(out)
