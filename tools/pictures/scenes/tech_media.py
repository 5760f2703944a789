"""Science: false pictures on a night desk, and old print becoming type."""

from __future__ import annotations

import math

from pictures.art import Art
from pictures.color import deepen, lift, mix
from pictures.comforts import cup, desk_lamp, laptop
from pictures.geometry import box, ellipse, limb, poly, smooth
from pictures.palette import SCIENCE
from pictures.people import silhouette
from pictures.reading import (
    keyboard,
    magnifier,
    monitor,
    open_book,
    rubber_stamp,
    spines,
)
from pictures.scenes.registry import scene
from pictures.stamp import Stamp
from pictures.things import inside, script, sheet, shelf


def _crowd(art: Art, x: float, y: float, w: float, h: float) -> str:
    """The photograph on the screen: a crowd before a gate at dusk."""
    p = art.p
    paint = art.gradient([(0, "#284b83", 1), (0.5, "#c98a4c", 1), (1, "#f7d48d", 1)])
    out = art.painted(box(x, y, w, h), paint)
    out += art.flat(ellipse(complex(x + w * 0.36, y + h * 0.42), 44), p.light)
    for k, tone in ((0.0, "#9a6f5b"), (1.0, "#3a4a75")):
        for i in range(14):
            bx = x + w * i / 14
            bh = h * (0.2 + 0.16 * abs(math.sin(i * 2.3 + k)))
            out += art.flat(box(bx, y + h * 0.66 - bh + k * 30, w / 14 + 1, bh + 40), tone)
    rng = art.rng
    for row in range(5):
        tone = mix("#5a5470", p.ink, row / 4)
        hh = h * (0.24 + 0.085 * row)
        for i in range(17 - 2 * row):
            px = x + w * (i + rng.uniform(0.1, 0.9)) / (17 - 2 * row)
            py = y + h * (0.86 + 0.12 * row)
            shape = silhouette(px, py, hh * rng.uniform(0.9, 1.1), 0, rng.random() < 0.4)
            out += art.form(shape, mix(tone, (p.accent, p.mid, "#a4574a")[i % 3], 0.28), amount=0.4)
            if row > 1 and rng.random() < 0.28:
                arm = limb(
                    [
                        complex(px + hh * 0.08, py - hh * 0.78),
                        complex(px + hh * 0.17, py - hh * 1.02),
                        complex(px + hh * 0.13, py - hh * 1.24),
                    ],
                    [hh * 0.06, hh * 0.05, hh * 0.045],
                )
                out += art.flat(arm, tone)
    return out


@scene("08-ai-pictures-rules", SCIENCE)
def night_desk(art: Art) -> None:
    """A crowd on a screen, half of it dissolving into colored pixels."""
    p = art.p
    art.add(art.wash(box(0, 0, 1600, 1000), "#08163a", "#102a5c"))
    for i in range(7):
        art.add(art.wash(box(i * 236 - 30, 0, 200, 640), "#0d2350", "#1a3b72"))
        for _ in range(14):
            wx, wy = i * 236 - 20 + art.rng.uniform(0, 170), art.rng.uniform(300, 620)
            art.add(art.flat(box(wx, wy, 7, 9), p.spark, art.rng.uniform(0.2, 0.7)))
    art.add(art.flat(box(0, 596, 1600, 60), "#071633"))
    art.add(art.wash(box(0, 640, 1600, 360), "#1a3a70", "#061430"))
    art.add(art.glow(800 + 400j, 900, "#3f86d6", 0.55))
    case, s = monitor(art, 800, 742, 1010, 566, "#0a1430")
    x, y, w, h = s[0].real, s[0].imag, s[1].real - s[0].real, s[3].imag - s[0].imag
    art.add(case)
    picture = _crowd(art, x, y, w, h)
    art.add(art.clipped(box(x, y, w, h), picture))
    inks = ("#f0a02c", "#e0574a", "#4fb3bf", "#7d5fb2", "#ffd27a", "#2f6fc0", "#0b1c44", "#e98aa0")
    size = 26
    cells = []
    for r in range(int(h / size) + 1):
        for c in range(int(w / size) + 1):
            u = c * size / w
            chance = (u - 0.47) * 2.1
            if art.rng.random() < chance:
                dx = max(0.0, u - 0.72) * art.rng.uniform(0, 160)
                tone = art.rng.choice(inks)
                k = size * (1 if u < 0.8 else art.rng.uniform(0.5, 1))
                cells.append(
                    art.flat(
                        box(x + c * size + dx, y + r * size - dx * 0.35, k, k),
                        tone,
                        art.rng.uniform(0.72, 1),
                    )
                )
    art.add(art.clipped(box(x, y - 40, w, h + 40), *cells))
    for _ in range(46):
        px, py = (
            x + w + art.rng.expovariate(1 / 90) - 12,
            y + h * art.rng.random() ** 1.3 * 0.9 - 30,
        )
        k = max(5, 24 - (px - x - w) * 0.07)
        art.add(art.flat(box(px, py, k, k), art.rng.choice(inks), 0.9))
    art.add(
        art.grained(
            poly(
                [
                    complex(x, y),
                    complex(x + w * 0.34, y),
                    complex(x + w * 0.1, y + h),
                    complex(x, y + h),
                ]
            ),
            "#cfe6ff",
            0.2,
            "left",
            0.2,
        )
    )
    glowing = art.gradient([(0, "#6fb0ee", 0.55), (1, "#6fb0ee", 0)])
    art.add(art.painted(poly([330 + 752j, 1270 + 752j, 1560 + 1000j, 40 + 1000j]), glowing))
    art.add(keyboard(art, (560 + 800j, 1030 + 800j, 1080 + 922j, 510 + 922j), "#15294f"))
    proof = (96 + 806j, 392 + 790j, 430 + 960j, 62 + 976j)
    art.add(
        sheet(art, proof, "#dfe7ee"), script(art, proof, 7, "#33507f", 3, 3, (0.1, 0.36, 0.8, 0.56))
    )
    inner = poly(
        [
            inside(proof, 0.1, 0.08),
            inside(proof, 0.55, 0.08),
            inside(proof, 0.55, 0.32),
            inside(proof, 0.1, 0.32),
        ]
    )
    art.add(art.form(inner, "#c98a4c", "#284b83", 0.8))
    tint = art.flat(ellipse(300 + 800j, 118), "#bfe0f5", 0.5)
    big = (10 + 690j, 600 + 690j, 600 + 960j, 10 + 960j)
    art.add(
        magnifier(
            art,
            318 + 822j,
            98,
            170 + 952j,
            "#0a1430",
            art.flat(box(150, 700, 400, 300), "#eef3f3"),
            script(art, big, 4, "#33507f", 8, 5, (0.1, 0.1, 0.8, 0.85)),
            tint,
        )
    )
    art.add(rubber_stamp(art, 1250, 930, 62, "#b5542e"), cup(art, 1440, 900, 88, "#c9d6e6"))


@scene("29-urdu-nastaliq-ocr", SCIENCE)
def scanned_page(art: Art) -> None:
    """Letters stream from an old page under a scanner into a laptop."""
    p = art.p
    wood = "#5a3522"
    art.add(art.flat(box(0, 0, 1600, 640), deepen(wood, 0.5)))
    inks = [mix(c, "#6b4630", 0.35) for c in (*spines(art), "#8c4a2d", "#a9793c", "#3f5b5f")]
    for i, x in enumerate((-30, 390, 810, 1230)):
        art.add(shelf(art, (x, -60, 396, 640), 4, wood, inks, 70 + i, 0.16))
    art.add(art.flat(box(0, 0, 1600, 640), "#0b1f4c", 0.5))
    art.add(art.glow(430 + 430j, 760, p.accent, 0.6))
    art.add(
        art.wash(box(0, 600, 1600, 400), "#7a4a2b", "#22130f"),
        art.flat(box(0, 596, 1600, 8), "#b0733f"),
    )
    for i in range(12):
        yy = 622 + i * 32
        art.add(art.line(f"M-10 {yy}C420 {yy - 12} 1000 {yy + 14} 1610 {yy}", "#2a160f", 2, 0.35))
    art.add(art.glow(560 + 760j, 620, p.spark, 0.6))
    art.add(desk_lamp(art, 110, 700, 128, "#1e4a50"))
    book, left, right = open_book(
        art,
        590,
        930,
        800,
        300,
        "#6d2f22",
        rows=9,
        seed=21,
        page="#f6e2b6",
        pinch=0.1,
        ink="#3b2417",
    )
    art.add(book)
    for quad in (left, right):
        edge = [
            inside(quad, 0.02, 0.04),
            inside(quad, 0.97, 0.04),
            inside(quad, 0.97, 0.95),
            inside(quad, 0.02, 0.95),
        ]
        art.add(art.line(poly(edge), "#a3562e", 3, 0.7))
    st = Stamp(art, 880, 700, 100)
    steel = "#9fb0c4"
    st.shadow(0.5, 1.1, 0.15)
    st.box(0.1, 0, 0.9, 0.16, "#1b2c4d")
    st.rod([(0.55, 0.1), (0.6, 1.6), (0.5, 3.2)], [0.2, 0.17, 0.15], steel)
    st.rod([(0.55, 3.25), (-1.2, 3.55), (-2.7, 3.4)], [0.18, 0.16, 0.14], steel)
    st.form([(-3.5, 3.32), (-3.4, 3.62), (-2.1, 3.66), (-2.0, 3.32)], "#22355c", 0.6, 0.06)
    st.form([(-3.35, 3.2), (-3.35, 3.34), (-2.15, 3.34), (-2.15, 3.2)], "#d8f3ff", 0.1)
    ray = art.gradient([(0, "#cfefff", 0.55), (1, "#cfefff", 0.04)])
    fan = [st.p(-3.35, 3.2), st.p(-2.15, 3.2), 940 + 900j, 250 + 900j]
    art.add(art.painted(poly(fan), ray), st.svg())
    art.add(laptop(art, 1270, 900, 142, "#7c8ba6", "#0c2452"))
    screen = (1135 + 596j, 1473 + 596j, 1455 + 829j, 1117 + 829j)
    art.add(art.glow(1290 + 720j, 380, "#4aa0e6", 0.45))
    art.add(script(art, screen, 6, "#ffd891", 4.2, 9, (0.1, 0.08, 0.8, 0.84), True))
    for lane in range(5):
        for i in range(15):
            t = (i + art.rng.random() * 0.8) / 15
            a, b = 640 + 800j, 1260 + 640j + 45j * (lane - 2)
            lift_up = -1j * math.sin(math.pi * t) * (250 + 46 * lane)
            at = a + (b - a) * t + lift_up + complex(art.rng.gauss(0, 9), art.rng.gauss(0, 9))
            art.add(_letter(art, at, 9 + 10 * math.sin(math.pi * t), i + lane))


def _letter(art: Art, at: complex, s: float, i: int) -> str:
    """A loose letter-like curve, glowing."""
    forms = (
        ((-1, -0.3), (-0.5, 0.6), (0.4, 0.6), (0.9, -0.4)),
        ((0, -1), (0.05, 0), (0, 0.8)),
        ((0.7, -0.8), (-0.2, -0.5), (0.5, 0.0), (-0.7, 0.7)),
        ((-0.9, 0.2), (0, 0.5), (0.9, 0.1)),
        ((0.6, -0.4), (0, -0.7), (-0.2, 0), (0.5, 0.1), (-0.5, 0.9)),
    )
    way = smooth([at + complex(*q) * s for q in forms[i % 5]], False, 0.9)
    tone = mix(art.p.spark, "#bfe6ff", (i * 0.37) % 1)
    out = art.line(way, tone, s * 0.9, 0.16) + art.line(way, lift(tone, 0.4), max(2, s * 0.26))
    if i % 3 != 1:
        out += art.flat(
            ellipse(at + complex(0.1, 1.25 if i % 2 else -1.1) * s, s * 0.17), lift(tone, 0.4)
        )
    return out
