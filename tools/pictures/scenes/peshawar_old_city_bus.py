"""A small electric bus noses through a lane of carved balconies."""

from __future__ import annotations

from pictures.art import Art
from pictures.buildings import arch, jharokha, minaret, round_arch, scallop
from pictures.color import deepen, mix
from pictures.figure import Pose, Reach
from pictures.fronts import bus_front
from pictures.geometry import box, ellipse, poly, smooth, star
from pictures.land import haze, sky
from pictures.palette import CITIES
from pictures.people import Look, person
from pictures.scenes.cast import man, woman
from pictures.scenes.registry import scene
from pictures.stamp import Stamp


@scene("11-peshawar-old-city-bus", CITIES)
def bazaar(art: Art) -> None:
    """A small electric bus noses through a lane of carved balconies."""
    p = art.p
    art.add(sky(art, 620, ("#b98f74", "#ecc183", "#fbe4ae")))
    art.add(art.glow(800 + 400j, 520, "#fff0c4", 0.9))
    brick = "#b8683f"
    art.add(art.form(box(610, 250, 380, 390), mix(brick, "#f3cf94", 0.35), amount=0.4))
    for i in range(9):
        art.add(art.flat(box(612 + i * 43, 228, 28, 24), mix(brick, "#f3cf94", 0.35)))
    for x in (590, 940):
        art.add(art.form(box(x, 210, 74, 430), mix(brick, "#f3cf94", 0.22), amount=0.6))
        art.add(art.form(arch(x + 14, 300, 46, 66), "#8a4a30"))
    art.add(
        art.form(arch(680, 640, 240, 330), "#8a4a30", amount=0.3),
        art.flat(arch(700, 640, 200, 300), "#fbe7b8"),
    )
    art.add(minaret(art, 820, 640, 220, "#e3bd88"))
    for x, s in ((740, 60), (870, 56), (770, 48)):
        art.add(person(art, x, 644, s, man(art, int(x)), shadow=0).svg)
    art.add(haze(art, 600, 260, "#fbe2ae", 0.55))
    art.add(
        art.wash(poly([600 + 640j, 1000 + 640j, 1620 + 1010j, -20 + 1010j]), "#e7c190", "#7d5f4d")
    )
    for k in range(7):
        y = 650 + 360 * (k / 6) ** 1.8
        art.add(art.line(f"M-20 {y:.0f}H1620", "#6b5042", 1.5 + k * 0.5, 0.2))
    for flip in (1, -1):
        side_ = [
            complex(800 + flip * z.real, z.imag) for z in (200 + 640j, 830 + 600j, 830 + 1010j)
        ]
        art.add(art.flat(poly(side_), "#94705a"))
    wood = "#6d3f28"
    plan = (
        (3, 500, 150, 300, 0.6),
        (2, 330, 210, 420, 0.35),
        (1, 90, 300, 600, 0.1),
        (0, -150, 330, 800, 0),
    )
    for k, x, w, h, air in plan:
        y = 650 + (3 - k) * 46
        for side in (0, 1):
            bx = 1600 - x - w if side else x
            tone = mix(
                ("#c98a5a", "#a9a098", "#d9a25f", "#b7714a")[(k + side * 2) % 4], "#f6d79c", air
            )
            art.add(art.form(box(bx, y - h - 90, w, h + 90), tone, p.ink, 0.5))
            timber = mix(wood, "#f0c98c", air * 0.8)
            for fl in range(2):
                jy = y - h * (0.42 + 0.36 * fl)
                art.add(
                    jharokha(
                        art,
                        bx + w * 0.12,
                        jy,
                        w * 0.76,
                        h * 0.27,
                        timber,
                        mix("#2a1c1c", "#e9b064", air + 0.12 * (fl + side)),
                    )
                )
            art.add(art.form(box(bx, y - h * 0.36, w, h * 0.36), deepen(tone, 0.45), amount=0.4))
            art.add(
                art.form(
                    round_arch(bx + w * 0.14, y, w * 0.72, h * 0.3),
                    mix("#e6a04a", "#3a2420", 0.25),
                    "#3a1f18",
                    0.7,
                    "up",
                )
            )
            art.add(
                scallop(
                    art,
                    bx - 6,
                    y - h * 0.37,
                    w + 12,
                    h * 0.075,
                    (p.accent, p.spark, "#5e7a6a")[(k + side) % 3],
                    9,
                )
            )
        if k:
            art.add(haze(art, 560, 380, "#fbe0a8", 0.22))
    for i in range(3):
        a, b = 130 + (130 + 60 * i) * 1j, 1480 + (150 + 46 * i) * 1j
        art.add(art.line(smooth([a, (a + b) / 2 + 60j, b], False), "#3c2a26", 2, 0.6))
    art.add(bus_front(art, 850, 838, 118, "#e9dfc8", 0.8))
    st = Stamp(art, 850, 838, 118)
    for dx in (-0.8, -0.4, 0, 0.4, 0.8):
        st.out.append(art.flat(star(st.p(dx, 1.04), 12, 5, 8), p.accent))
    st.form(
        [(-0.3, 0.54), (0.04, 0.9), (0.0, 0.72), (0.3, 0.76), (-0.06, 0.42), (0.0, 0.58)],
        "#4e9a5a",
        0.3,
    )
    art.add(st.svg())
    _tea_stall(art)
    art.add(
        person(
            art,
            560,
            860,
            320,
            man(art, 6),
            Pose(
                turn=0.3, far_leg=(18, 2), near_leg=(-14, -22), near_arm=(-14, 4), far_arm=(18, 30)
            ),
        ).svg
    )
    art.add(
        person(
            art,
            1110,
            850,
            300,
            woman(art, 6),
            Pose(turn=0.4, far_leg=(14, 2), near_leg=(-10, -18), near_arm=(6, 40)),
            -1,
        ).svg
    )
    art.add(
        person(
            art,
            1236,
            900,
            344,
            woman(art, 1),
            Pose(turn=0.45, far_leg=(14, 2), near_leg=(-12, -20)),
            -1,
        ).svg
    )
    art.add(
        person(
            art,
            1330,
            912,
            226,
            Look(p.spark, p.near, child=True, cut="kameez"),
            Pose(turn=0.3, far_leg=(16, 2), near_leg=(-12, -20)),
            -1,
        ).svg
    )
    art.add(
        person(
            art,
            1490,
            960,
            410,
            man(art, 3, hat=("pakol", "#9a7f60")),
            Pose(turn=0.35, near_arm=(14, 60), far_leg=(8, 1)),
            -1,
        ).svg
    )


def _tea_stall(art: Art) -> None:
    """Kettles on a counter at the lane's left."""
    p = art.p
    art.add(
        art.form(box(-10, 800, 400, 210), "#7a4a30", amount=0.5),
        art.form(box(-20, 776, 424, 30), "#a9683d"),
    )
    for i in range(5):
        c = complex(40 + i * 80, 905)
        art.add(art.flat(star(c, 32, 15, 8), p.spark, 0.85), art.flat(ellipse(c, 9), p.accent))
    for x, s, tone in ((80, 62, "#c9cdd0"), (205, 76, "#b98a3c"), (325, 56, "#4f7a80")):
        st = Stamp(art, x, 776, s)
        st.form(
            [(-0.7, 0), (-0.82, 0.5), (-0.5, 0.95), (0.5, 0.95), (0.82, 0.5), (0.7, 0)],
            tone,
            0.85,
            0.4,
        )
        st.form(
            [(0.6, 0.3), (1.0, 0.62), (1.2, 1.0), (1.3, 0.96), (1.12, 0.5), (0.72, 0.12)],
            tone,
            0.6,
            0.3,
        )
        st.line([(-0.5, 1.0), (-0.4, 1.5), (0.4, 1.5), (0.5, 1.0)], deepen(tone, 0.5), 0.09, 0.6)
        st.disc(0, 1.0, 0.34, deepen(tone, 0.25), 0.09)
        st.disc(0, 1.13, 0.09, deepen(tone, 0.4))
        for dx in (-0.1, 0.15):
            st.line(
                [(1.25 + dx, 1.1), (1.4 + dx, 1.5), (1.2 + dx, 1.9), (1.4 + dx, 2.4)],
                p.light,
                0.07,
                0.7,
                0.5,
            )
        art.add(st.svg())
    man_ = man(art, 4, hat=("topi", "#f7f0e0"), vest=None)
    kettle = Reach(300 + 720j)
    art.add(
        person(art, 432, 930, 350, man_, Pose(turn=0.5, near_arm=kettle, far_arm=(20, 80)), -1).svg
    )
