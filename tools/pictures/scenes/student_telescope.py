"""Four students, a small telescope and a curve that dips."""

from __future__ import annotations

import math

from pictures.art import Art
from pictures.comforts import laptop
from pictures.figure import Pose, Reach
from pictures.geometry import box, ellipse, smooth
from pictures.land import ridge, sky, stars
from pictures.machines import telescope
from pictures.palette import SCIENCE
from pictures.people import SKINS, Look, person
from pictures.plants import pot_plant
from pictures.scenes.registry import scene
from pictures.stamp import Stamp


def _orbiter(art: Art, x: float, y: float, s: float) -> str:
    """A small stylized space telescope with honeycomb mirror and shield."""
    st = Stamp(art, x, y, s)
    p = art.p
    st.form([(-2.3, -0.7), (-0.2, -0.15), (2.3, -0.6), (0.4, -1.15)], "#8fa9cf", 0.6)
    st.form([(-2.0, -0.85), (-0.1, -0.35), (2.0, -0.8), (0.4, -1.3)], "#b9c9e3", 0.6)
    for q, r in (
        (0, 0),
        (1, 0),
        (-1, 0),
        (0.5, 0.87),
        (-0.5, 0.87),
        (0.5, -0.87),
        (-0.5, -0.87),
        (1.5, 0.87),
        (-1.5, 0.87),
    ):
        if abs(q) > 1.2:
            continue
        c = (q * 0.62, 0.75 + r * 0.62)
        st.form(
            [
                (
                    c[0] + 0.34 * math.cos(math.pi / 6 + i * math.pi / 3),
                    c[1] + 0.34 * math.sin(math.pi / 6 + i * math.pi / 3),
                )
                for i in range(6)
            ],
            p.spark,
            0.6,
        )
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
        art.add(
            art.line(f"M{c.real - 15} {c.imag}h30M{c.real} {c.imag - 15}v30", "#fff2cf", 1.4, 0.8)
        )
    art.add(_orbiter(art, 1270, 150, 42))
    art.add(ridge(art, 640, 230, 5, "#4a5d92", mist="#d99a68", soft=True, roughness=0.5))
    art.add(ridge(art, 690, 210, 8, "#22386f", mist="#7d6a7c", soft=True, roughness=0.5))
    for _ in range(120):
        c = complex(art.rng.uniform(0, 1600), art.rng.uniform(640, 712))
        art.add(
            art.flat(ellipse(c, art.rng.uniform(1.2, 2.6)), p.spark, art.rng.uniform(0.4, 0.95))
        )
    art.add(
        art.form(box(-10, 706, 1620, 70), "#1b3060", amount=0.4),
        art.form(box(-10, 694, 1620, 18), "#33508c", amount=0.4),
    )
    art.add(art.wash(box(-10, 772, 1620, 240), "#22386c", "#0a1838"))
    art.add(art.glow(1150 + 860j, 460, "#6fb3ee", 0.35))
    scope = 690 + 650j
    art.add(telescope(art, scope, 145, "#dfe6ee", -0.78 - 0.62j))
    looks = [
        Look(p.accent, "#1a2444", cut="kameez", scarf="#f3ddb0", skin=SKINS[2]),
        Look("#c9566a", "#e9dcc2", style="braid", skin=SKINS[4]),
        Look("#5f9ac0", "#162040", cut="shirt", skin=SKINS[0]),
        Look("#e9d8b0", "#20305c", cut="shirt", skin=SKINS[1]),
    ]
    art.add(
        person(
            art,
            935,
            950,
            470,
            looks[0],
            Pose(
                turn=0.3,
                lean=22,
                nod=6,
                near_arm=Reach(812 + 700j),
                far_arm=(40, 70),
                far_leg=(14, 2),
                near_leg=(-8, -12),
            ),
            -1,
        ).svg
    )
    art.add(
        person(
            art,
            470,
            955,
            500,
            looks[2],
            Pose(turn=0.45, nod=-18, far_arm=(128, 150), near_arm=(-8, 8)),
            1,
        ).svg
    )
    art.add(
        art.form(box(1080, 836, 330, 20), "#6b4a35", amount=0.4),
        art.form(box(1104, 856, 26, 130), "#4b3326", amount=0.4),
        art.form(box(1360, 856, 26, 130), "#4b3326", amount=0.4),
    )
    art.add(
        person(
            art,
            1445,
            965,
            480,
            looks[3],
            Pose(turn=0.45, lean=12, nod=12, near_arm=Reach(1340 + 812j), far_arm=(20, 60)),
            -1,
        ).svg
    )
    art.add(
        person(
            art,
            1065,
            975,
            470,
            looks[1],
            Pose(turn=0.4, nod=12, near_arm=(20, 100), far_arm=Reach(1170 + 780j)),
            1,
        ).svg
    )
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
    art.add(
        pot_plant(art, 120, 985, 260, "#2f5f6c", "#a9583a", 3),
        pot_plant(art, 250, 995, 180, "#3a7078", "#8f4a35", 4),
    )
