"""World: a neighborhood rehearses for the earthquake."""

from __future__ import annotations

from pictures.art import Art
from pictures.buildings import flats, skyline
from pictures.color import deepen, lift, mix
from pictures.figure import Pose
from pictures.geometry import poly, smooth
from pictures.land import cloud, haze, ridge, sky, sun, water
from pictures.machines import ferry
from pictures.palette import WORLD
from pictures.people import SKINS, Look, person
from pictures.plants import canopy, tree
from pictures.scenes.registry import scene
from pictures.stamp import Stamp


def _mosque(art: Art, x: float, y: float, s: float, tone: str) -> str:
    """A cascade of domes between pencil minarets."""
    st = Stamp(art, x, y, s)
    for mx in (-2.6, -1.9, 1.9, 2.6):
        st.form(
            [(mx - 0.07, 0), (mx - 0.055, 2.7), (mx, 3.35), (mx + 0.055, 2.7), (mx + 0.07, 0)],
            tone,
            0.6,
        )
        st.box(mx - 0.11, 2.0, 0.22, 0.07, tone)
        st.box(mx - 0.1, 2.55, 0.2, 0.06, tone)
    st.box(-1.75, 0, 3.5, 0.9, tone, 0.5)
    for dx, by, r in (
        (-1.25, 0.85, 0.42),
        (1.25, 0.85, 0.42),
        (-0.62, 1.02, 0.6),
        (0.62, 1.02, 0.6),
        (0, 1.1, 0.95),
    ):
        spots = [
            (dx - r, by),
            (dx - r * 0.86, by + r * 0.52),
            (dx - r * 0.45, by + r * 0.88),
            (dx, by + r),
            (dx + r * 0.45, by + r * 0.88),
            (dx + r * 0.86, by + r * 0.52),
            (dx + r, by),
        ]
        st.form(spots, lift(tone, 0.08), 0.7, 0.5)
    st.line([(0, 2.05), (0, 2.35)], tone, 0.05)
    return st.svg()


@scene("15-istanbul-drill", WORLD)
def assembly(art: Art) -> None:
    """Residents with small packs walk in line to the assembly point."""
    p = art.p
    art.add(sky(art, 560, ("#7d93bd", "#c9cdd0", "#f6e5c4")))
    art.add(
        sun(art, 330 + 170j, 46, p.light, 6),
        cloud(art, 560, 170, 460, p.light, 0.7),
        cloud(art, 1060, 110, 380, p.light, 0.6),
    )
    art.add(ridge(art, 430, 80, 4, mix(p.far, p.haze, 0.4), soft=True, mist=p.haze))
    art.add(skyline(art, 430, 12, mix(p.far, p.haze, 0.25), low=10, high=52, widths=(20, 46)))
    art.add(
        _mosque(art, 1130, 432, 84, mix(p.far, p.mid, 0.3)),
        _mosque(art, 620, 428, 44, mix(p.far, p.haze, 0.15)),
    )
    art.add(haze(art, 425, 80, p.haze, 0.6))
    art.add(water(art, 428, 640, "#b5c6cf", "#5f7da9", p.light, 420, 70))
    art.add(ferry(art, 800, 500, 26, "#f6f1e4"))
    art.add(art.line("M640 508q160 -8 330 2", p.light, 3, 0.7))
    for i, (x, w, h) in enumerate(
        ((-30, 170, 350), (130, 140, 290), (1340, 150, 300), (1480, 170, 380))
    ):
        tone = ("#dcb48c", "#e8d9bf", "#c9d0da", "#d99a74")[i]
        art.add(flats(art, x, 640, w, h, tone, rows=6, cols=4, seed=i + 31, balconies=0.4))
        roof = [
            complex(x - 8, 640 - h),
            complex(x + w / 2, 640 - h - 40),
            complex(x + w + 8, 640 - h),
        ]
        art.add(art.form(poly(roof), p.accent, amount=0.5))
    lawn = "#8f9a6b"
    art.add(
        art.form(
            smooth(
                [
                    -30 + 620j,
                    400 + 590j,
                    900 + 604j,
                    1300 + 588j,
                    1640 + 616j,
                    1640 + 1020j,
                    -30 + 1020j,
                ],
                ease=0.5,
            ),
            lawn,
            "#3f5140",
            0.7,
            "down",
            0.1,
        )
    )
    path = smooth(
        [
            -40 + 900j,
            300 + 800j,
            760 + 760j,
            1200 + 770j,
            1640 + 760j,
            1640 + 960j,
            1150 + 900j,
            700 + 930j,
            300 + 1020j,
            -40 + 1030j,
        ],
        ease=0.6,
    )
    art.add(art.form(path, p.sky[2], "#a98f6d", 0.6, "down", 0.1))
    for i, (x, y, h) in enumerate(
        ((240, 690, 300), (450, 660, 230), (1290, 670, 270), (1500, 700, 330), (980, 640, 170))
    ):
        art.add(tree(art, x, y, h, "#5f7a56", "#5b4438", 200 + i))
    st = Stamp(art, 1130, 800, 1)
    st.shadow(0, 70, 10)
    st.box(-9, 0, 18, 420, "#6b7284", 0.5)
    st.form([(-120, 260), (-120, 470), (120, 470), (120, 260)], "#2f7d5b", 0.4, 0)
    st.line([(-110, 270), (-110, 460), (110, 460), (110, 270), (-110, 270)], p.light, 7)
    for dx in (-30, 0, 30):
        st.disc(dx, 372 - abs(dx) * 0.3, 9, p.light)
        st.form(
            [(dx - 10, 318), (dx - 11, 352), (dx, 360), (dx + 11, 352), (dx + 10, 318)],
            p.light,
            0,
            0.3,
        )
    for sx, sy in ((-1, 1), (1, 1), (-1, -1), (1, -1)):
        a = (sx * 92, 365 + sy * 82)
        b = (sx * 56, 365 + sy * 48)
        st.line([a, b], p.light, 8)
        st.line([(b[0] + sx * 22, b[1]), b, (b[0], b[1] + sy * 22)], p.light, 8)
    art.add(st.svg())
    vest = Look(
        "#4b5578", "#2b3052", cut="shirt", vest="#ef7a2c", hat=("hard", "#f4efe0"), skin=SKINS[2]
    )
    art.add(
        person(art, 960, 800, 300, vest, Pose(turn=0.5, far_arm=(88, 96), near_arm=(-6, 10))).svg
    )

    def packed(color: str, h: float, x: float, y: float) -> str:
        s = h / 100
        pack = Stamp(art, x, y, s)
        pack.form([(-13.5, 54), (-14.5, 70), (-11, 79), (-5, 79), (-4, 54)], color, 0.7, 0.3)
        pack.form([(-13.2, 56), (-13.4, 64), (-8, 64), (-8, 56)], deepen(color, 0.25), 0.4, 0.2)
        return pack.svg()

    inks = ("#c9583a", p.near, "#d9a24a", p.mid, "#5f7f78", "#8a5f7a", "#b9a58c")
    line = [
        (840, 826, 292, 0),
        (716, 846, 306, 1),
        (600, 866, 200, 2),
        (520, 868, 312, 3),
        (378, 894, 326, 4),
        (222, 918, 338, 5),
        (62, 948, 352, 6),
    ]
    for x, y, h, i in line:
        child = h < 250
        look = Look(
            inks[i],
            mix(p.near, p.ink, (i % 3) / 3),
            cut="coat" if i % 2 else "shirt",
            child=child,
            skin=SKINS[(i + 2) % 5],
            hair=("#3a2620", "#1f1718", "#8d8a88")[i % 3],
            scarf=inks[(i + 2) % 7] if i in (1, 4) else None,
            close=True,
            style="bun" if i == 3 else "short",
        )
        step = 1 if i % 2 else -1
        pose = Pose(
            turn=0.3,
            far_leg=(16 * step, 2 * step),
            near_leg=(-14 * step, -20 if step > 0 else 2),
            near_arm=(-14 * step, 6),
            far_arm=(16 * step, 26),
        )
        art.add(packed(inks[(i + 3) % 7], h, x, y), person(art, x, y, h, look, pose).svg)
    art.add(
        person(
            art,
            1300,
            860,
            330,
            vest,
            Pose(turn=0.5, near_arm=(30, 110), far_arm=(26, 104), nod=10),
            -1,
            lambda far, near: art.form(
                poly([far + z for z in (-34 - 30j, 16 - 40j, 26 + 16j, -24 + 26j)]),
                p.light,
                amount=0.3,
            ),
        ).svg
    )
    art.add(
        person(
            art,
            1440,
            890,
            340,
            Look("#d9a24a", p.near, cut="coat", skin=SKINS[4], hair="#8d8a88"),
            Pose(turn=0.4),
            -1,
        ).svg
    )
    art.add(
        canopy(art, (-100, -100, 420, 240), "#4f6a52", 15, 30),
        canopy(art, (1330, -110, 380, 210), "#4f6a52", 16, 26),
    )
