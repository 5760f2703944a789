"""A teacher's hand guides a reed pen through one long curve."""

from __future__ import annotations

from pictures.art import Art
from pictures.buildings import arch
from pictures.color import deepen, lift, mix
from pictures.figure import Pose
from pictures.geometry import Point, box, ellipse, limb, poly, smooth
from pictures.land import haze
from pictures.motifs import lattice, rug
from pictures.palette import CULTURE
from pictures.people import SKINS, Look, person
from pictures.reading import inkpot, spines
from pictures.scenes.registry import scene
from pictures.things import Quad, books, inside, sheet


def _sweep(art: Art, spots: list[Point], widths: list[float], ink: str) -> str:
    """A broad-pen stroke: thick where the nib lies flat."""
    return art.flat(limb(spots, widths, rounded=False), ink)


def _hand(art: Art, nib: Point, skin: str, sleeve: str) -> str:
    """An old hand holding a reed pen, coming from the lower right."""
    dark = deepen(skin, 0.5)

    def q(x: float, y: float) -> Point:
        return nib + complex(x, y)

    def part(spots: list[tuple[float, float]], widths: list[float], tone: str) -> str:
        return art.form(limb([q(*s) for s in spots], widths), tone, dark, 0.6)

    shade = smooth([q(60, 70), q(200, 170), q(380, 330), q(200, 300), q(70, 190)], ease=0.6)
    out = art.flat(shade, art.p.ink, 0.25)
    out += part([(300, 120), (430, 210), (640, 350)], [128, 118, 130], skin)
    out += art.form(
        limb([q(450, 210), q(580, 300), q(800, 450)], [172, 205, 240]),
        sleeve,
        deepen(sleeve, 0.6),
        0.7,
    )
    out += part(
        [(286, 168), (206, 190), (140, 176), (104, 156)], [52, 46, 40, 30], mix(skin, dark, 0.3)
    )
    out += part(
        [(276, 138), (196, 158), (126, 140), (84, 112)], [52, 48, 40, 30], mix(skin, dark, 0.2)
    )
    out += part(
        [(266, 104), (190, 118), (120, 84), (62, 34)], [52, 48, 40, 28], mix(skin, dark, 0.1)
    )
    back = [
        q(212, -12),
        q(280, -6),
        q(372, 70),
        q(426, 160),
        q(400, 226),
        q(310, 222),
        q(236, 170),
        q(196, 80),
    ]
    out += art.form(smooth(back, ease=0.7), skin, dark, 0.5)
    tail, neck = q(214, -330), q(28, -43)
    way = (tail - nib) / abs(tail - nib)
    out += art.form(limb([tail, neck], [24, 23], rounded=False), "#a9743c", amount=0.6)
    for t in (0.5, 0.86):
        knot = nib + (tail - nib) * t
        out += art.line(poly([knot + way * 13j, knot - way * 13j], False), "#7a4f28", 6)
    out += art.form(
        poly([neck + way * 11j, neck - way * 11j, nib - way * 7j + 3, nib + way * 8j - 2]),
        "#6d4424",
        amount=0.4,
    )
    wet = nib + way * 20
    out += art.flat(
        poly([wet + way * 9j, wet - way * 9j, nib - way * 7j + 3, nib + way * 8j - 2]), "#1b0c1f"
    )
    out += part([(250, 20), (190, -62), (116, -98), (56, -84)], [54, 48, 38, 26], lift(skin, 0.06))
    out += art.flat(ellipse(q(58, -88), 12, 8, 6), lift(skin, 0.42), 0.8)
    out += part([(240, 100), (156, 58), (92, 4), (44, -42)], [64, 54, 42, 28], lift(skin, 0.09))
    out += art.flat(ellipse(q(49, -37), 9, 13, -40), lift(skin, 0.42), 0.85)
    for a, b in (
        ((186, -70), (204, -50)),
        ((194, -64), (210, -46)),
        ((146, 40), (164, 26)),
        ((240, 8), (256, 30)),
        ((306, 60), (322, 84)),
    ):
        out += art.line(poly([q(*a), q(*b)], False), dark, 2.5, 0.4)
    return out


@scene("31-calligraphy-workshop", CULTURE)
def reed_pen(art: Art) -> None:
    """A teacher's hand guides a reed pen through one long curve."""
    p = art.p
    art.add(art.wash(box(0, 0, 1600, 520), "#8a4a5c", "#c98a78"))
    frame = box(70, 20, 560, 400)
    art.add(art.form(box(40, -10, 620, 450), "#5d2f2c", amount=0.4))
    art.add(
        art.wash(frame, "#fff3d0", "#f8d998"),
        lattice(art, frame, (70, 20, 560, 400), 70, "#6d3a2f", 7),
    )
    for x in (70, 256, 444):
        art.add(art.line(arch_line(x, 420, 186, 400), "#5d2f2c", 14))
    light = art.gradient([(0, "#fff0c4", 0.6), (1, "#fff0c4", 0)], "slant")
    art.add(art.painted(poly([70 + 20j, 630 + 20j, 1560 + 1000j, 420 + 1000j]), light))
    for i in range(3):
        x = 800 + i * 270
        art.add(
            art.form(arch(x, 430, 200, 330), "#7a3d50", amount=0.5),
            art.flat(arch(x + 18, 430, 164, 300), deepen("#7a3d50", 0.35)),
        )
        for r in range(2):
            art.add(
                books(art, x + 100, 424 - r * 130, 130, 4, list(spines(art)), i + r * 3),
                art.flat(box(x + 18, 424 - r * 130, 164, 8), "#a9683f"),
            )
    art.add(
        rug(art, (60 + 430j, 1600 + 430j, 1780 + 640j, -160 + 640j), "#8a2f42", p.accent, "#f0d9a0")
    )
    pupils = (
        (470, 560, 360, True),
        (720, 545, 350, False),
        (960, 552, 356, True),
        (1200, 548, 350, False),
    )
    for i, (x, y, h, girl) in enumerate(pupils):
        look = Look(
            (p.far, "#e9d3a8", "#5f6f86", "#b5603f")[i],
            (p.light, "#d9c08f", "#4a566b", "#8f4a34")[i],
            skin=SKINS[i],
            child=True,
            scarf=p.light if i == 0 else None,
            style="braid" if girl else "short",
            hat=("topi", "#fbf3e0") if i == 1 else None,
        )
        art.add(
            person(
                art,
                x,
                y,
                h,
                look,
                Pose(turn=0.7, crossed=True, nod=18, lean=8, near_arm=(16, 50), far_arm=(22, 56)),
                1 if i < 2 else -1,
            ).svg
        )
        quad: Quad = (
            complex(x - 66, y - 16),
            complex(x + 66, y - 16),
            complex(x + 84, y + 20),
            complex(x - 84, y + 20),
        )
        art.add(sheet(art, quad, "#fbefd0"))
        way = smooth(
            [
                inside(quad, 0.85, 0.4),
                inside(quad, 0.6, 0.75),
                inside(quad, 0.3, 0.7),
                inside(quad, 0.15, 0.3),
            ],
            False,
        )
        art.add(art.line(way, p.ink, 5))
    art.add(haze(art, 560, 160, "#f3cf9a", 0.3))
    art.add(
        art.wash(poly([600j - 10, 1610 + 600j, 1610 + 1010j, 1010j - 10]), "#a5663f", "#4f2a24"),
        art.flat(box(-10, 596, 1620, 10), "#d9a066"),
    )
    for i in range(11):
        y = 620 + i * 36
        art.add(art.line(f"M-10 {y}C500 {y - 12} 1000 {y + 12} 1610 {y - 4}", "#5d3020", 2, 0.4))
    side: Quad = (1180 + 628j, 1560 + 640j, 1640 + 800j, 1210 + 770j)
    art.add(sheet(art, side, "#f6e3b6"))
    for k in range(3):
        v = 0.2 + k * 0.27
        art.add(
            art.line(
                smooth(
                    [
                        inside(side, 0.9, v),
                        inside(side, 0.6, v + 0.14),
                        inside(side, 0.35, v + 0.1),
                        inside(side, 0.2, v - 0.06),
                    ],
                    False,
                ),
                "#3b1b2b",
                9 - k,
            )
        )
    paper: Quad = (250 + 650j, 1010 + 636j, 1130 + 985j, 120 + 1000j)
    art.add(sheet(art, paper, "#fdf1d3", 6))
    for v in (0.2, 0.8):
        art.add(
            art.line(
                poly([inside(paper, 0.05, v), inside(paper, 0.95, v)], False), "#d9a441", 2, 0.7
            )
        )
    nib = 868 + 822j
    ye = [
        700 + 690j,
        640 + 672j,
        560 + 682j,
        470 + 716j,
        392 + 768j,
        380 + 826j,
        450 + 872j,
        570 + 890j,
        700 + 880j,
        800 + 850j,
        nib + 2,
    ]
    art.add(_sweep(art, ye, [8, 26, 30, 26, 34, 46, 56, 58, 48, 34, 20], "#1b0c1f"))
    art.add(art.flat(smooth([450 + 884j, 570 + 906j, 700 + 894j, 570 + 898j]), "#6d4a68", 0.6))
    for c in (470 + 962j, 520 + 958j):
        art.add(art.flat(poly([c - 19j, c + 19, c + 19j, c - 19]), "#1b0c1f"))
    art.add(_hand(art, nib, "#b9805a", "#efe3cc"))
    art.add(inkpot(art, 150, 860, 70, "#2f3a6b"))
    for i in range(4):
        a = 40 + 690j + complex(i * 12, i * 22)
        b = a + 190 - 34j + complex(0, i * 9)
        art.add(
            art.flat(limb([a + 8j, b + 8j], [15, 14]), p.ink, 0.25),
            art.form(
                limb([a, b], [16, 15], rounded=False),
                ("#a9743c", "#8a5a30", "#c08a4a", "#9a6a38")[i],
                amount=0.6,
                angle="down",
            ),
        )
        art.add(art.form(poly([b - 7j, b + 34 + 2j, b + 7j]), "#5d3a20", amount=0.3))


def arch_line(x: float, y: float, w: float, h: float) -> str:
    """The outline of an arch for a carved frame."""
    return arch(x, y, w, h)
