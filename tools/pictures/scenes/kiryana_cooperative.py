"""A Hyderabad grocer checks in a shared delivery."""

from __future__ import annotations

from pictures.art import Art
from pictures.buildings import arch, scallop
from pictures.color import deepen, lift, mix
from pictures.figure import Pose
from pictures.geometry import Point, box, poly, star
from pictures.land import haze, sky, sun
from pictures.palette import BUSINESS
from pictures.people import person
from pictures.scenes.cast import man
from pictures.scenes.registry import scene
from pictures.stamp import Stamp
from pictures.things import crate
from pictures.vehicles import rickshaw

GOLD = "#eaa72f"


def _sack(art: Art, x: float, y: float, s: float, cloth: str, grain: str) -> str:
    st = Stamp(art, x, y, s)
    st.shadow(0.1, 0.75, 0.1)
    st.form(
        [(-0.62, 0), (-0.7, 0.5), (-0.6, 1.0), (0.6, 1.0), (0.7, 0.5), (0.62, 0), (0, -0.05)],
        cloth,
        0.8,
        0.4,
    )
    st.disc(0, 1.02, 0.64, lift(cloth, 0.15), 0.18)
    st.form(
        [(-0.54, 1.02), (-0.3, 1.2), (0, 1.3), (0.3, 1.2), (0.54, 1.02), (0, 0.9)], grain, 0.5, 0.5
    )
    rng = art.rng
    for _ in range(26):
        a = rng.uniform(-0.42, 0.42)
        st.disc(
            a,
            1.0 + rng.uniform(0, 0.22) * (1 - abs(a) * 1.8),
            0.022,
            deepen(grain, rng.uniform(0, 0.4)),
        )
    st.line([(-0.64, 0.55), (0, 0.48), (0.66, 0.55)], deepen(cloth, 0.25), 0.03, 0.5, 0.6)
    return st.svg()


@scene("18-kiryana-cooperative", BUSINESS)
def corner_shop(art: Art) -> None:
    """A Hyderabad grocer checks in a shared delivery."""
    p = art.p
    art.add(sky(art, 640, ("#8fbcb0", "#e3dcb4", "#f9e6b4")))
    art.add(sun(art, 730 + 190j, 44, "#fff8e0", 6))
    for k, (y, tone, n) in enumerate(
        ((560, mix(p.far, p.haze, 0.5), 9), (620, mix("#d9b888", p.far, 0.25), 6))
    ):
        for i in range(n):
            w = 1750 / n
            x = 560 + i * w * 0.62 - 40
            h = 170 + 70 * ((i * 7 + k * 3) % 3) + 50 * k
            art.add(
                art.form(
                    box(x, y - h, w * 0.6, h + 80), mix(tone, p.light, 0.1 * (i % 3)), p.mid, 0.4
                )
            )
            for wdw in range(2):
                art.add(
                    art.flat(
                        arch(x + 24 + wdw * w * 0.27, y - h * 0.45, w * 0.14, w * 0.24),
                        mix(tone, p.near, 0.6),
                    )
                )
            st = Stamp(art, x + w * 0.3, y - h, 1)
            st.form(
                [(-26, 0), (-26, 44), (20, 74), (26, 74), (26, 0)], mix(tone, p.light, 0.25), 0.6
            )
            st.form([(-26, 10), (-26, 44), (6, 64), (6, 10)], mix(tone, p.near, 0.55), 0.3)
            art.add(st.svg())
        art.add(haze(art, y - 60, 200, "#f6e6bc", 0.5))
    art.add(art.form(box(1330, 120, 300, 620), "#d8a86c", p.near, 0.6))
    art.add(
        art.form(arch(1400, 740, 150, 300), "#7a4a30", amount=0.5),
        art.form(box(1390, 230, 160, 130), p.mid, amount=0.5),
    )
    art.add(art.line("M1470 230V360M1390 295H1550", p.light, 5, 0.7))
    art.add(
        art.wash(poly([560 + 690j, 1640 + 690j, 1640 + 1010j, 300 + 1010j]), "#e2c493", "#8f7450")
    )
    art.add(rickshaw(art, 1230, 800, 92, p.mid, -1))
    for i, (x, y, w, h) in enumerate(
        ((1270, 574, 110, 80), (1160, 570, 100, 70), (1210, 504, 120, 70), (1320, 640, 70, 60))
    ):
        art.add(crate(art, x, y, w, h, ("#b98f5c", "#c9a36d", "#a97f4e", "#b98f5c")[i], 0.16))
    art.add(art.line("M1140 574Q1240 440 1390 590", p.near, 4))
    inner = "#7b4f31"
    art.add(art.wash(box(-20, 120, 640, 720), "#4b2f22", inner))
    for r in range(4):
        y = 300 + r * 118
        for i in range(9):
            x = 10 + i * 64
            kind = (i * 5 + r * 3) % 4
            tone = (GOLD, p.mid, "#b5532f", p.far, p.light)[(i + r * 2) % 5]
            if kind < 2:
                st = Stamp(art, x + 28, y, 1)
                st.form(
                    [(-22, 0), (-24, 50), (-16, 66), (16, 66), (24, 50), (22, 0)],
                    mix(tone, "#e9dfc6", 0.2),
                    0.6,
                    0.15,
                )
                st.flat([(-16, 8), (-18, 48), (-10, 52), (-9, 8)], "#fff8e6", 0.2, 0.45)
                st.box(-17, 66, 34, 12, p.near, 0.4)
                art.add(st.svg())
            elif kind == 2:
                art.add(
                    art.form(box(x + 4, y - 78, 50, 78), tone, amount=0.5),
                    art.flat(star(complex(x + 29, y - 40), 16, 8, 8), p.light, 0.8),
                )
            else:
                for q in range(3):
                    art.add(
                        art.form(
                            box(x + 3, y - 26 - q * 25, 54, 23, 4),
                            mix(tone, p.light, 0.2 * q),
                            amount=0.4,
                        )
                    )
        art.add(art.form(box(-20, y, 640, 13), "#a8754a", amount=0.4))
    art.add(art.glow(300 + 230j, 420, p.spark, 0.4))
    art.add(
        art.form(box(596, 120, 44, 760), "#c58d55", amount=0.6),
        art.form(box(-20, 84, 680, 44), p.near, amount=0.4),
    )
    for i in range(12):
        art.add(art.flat(star(complex(20 + i * 56, 106), 15, 7, 8), (p.spark, p.accent)[i % 2]))
    art.add(scallop(art, -20, 126, 690, 58, p.accent, 13))
    for i in range(0, 13, 2):
        art.add(
            art.clipped(
                box(-20 + i * 53, 126, 53, 60), scallop(art, -20, 126, 690, 58, p.light, 13)
            )
        )
    keeper = man(
        art, 0, top="#f1ead6", bottom="#f1ead6", vest=p.near, hat=("topi", p.accent), beard=None
    )

    def ledger(far: Point, near: Point) -> str:
        page = poly([far + z for z in (-54 - 40j, 34 - 54j, 50 + 18j, -40 + 30j)])
        lines = "".join(
            art.line(
                poly([far + complex(-42, -26 + k * 12), far + complex(34, -38 + k * 12)], False),
                p.mid,
                2.5,
                0.6,
            )
            for k in range(4)
        )
        tick = art.line(poly([near + (-10 - 6j), near + (-26 - 26j)], False), p.ink, 5)
        return art.form(page, p.light, amount=0.4) + lines + tick

    art.add(
        art.form(box(-20, 700, 520, 24), "#c58d55", amount=0.4),
        art.form(box(-20, 724, 500, 290), "#8a5a38", amount=0.6),
    )
    art.add(_scales(art, 205, 702))
    for x, s, tone in ((50, 60, "#c9583a"), (350, 66, GOLD), (430, 58, "#7f9a6a")):
        st = Stamp(art, x, 702, s)
        st.form(
            [(-0.5, 0), (-0.55, 1.1), (-0.35, 1.45), (0.35, 1.45), (0.55, 1.1), (0.5, 0)],
            "#d9e4dc",
            0.4,
            0.2,
        )
        st.form([(-0.46, 0.04), (-0.49, 0.9), (0.49, 0.9), (0.46, 0.04)], tone, 0.5, 0.1)
        st.box(-0.38, 1.42, 0.76, 0.2, p.accent, 0.5)
        st.line([(-0.36, 0.2), (-0.38, 1.1)], "#ffffff", 0.07, opacity=0.6)
        art.add(st.svg())
    grains = ("#f4eedd", "#c9652f", "#dcae4a", "#8a6a45", "#e3d3a8")
    for i, (x, y, s) in enumerate(
        ((70, 985, 138), (250, 1000, 134), (430, 990, 140), (600, 968, 122))
    ):
        art.add(_sack(art, x, y, s, ("#d6bd92", "#c9ac7e", "#dcc8a2", "#cdb184")[i], grains[i]))
    art.add(
        person(
            art,
            770,
            948,
            490,
            keeper,
            Pose(turn=0.5, near_arm=(16, 100), far_arm=(30, 88), nod=16),
            1,
            ledger,
        ).svg
    )
    driver = man(art, 2, top=p.far, bottom=p.far, hat=None, vest=None)
    art.add(
        person(
            art,
            1092,
            884,
            420,
            driver,
            Pose(turn=0.4, near_arm=(12, 74), far_arm=(16, 78)),
            -1,
            lambda far, near: crate(art, far.real - 70, near.imag + 6, 118, 84, "#b98f5c", 0.16),
        ).svg
    )


def _scales(art: Art, x: float, y: float) -> str:
    """A two-pan balance."""
    brass = "#c9983f"
    st = Stamp(art, x, y, 1)
    st.form([(-46, 0), (-30, 16), (30, 16), (46, 0)], brass, 0.6)
    st.rod([(0, 14), (0, 170)], [10, 8], brass)
    st.line([(-92, 150), (92, 172)], brass, 8)
    for dx, dy in ((-92, 150), (92, 172)):
        st.line([(dx, dy), (dx - 40, dy - 92)], brass, 2.5)
        st.line([(dx, dy), (dx + 40, dy - 92)], brass, 2.5)
        st.form(
            [(dx - 48, dy - 90), (dx - 26, dy - 112), (dx + 26, dy - 112), (dx + 48, dy - 90)],
            brass,
            0.7,
            0.2,
        )
    st.form([(-122, 62), (-92, 84), (-60, 62)], "#c9652f", 0.4, 0.3)
    return st.svg()
