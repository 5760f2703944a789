"""Politics: the count in a classroom, and the law in two columns."""

from __future__ import annotations

from pictures.art import Art
from pictures.color import deepen, lift, mix
from pictures.comforts import pen
from pictures.geometry import box, ellipse, limb, poly
from pictures.land import haze
from pictures.palette import POLITICS
from pictures.plants import tree
from pictures.reading import inkpot, open_book, phone_in_hand, spectacles, spines
from pictures.scenes.registry import scene
from pictures.stamp import Stamp
from pictures.things import Quad, ballot_box, books, inside, patch, script, sheet, shelf, table


def _tally(art: Art, quad: Quad, seed: int = 5) -> str:
    """A ruled result sheet with rows of marks and a round seal."""
    p = art.p
    out = art.flat(poly(list(quad)), p.light)
    out += art.flat(patch(quad, 0.08, 0.05, 0.84, 0.06), p.mid)
    for r in range(13):
        v = 0.17 + r * 0.052
        if r % 2:
            out += art.flat(patch(quad, 0.08, v - 0.012, 0.84, 0.05), p.haze, 0.5)
        out += script(art, quad, 1, p.near, 2.4, seed + r, (0.42, v, 0.48, 0.028))
        for k in range(1 + (r * 7) % 4):
            a, b = inside(quad, 0.13 + k * 0.05, v), inside(quad, 0.12 + k * 0.05, v + 0.028)
            out += art.line(poly([a, b], False), p.near, 2.6)
    width = abs(quad[1] - quad[0])
    seal = inside(quad, 0.25, 0.91)
    out += art.line(ellipse(seal, width * 0.085), p.accent, width * 0.02, 0.8)
    out += art.line(ellipse(seal, width * 0.045), p.accent, width * 0.012, 0.8)
    mark = [
        inside(quad, 0.6, 0.92),
        inside(quad, 0.68, 0.89),
        inside(quad, 0.76, 0.93),
        inside(quad, 0.86, 0.9),
    ]
    return out + art.line(poly(mark, False), p.near, 3)


@scene("03-election-forms", POLITICS)
def polling_room(art: Art) -> None:
    """A phone photographs the result sheet by the classroom door."""
    p = art.p
    wall = mix(p.near, p.mid, 0.25)
    art.add(art.wash(box(0, 0, 1600, 780), deepen(wall, 0.35), wall))
    art.add(
        art.wash(box(0, 560, 1600, 222), deepen(wall, 0.3), deepen(wall, 0.42)),
        art.flat(box(0, 556, 1600, 7), p.far, 0.5),
    )
    art.add(
        art.wash(
            poly([780j, 1600 + 780j, 1600 + 1010j, 1010j]), deepen(p.mid, 0.35), deepen(p.near, 0.5)
        )
    )
    for i in range(9):
        art.add(
            art.line(
                poly(
                    [complex(560 + (i - 4) * 150, 780), complex(560 + (i - 4) * 330, 1010)], False
                ),
                p.ink,
                2,
                0.35,
            )
        )
    art.add(
        art.form(box(70, 170, 520, 270), "#5c3a24", amount=0.4),
        art.form(box(86, 186, 488, 238), deepen(p.ink, 0.1), lift(p.ink, 0.2), 0.4),
    )
    chalk: Quad = (100 + 200j, 560 + 200j, 560 + 410j, 100 + 410j)
    art.add(script(art, chalk, 4, lift(p.ink, 0.3), 3.4, 12, (0.3, 0.1, 0.6, 0.7), True))
    door = box(1290, 210, 250, 572)
    art.add(art.form(box(1268, 188, 294, 594), "#5c3a24", amount=0.5))
    dusk = art.gradient([(0, "#4b4370", 1), (0.55, "#b06a7c", 1), (0.85, p.spark, 1)])
    art.add(art.painted(door, dusk))
    art.add(
        art.clipped(
            door,
            art.flat(ellipse(1420 + 560j, 26), p.light, 0.9),
            art.flat(
                poly([1270 + 650j, 1400 + 636j, 1560 + 648j, 1560 + 800j, 1270 + 800j]),
                deepen(p.near, 0.3),
            ),
            tree(art, 1490, 660, 240, deepen(p.near, 0.2), deepen(p.ink, 0.1), 4),
        )
    )
    art.add(
        art.form(poly([1540 + 210j, 1640 + 170j, 1640 + 830j, 1540 + 782j]), "#6d452b", p.ink, 0.6)
    )
    bulb = 800 + 205j
    art.add(
        art.glow(bulb, 640, p.spark, 0.75),
        art.line("M800 0V160", p.ink, 4),
        art.form(poly([775 + 190j, 786 + 150j, 814 + 150j, 825 + 190j]), p.ink),
        art.flat(ellipse(bulb + 2j, 19, 24), "#fff6d8"),
    )
    cone = art.gradient([(0, p.spark, 0.35), (1, p.spark, 0)])
    art.add(art.painted(poly([775 + 190j, 825 + 190j, 1280 + 900j, 320 + 900j]), cone))
    pinned: Quad = (950 + 268j, 1216 + 262j, 1222 + 724j, 944 + 730j)
    art.add(sheet(art, pinned), _tally(art, pinned))
    for u in (0.06, 0.94):
        art.add(art.flat(ellipse(inside(pinned, u, 0.018), 7), p.accent))
    art.add(table(art, 90, 930, 760, 222, "#7c4a31", 34))
    st = Stamp(art, 150, 722)
    card = "#c39a68"
    st.form([(0, 0), (30, 34), (30, 254), (0, 230)], deepen(card, 0.35), 0.4)
    st.form([(30, 34), (260, 34), (260, 254), (30, 254)], card, 0.7)
    st.form([(260, 34), (300, -2), (300, 228), (260, 254)], lift(card, 0.2), 0.5)
    st.form([(60, 190), (230, 190), (230, 200), (60, 200)], deepen(card, 0.25), 0.2)
    art.add(st.svg(), ballot_box(art, 520, 716, 190, mix(p.haze, "#9fb2b8", 0.4), clear=True))
    ballots: Quad = (380 + 700j, 470 + 700j, 482 + 722j, 372 + 722j)
    art.add(sheet(art, ballots, p.light, 12))
    hand, screen = phone_in_hand(art, 1046, 838, 400, "#b07850", deepen(p.near, 0.35), -0.06)
    art.add(hand)
    shown: Quad = (
        inside(screen, 0.1, 0.12),
        inside(screen, 0.9, 0.12),
        inside(screen, 0.92, 0.8),
        inside(screen, 0.08, 0.8),
    )
    art.add(art.flat(poly(list(screen)), deepen(wall, 0.1)), _tally(art, shown, 9))
    for a, b, c, d in (
        (0.06, 0.08, 1, 1),
        (0.94, 0.08, -1, 1),
        (0.06, 0.84, 1, -1),
        (0.94, 0.84, -1, -1),
    ):
        k = [inside(screen, a + 0.12 * c, b), inside(screen, a, b), inside(screen, a, b + 0.07 * d)]
        art.add(art.line(poly(k, False), p.spark, 4))
    art.add(art.flat(ellipse(inside(screen, 0.5, 0.925), 13), p.light))
    art.add(art.flat(limb([screen[0] + 6, screen[3] + 6], [10, 10]), "#ffffff", 0.12))


@scene("04-law-in-urdu", POLITICS)
def law_desk(art: Art) -> None:
    """An open law book in two facing columns, in a library's afternoon."""
    p = art.p
    wood = "#7a3f2a"
    art.add(art.flat(box(0, 0, 1600, 700), deepen(wood, 0.4)))
    inks = [mix(c, "#8a4a38", 0.25) for c in spines(art)]
    for i, x in enumerate((10, 420, 830, 1240)):
        art.add(shelf(art, (x, -40, 380, 620), 4, wood, inks, 20 + i, 0.12))
    art.add(art.flat(box(0, 0, 1600, 700), mix(p.spark, p.mid, 0.35), 0.3))
    beam = art.gradient([(0, p.light, 0.62), (0.7, p.spark, 0.18), (1, p.spark, 0)], "slant")
    for a, w in ((120, 190), (400, 130), (640, 240)):
        ray = poly(
            [
                complex(a - 460, -20),
                complex(a - 460 + w, -20),
                complex(a + 330 + w * 1.5, 1000),
                complex(a + 250, 1000),
            ]
        )
        art.add(art.painted(ray, beam, 12))
    art.add(haze(art, 560, 260, p.spark, 0.35))
    art.add(
        art.wash(
            poly([610j - 10, 1610 + 610j, 1610 + 1010j, 1010j - 10]),
            lift(wood, 0.2),
            deepen(wood, 0.35),
        )
    )
    for i in range(16):
        y = 630 + i * 26
        art.add(
            art.line(f"M-10 {y}C400 {y - 14} 900 {y + 16} 1610 {y - 6}", deepen(wood, 0.4), 2, 0.35)
        )
    art.add(art.flat(box(-10, 604, 1620, 9), lift(wood, 0.4)))
    art.add(art.flat(ellipse(1330 + 702j, 230, 34), p.ink, 0.35))
    art.add(books(art, 1330, 704, 390, 6, [p.mid, p.near, p.spark, deepen(p.mid, 0.3), p.far], 4))
    art.add(books(art, 205, 668, 270, 3, [p.near, p.far, p.mid], 2))
    art.add(inkpot(art, 214, 796, 54, p.near))
    book, left, right = open_book(
        art, 760, 918, 980, 306, p.mid, rows=14, columns=1, seed=8, pinch=0.12
    )
    art.add(book)
    for quad in (left, right):
        art.add(art.flat(patch(quad, 0.3, 0.035, 0.4, 0.035), p.accent, 0.85))
        art.add(
            art.line(
                poly([inside(quad, 0.04, 0.085), inside(quad, 0.94, 0.085)], False), p.spark, 3
            )
        )
    ribbon = limb([762 + 640j, 770 + 780j, 758 + 930j, 786 + 985j], [12, 15, 18, 20])
    art.add(art.form(ribbon, p.accent, amount=0.5))
    art.add(pen(art, 1465 + 800j, 1130 + 905j, 20, deepen(p.ink, 0.1), p.spark))
    art.add(art.flat(limb([1440 + 822j, 1150 + 918j], [10, 8]), p.ink, 0.25))
    art.add(spectacles(art, 1290, 940, 62, deepen(p.ink, 0.1)))
