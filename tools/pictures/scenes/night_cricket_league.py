"""A taped ball, a big swing, flats alight behind the wall."""

from __future__ import annotations

from pictures.art import Art
from pictures.buildings import flats
from pictures.color import deepen, mix
from pictures.figure import Pose, Reach
from pictures.geometry import Point, box, ellipse, limb, poly
from pictures.land import haze, sky, stars
from pictures.palette import SPORT
from pictures.people import SKINS, Look, person, silhouette
from pictures.scenes.registry import scene
from pictures.stamp import Stamp


def _tower(art: Art, x: float, y: float, h: float, face: int) -> str:
    """A floodlight mast and its fan of light."""
    st = Stamp(art, x, y, h, face)
    tone = deepen(art.p.ink, 0.1)
    st.line([(-0.05, 0), (-0.015, 0.86)], tone, 0.014)
    st.line([(0.05, 0), (0.015, 0.86)], tone, 0.014)
    for i in range(8):
        a = i * 0.105
        w = 0.05 - 0.004 * i
        st.line([(-w, a), (w, a + 0.1)], tone, 0.008)
    st.form([(-0.13, 0.85), (-0.13, 1.0), (0.15, 1.03), (0.15, 0.88)], tone, 0.3)
    fan = art.gradient([(0, "#f6ffe0", 0.4), (1, "#f6ffe0", 0)])
    cone = poly([st.p(-0.12, 0.93), st.p(0.14, 0.95), st.p(1.9, -0.4), st.p(0.1, -0.4)])
    out = art.painted(cone, fan) + st.svg()
    for r in range(2):
        for c in range(4):
            spot = st.p(-0.09 + c * 0.067, 0.9 + r * 0.068 + c * 0.007)
            out += art.glow(spot, h * 0.13, "#f8ffe6", 0.6) + art.flat(
                ellipse(spot, h * 0.022), "#fdfff2"
            )
    return out


@scene("21-night-cricket-league", SPORT)
def night_cricket(art: Art) -> None:
    """A taped ball, a big swing, flats alight behind the wall."""
    p = art.p
    art.add(sky(art, 640, ("#04161f", "#0b3440", "#2c6f62")))
    art.add(stars(art, 60, 260))
    for i in range(11):
        w, h = 150 + 30 * (i % 3), 250 + 70 * ((i * 5) % 4)
        tone = mix("#0f3b3d", ("#2a5a4c", "#3d5a52", "#1d4a4c")[i % 3], 0.6)
        art.add(
            flats(
                art,
                -30 + i * 150,
                600,
                w,
                h,
                tone,
                rows=5 + i % 3,
                cols=4,
                lit=0.5,
                glow="#f2c75c",
                seed=i + 9,
                balconies=0.25,
            )
        )
    art.add(haze(art, 560, 200, "#3f8a74", 0.5))
    for i in range(64):
        x = 6 + i * 25.4 + art.rng.uniform(-6, 6)
        art.add(
            art.form(
                silhouette(
                    x, 602, art.rng.uniform(72, 96), art.rng.uniform(-4, 4), art.rng.random() < 0.3
                ),
                mix(p.ink, art.rng.choice((p.mid, p.accent, p.spark, p.far)), 0.35),
                amount=0.5,
            )
        )
        if i % 5 == 1:
            for sgn in (-1, 1):
                arm = limb(
                    [
                        complex(x + sgn * 7, 536),
                        complex(x + sgn * 16, 516),
                        complex(x + sgn * 12, 490),
                    ],
                    [7, 6, 5],
                )
                art.add(art.flat(arm, mix(p.ink, p.far, 0.4)))
    art.add(art.form(box(-10, 584, 1620, 78), "#7c8f76", p.ink, 0.5, "down"))
    for i in range(8):
        art.add(
            art.flat(
                box(10 + i * 205, 600, 180, 44),
                (p.accent, "#2f7f6a", p.spark, "#d9dcc8")[i % 4],
                0.35,
            )
        )
    art.add(art.wash(box(-10, 658, 1620, 360), "#5f9a62", "#14473a"))
    art.add(art.flat(ellipse(800 + 830j, 900, 160), "#c9e0a0", 0.16))
    pitch = poly([520 + 700j, 900 + 690j, 1330 + 1010j, 560 + 1010j])
    art.add(art.form(pitch, "#cdb987", "#5d5a34", 0.6, "down", 0.1))
    art.add(_tower(art, 120, 640, 560, 1), _tower(art, 1490, 640, 560, -1))

    def fielder(x: float, y: float, h: float, kit: str, face: int) -> None:
        look = Look(kit, deepen(p.near, 0.3), cut="kit", skin=SKINS[int(x) % 5], hat=("cap", kit))
        pose = Pose(
            turn=0.4,
            lean=34,
            nod=-22,
            near_arm=(52, 40),
            far_arm=(60, 46),
            far_leg=(48, -28),
            near_leg=(34, -40),
        )
        art.add(person(art, x, y, h, look, pose, face, shadow=0.35).svg)

    fielder(250, 716, 210, "#e7b93c", 1)
    fielder(1385, 728, 220, "#e7b93c", -1)
    fielder(760, 690, 170, "#e7b93c", 1)
    bowler = Look("#e7b93c", "#20483c", cut="kit", skin=SKINS[3], style="short")
    pose = Pose(
        turn=0.3,
        lean=26,
        nod=-12,
        near_arm=(28, 12),
        far_arm=(-60, -84),
        far_leg=(40, 4),
        near_leg=(-38, -88),
    )
    art.add(person(art, 520, 790, 330, bowler, pose, 1, shadow=0.4).svg)
    stumps = Stamp(art, 1262, 948, 1)
    for dx in (-20, 0, 20):
        stumps.form([(dx - 4, 0), (dx - 4, 172), (dx + 4, 172), (dx + 4, 0)], "#f3e3b0", 0.6)
    stumps.line([(-22, 174), (22, 174)], "#f3e3b0", 6)
    art.add(stumps.svg())

    def bat(far: Point, near: Point) -> str:
        way = complex(-0.86, -0.52)
        grip = (far + near) / 2
        a, b = grip - way * 14, grip + way * 66
        out = art.line(poly([a, b], False), "#2a1a14", 12)
        side = way * 1j
        blade = [
            b + side * 10,
            b + way * 26 + side * 24,
            b + way * 186 + side * 26,
            b + way * 204,
            b + way * 186 - side * 26,
            b + way * 26 - side * 24,
            b - side * 10,
        ]
        out += art.form(poly(blade), "#e6c78a", amount=0.5)
        return out + art.line(poly([b + way * 40, b + way * 180], False), "#c9a05e", 3, 0.7)

    batter = Look("#d5482f", "#f3f0dd", cut="kit", skin=SKINS[1], hat=("cap", "#8f2a20"))
    swing = Pose(
        turn=0.55,
        lean=10,
        nod=4,
        near_arm=Reach(962 + 648j),
        far_arm=Reach(952 + 634j),
        far_leg=(38, 8),
        near_leg=(-26, -22),
        far_over=False,
    )
    art.add(person(art, 1090, 960, 490, batter, swing, -1, bat, shadow=0.4).svg)
    ball = 668 + 372j
    for k in range(6):
        art.add(
            art.flat(
                ellipse(ball + complex(24, 19) * k * 0.9, 13 - k * 1.6), "#fffbe6", 0.5 - k * 0.07
            )
        )
    art.add(
        art.glow(ball, 60, "#fffbe6", 0.8),
        art.flat(ellipse(ball, 15), "#fffdf3"),
        art.line(f"M{ball.real - 12} {ball.imag - 5}q12 9 25 5", p.accent, 4),
    )
