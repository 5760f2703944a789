"""Families among tables of books; a girl reads on the floor."""

from __future__ import annotations

from pictures.art import Art
from pictures.buildings import arch
from pictures.comforts import bunting
from pictures.figure import Pose, Reach
from pictures.geometry import Point, box, ellipse, poly, star
from pictures.land import haze
from pictures.motifs import tiles
from pictures.palette import CULTURE
from pictures.people import SKINS, Look, person
from pictures.scenes.cast import man, woman
from pictures.scenes.registry import scene
from pictures.stamp import Stamp
from pictures.things import books, table


@scene("32-book-fair", CULTURE, light=1)
def book_hall(art: Art) -> None:
    """Families among tables of books; a girl reads on the floor."""
    p = art.p
    art.add(art.wash(box(0, 0, 1600, 640), "#7d4a70", "#e6b48a"))
    for i in range(9):
        x = i * 200
        art.add(art.line(f"M{x - 100} 0L{x + 60} 150L{x + 220} 0", "#5d2f58", 9, 0.6))
    art.add(art.form(box(-10, 144, 1620, 16), "#5d2f58", amount=0.3))
    for i in range(6):
        x = 30 + i * 280
        art.add(art.wash(arch(x, 470, 170, 280), "#fff0c4", "#f6c877"))
        art.add(art.line(f"M{x + 85} 190V470M{x} 360H{x + 170}", "#a8687a", 5))
        art.add(art.glow(complex(x + 85, 360), 240, "#ffe9b0", 0.35))
    art.add(art.wash(box(-10, 600, 1620, 410), "#d9a07a", "#5d2f4a"))
    art.add(
        tiles(art, (300 + 610j, 1300 + 610j, 2000 + 1020j, -400 + 1020j), 12, 6, "#8a4a5c", 0.28)
    )
    art.add(
        art.form(box(1120, 520, 400, 100), "#8a2f52", amount=0.5),
        art.form(box(1100, 506, 440, 18), p.accent),
    )
    art.add(art.form(box(1140, 270, 360, 236), "#fbe3b0", "#b5603f", 0.5))
    for i in range(7):
        art.add(
            art.flat(
                star(complex(1170 + i * 50, 300), 17, 8, 8), (p.accent, p.mid, "#3f7a80")[i % 3]
            )
        )
    for x, face in ((1110, 1), (1530, -1)):
        st = Stamp(art, x, 516, 1, face)
        st.form([(0, 0), (0, 290), (90, 290), (56, 160), (34, 60), (44, 0)], "#a8324a", 0.7, 0.2)
        art.add(st.svg())
    teller = woman(art, 2, top="#3f7a80", scarf=p.spark)
    art.add(
        person(
            art,
            1290,
            510,
            190,
            teller,
            Pose(turn=0.7, near_arm=(-40, -110), far_arm=(60, 130)),
            shadow=0,
        ).svg
    )
    art.add(
        person(
            art, 1400, 510, 160, man(art, 2), Pose(turn=0.6, near_arm=(50, 120)), -1, shadow=0
        ).svg
    )
    for i in range(10):
        x = 1070 + i * 52
        art.add(
            person(
                art,
                x,
                664 + (i % 2) * 14,
                130,
                Look(
                    (p.mid, p.accent, "#3f7a80", p.light)[i % 4],
                    p.near,
                    child=True,
                    scarf=p.far if i % 3 == 1 else None,
                ),
                Pose(turn=1, back=True, crossed=True, near_arm=(-12, 4), far_arm=(12, -4)),
                1,
            ).svg
        )
    art.add(haze(art, 590, 200, "#f9d79c", 0.4))
    inks = ("#c8402f", "#3f7a80", p.accent, p.mid, "#f3e2bd", "#5f6aa0", "#e08a5a", p.near)
    art.add(
        person(art, 150, 690, 290, woman(art, 4), Pose(turn=0.5, near_arm=(20, 90), nod=10)).svg
    )
    art.add(
        person(
            art,
            330,
            690,
            310,
            man(art, 1),
            Pose(turn=0.5, near_arm=(20, 90), far_arm=(30, 80), nod=12),
            -1,
        ).svg
    )
    art.add(
        person(art, 640, 690, 296, woman(art, 1), Pose(turn=0.5, near_arm=(26, 84), nod=10)).svg
    )
    art.add(
        person(
            art,
            850,
            690,
            300,
            man(art, 6, beard=None),
            Pose(turn=0.5, near_arm=(24, 84), nod=10),
            -1,
        ).svg
    )
    art.add(_stall(art, -40, 760, 1000, 150, inks, 1))
    art.add(
        person(
            art,
            1010,
            810,
            330,
            woman(art, 6, top="#3f7a80"),
            Pose(turn=0.5, far_leg=(14, 2), near_leg=(-10, -16), near_arm=(8, 30)),
            -1,
        ).svg
    )
    kid = Look(p.spark, p.near, child=True, skin=SKINS[1])
    art.add(
        person(
            art,
            1092,
            816,
            210,
            kid,
            Pose(turn=0.4, far_leg=(16, 2), near_leg=(-12, -18), far_arm=(60, 90)),
            -1,
        ).svg
    )
    art.add(_stall(art, 1180, 950, 520, 200, inks, 4))
    art.add(
        person(
            art,
            180,
            960,
            430,
            man(art, 3, top="#f3e2bd", bottom="#f3e2bd", hat=None),
            Pose(turn=0.45, near_arm=(16, 70), far_arm=(22, 84), nod=10),
            1,
            lambda far, near: _tome(art, (far + near) / 2 + 10, 62, "#c8402f"),
        ).svg
    )
    art.add(
        person(
            art,
            372,
            968,
            280,
            Look("#c8402f", "#f3e2bd", child=True, scarf=None, style="braid", skin=SKINS[4]),
            Pose(turn=0.5, near_arm=(14, 60), far_arm=(30, 110), nod=-10),
            -1,
        ).svg
    )
    girl = Look(p.mid, "#f3dca8", child=True, style="braid", skin=SKINS[2], trim=p.accent)
    art.add(art.painted(ellipse(770 + 975j, 210, 24), p.ink, 4, 0.3))
    art.add(
        person(
            art,
            760,
            972,
            500,
            girl,
            Pose(
                turn=0.8,
                crossed=True,
                nod=20,
                lean=6,
                near_arm=Reach(700 + 868j),
                far_arm=Reach(830 + 866j),
            ),
            1,
            shadow=0,
        ).svg
    )
    art.add(_tome(art, 766 + 880j, 120, "#3f7a80", True))
    art.add(
        books(art, 600, 985, 130, 4, list(inks), 3), books(art, 940, 990, 120, 3, list(inks), 5)
    )
    for k, (a, b, sag) in enumerate(
        (
            (-20 + 60j, 640 + 90j, 60),
            (560 + 70j, 1180 + 60j, 70),
            (1060 + 90j, 1640 + 50j, 56),
            (-20 + 180j, 420 + 120j, 40),
        )
    ):
        art.add(
            bunting(art, a, b, sag, 15 - k, (p.accent, "#c8402f", "#3f7a80", p.light, p.near), 44)
        )


def _tome(art: Art, c: Point, w: float, cover: str, pictures: bool = False) -> str:
    """A held-open book seen from the front."""
    p = art.p
    out = art.form(
        poly(
            [
                c + z * w
                for z in (
                    -1.05 - 0.42j,
                    0.0 - 0.26j,
                    1.05 - 0.42j,
                    1.05 + 0.42j,
                    0.0 + 0.6j,
                    -1.05 + 0.42j,
                )
            ]
        ),
        cover,
        amount=0.5,
    )
    for s in (-1, 1):
        out += art.form(
            poly(
                [
                    c + w * complex(s * x, y)
                    for x, y in ((0.98, -0.46), (0.02, -0.3), (0.02, 0.5), (0.98, 0.34))
                ]
            ),
            p.light,
            amount=0.4,
        )
        if pictures:
            a = c + w * complex(s * 0.5, -0.02)
            out += art.flat(ellipse(a, w * 0.26, w * 0.2), (p.spark, "#e08a5a")[s > 0]) + art.flat(
                star(a, w * 0.16, w * 0.07, 8), "#c8402f"
            )
    return out


def _stall(
    art: Art, x: float, y: float, w: float, h: float, inks: tuple[str, ...], seed: int
) -> str:
    """A table of stacked and standing books under a printed cloth."""
    out = table(art, x, y, w, h, "#7a3d3a", 40)
    cloth = box(x + 10, y - h + 6, w - 20, h * 0.8)
    out += art.form(cloth, "#a8324a", amount=0.5)
    for i in range(int(w / 62)):
        c = complex(x + 42 + i * 62, y - h * 0.55)
        out += art.flat(star(c, 22, 10, 8), "#f6cf73", 0.9) + art.flat(ellipse(c, 6), "#a8324a")
    count = int(w / 96)
    for i in range(count):
        bx = x + 64 + i * (w - 100) / count
        if (i + seed) % 3 == 2:
            for k in range(5):
                bh = 66 + 14 * ((i + k) % 3)
                out += art.form(
                    box(bx - 34 + k * 17, y - h - bh - 8, 16, bh),
                    inks[(i * 2 + k + seed) % len(inks)],
                    amount=0.5,
                )
        else:
            out += books(art, bx, y - h - 6, 84, 3 + (i * 7 + seed) % 4, list(inks), i + seed)
    return out
