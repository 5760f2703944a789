"""A nurse checks a finger; one day on the calendar is circled."""

from __future__ import annotations

from pictures.art import Art
from pictures.color import deepen, lift
from pictures.figure import Pose, Reach
from pictures.geometry import Point, box, ellipse, poly, smooth
from pictures.land import ridge, sun
from pictures.motifs import ajrak
from pictures.palette import HEALTH
from pictures.people import SKINS, Look, person
from pictures.plants import tree
from pictures.scenes.cast import man
from pictures.scenes.registry import scene
from pictures.stamp import Stamp


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
    art.add(
        art.wash(box(0, 0, 1600, 760), "#f7e6de", wall),
        art.flat(box(0, 520, 1600, 240), "#b9c3cc"),
        art.flat(box(0, 512, 1600, 10), p.far),
    )
    art.add(art.wash(box(0, 756, 1600, 260), "#c7b3b0", "#7a7684"))
    for i in range(9):
        art.add(
            art.line(
                poly(
                    [complex(800 + (i - 4) * 200, 758), complex(800 + (i - 4) * 330, 1010)], False
                ),
                p.near,
                2,
                0.2,
            )
        )
    art.add(art.form(box(80, 90, 380, 340), "#f8f3ee", p.mid, 0.3))
    art.add(art.wash(box(100, 110, 340, 300), "#a9c3d3", "#fbeedb"))
    view = box(100, 110, 340, 300)
    art.add(
        art.clipped(
            view,
            ridge(art, 380, 120, 61, "#a3a7bd", mist="#f3e3d6", soft=True),
            tree(art, 190, 420, 190, "#86a188", "#6b5a5a", 5),
            sun(art, 350 + 190j, 30, "#fffaf0", 5),
        )
    )
    art.add(art.line("M270 110V410M100 260H440", "#f8f3ee", 12))
    for side in (0, 1):
        x = 50 + side * 330
        curtain = smooth(
            [
                complex(x, 70),
                complex(x + 110, 70),
                complex(x + 96 - side * 20, 240),
                complex(x + 116 - side * 40, 470),
                complex(x + 10, 470),
                complex(x + 16, 240),
            ],
            ease=0.4,
        )
        art.add(art.form(curtain, p.far, p.mid, 0.6))
    art.add(art.line("M30 70H520", p.near, 8))
    beam = art.gradient([(0, "#fff6e2", 0.5), (1, "#fff6e2", 0)], "slant")
    art.add(art.painted(poly([100 + 110j, 440 + 110j, 1180 + 1000j, 560 + 1000j]), beam))
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
    art.add(
        art.form(box(1270, 110, 270, 330), "#dfe5e8", p.near, 0.4),
        art.line("M1405 112V438", p.near, 3, 0.4),
    )
    for r in range(3):
        art.add(art.flat(box(1284, 210 + r * 100, 242, 8), "#aeb8c0"))
        for i in range(7):
            tone = (p.mid, "#6f9ab0", p.spark, "#fdf8f1")[(i + r) % 4]
            art.add(
                art.form(
                    box(
                        1292 + i * 33,
                        210 + r * 100 - 56 + 12 * ((i + r) % 3),
                        24,
                        56 - 12 * ((i + r) % 3),
                        5,
                    ),
                    tone,
                    amount=0.4,
                )
            )
    art.add(ajrak(art, 560, 470, 640, 42, p.mid, p.light, p.spark))
    for x in (560, 1060):
        chair = Stamp(art, x, 960, 1)
        chair.form(
            [(-96, 0), (-100, 430), (-70, 462), (70, 462), (100, 430), (96, 0)],
            "#7d5648",
            0.6,
            0.12,
        )
        chair.form([(-70, 0), (-74, 410), (74, 410), (70, 0)], "#8f6657", 0.5, 0.08)
        art.add(chair.svg())
    elder = man(
        art,
        0,
        top="#e9e2d4",
        bottom="#e9e2d4",
        vest=p.near,
        hat=("pakol", "#a58a6b"),
        beard="#d9d5cf",
        mustache="#d9d5cf",
        skin=SKINS[1],
    )
    nurse = Look("#fbf7f2", "#fbf7f2", scarf="#dfe9ee", close=True, skin=SKINS[4], vest="#7fa3b8")
    touch = 812 + 716j

    def meter(far: Point, near: Point) -> str:
        c = far + 34 - 30j
        return art.form(
            poly([c + z for z in (-30 - 46j, 32 - 40j, 26 + 46j, -36 + 40j)]), p.near, amount=0.4
        ) + art.flat(poly([c + z for z in (-20 - 34j, 22 - 29j, 19 + 4j, -23 - 1j)]), "#bfe3d8")

    sit = Pose(
        turn=0.5, near_arm=Reach(touch - 34 + 6j), far_arm=Reach(touch - 60 - 74j), nod=14, lean=5
    )
    art.add(
        person(
            art,
            1026,
            1190,
            740,
            elder,
            Pose(
                turn=0.5, near_arm=Reach(touch + 26 + 8j), far_arm=Reach(960 + 770j), nod=12, lean=5
            ),
            -1,
            shadow=0,
        ).svg
    )
    art.add(person(art, 588, 1190, 720, nurse, sit, 1, meter, shadow=0).svg)
    top = poly([400 + 752j, 1220 + 752j, 1300 + 842j, 320 + 842j])
    art.add(
        art.form(top, lift("#a9745c", 0.12), p.ink, 0.5),
        art.form(box(320, 842, 980, 26), "#a9745c", amount=0.5),
    )
    art.add(art.form(box(350, 868, 920, 150), deepen("#a9745c", 0.3), amount=0.5))
    for i in range(4):
        art.add(art.form(box(378 + i * 222, 888, 200, 120), deepen("#a9745c", 0.18), amount=0.4))
    art.add(_vegetables(art, 1060, 822, 92))
    st = Stamp(art, 520, 836, 1)
    for dx, dy in ((54, 16), (0, 0)):
        st.form(
            [
                (dx - 72, dy),
                (dx - 76, dy + 52),
                (dx - 36, dy + 64),
                (dx + 6, dy + 34),
                (dx + 54, dy + 20),
                (dx + 60, dy),
            ],
            ("#6f9ab0", "#7fa9bd")[dx == 0],
            0.6,
            0.3,
        )
        st.form(
            [(dx - 78, dy - 8), (dx - 76, dy + 8), (dx + 62, dy + 8), (dx + 64, dy - 8)],
            "#fbf7f2",
            0.3,
            0.15,
        )
        for k in range(3):
            st.line(
                [(dx - 26 + k * 14, dy + 56 - k * 10), (dx - 14 + k * 14, dy + 40 - k * 9)],
                "#fbf7f2",
                5,
            )
    art.add(st.svg(), art.flat(ellipse(touch + 2 + 2j, 6), p.accent))
