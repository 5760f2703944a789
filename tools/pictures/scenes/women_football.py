"""Young women chase a ball on a dusty ground below Quetta's hills."""

from __future__ import annotations

from pictures.art import Art
from pictures.color import mix
from pictures.figure import Pose
from pictures.geometry import box, ellipse, poly
from pictures.land import haze, peak, ridge, sky, sun
from pictures.palette import SPORT
from pictures.people import SKINS, Look, person, silhouette
from pictures.plants import poplar
from pictures.scenes.registry import scene


@scene("23-women-football", SPORT)
def football_ground(art: Art) -> None:
    """Young women chase a ball on a dusty ground below Quetta's hills."""
    p = art.p
    art.add(sky(art, 560, ("#7fa9b3", "#d9dcbf", "#fbe8b5")))
    art.add(sun(art, 240 + 230j, 50, "#fff6d6", 6))
    rock = "#a9774d"
    art.add(peak(art, 1180 + 90j, 600, 1760, 600, mix(rock, "#d9b58a", 0.3), 91, shade="#7c5138"))
    art.add(peak(art, 760 + 190j, 260, 1200, 600, mix(rock, "#d9b58a", 0.15), 95, shade="#744a34"))
    art.add(peak(art, 1560 + 230j, 1180, 2000, 600, rock, 97, shade="#6d4430"))
    art.add(ridge(art, 570, 190, 33, mix(rock, "#7c5138", 0.3), mist="#e6c898", roughness=0.6))
    art.add(haze(art, 560, 130, "#f6dfae", 0.75))
    for i in range(14):
        art.add(
            poplar(
                art,
                30 + i * 118 + art.rng.uniform(-30, 30),
                592,
                art.rng.uniform(70, 140),
                mix("#d9a02e", p.mid, art.rng.random() * 0.5),
                "#5d4430",
            )
        )
    art.add(
        art.wash(box(-10, 582, 1620, 430), "#e8c894", "#b3824f"),
        art.grained(box(-10, 582, 1620, 430), "#7d5a38", 0.5, "down"),
    )
    art.add(art.line(poly([-10 + 640j, 1610 + 640j], False), "#fbf6e4", 4, 0.7))
    for x in (1240, 1530):
        art.add(art.form(box(x, 430, 12, 216), "#f7f3e4", amount=0.5))
    art.add(art.form(box(1240, 424, 302, 12), "#f7f3e4", amount=0.4))
    keeper = Look("#e9b93c", "#22333a", cut="kit", scarf="#22333a", close=True, skin=SKINS[2])
    art.add(
        person(
            art,
            1390,
            652,
            180,
            keeper,
            Pose(
                turn=0.9, near_arm=(-50, -20), far_arm=(50, 20), near_leg=(-12, 2), far_leg=(12, -2)
            ),
            1,
        ).svg
    )
    for i in range(9):
        x = 40 + i * 74
        art.add(
            art.form(
                silhouette(x, 634, 88 + (i * 13) % 20, 0, i % 2 == 0),
                mix(p.near, (p.accent, p.spark, p.far)[i % 3], 0.45),
                amount=0.5,
            )
        )
    red, green = "#cf4630", "#1f6b4b"
    run_a = Pose(
        turn=0.3,
        lean=16,
        far_arm=(-48, 30),
        near_arm=(46, 116),
        far_leg=(52, -4),
        near_leg=(-26, -78),
    )
    run_b = Pose(
        turn=0.4,
        lean=12,
        far_arm=(50, 120),
        near_arm=(-44, 26),
        far_leg=(-22, -70),
        near_leg=(44, -2),
    )
    kick = Pose(
        turn=0.35,
        lean=-6,
        far_arm=(70, 86),
        near_arm=(-58, -40),
        far_leg=(-6, -14),
        near_leg=(48, 34),
    )
    run_c = Pose(
        turn=0.5,
        lean=14,
        far_arm=(-40, 20),
        near_arm=(40, 108),
        far_leg=(40, -6),
        near_leg=(-30, -66),
    )
    team = (
        (430, 742, 260, red, run_b, 1, None, "braid"),
        (1180, 760, 270, green, run_c, -1, "#16302c", "short"),
        (240, 880, 400, green, run_a, 1, "#f4eedd", "short"),
        (1270, 920, 430, red, run_a, -1, None, "braid"),
        (660, 930, 470, red, kick, 1, "#5d2a26", "short"),
    )
    for x, y, h, kit, pose, face, scarf, style in team:
        for k in range(5):
            c = complex(x - face * h * (0.12 + 0.1 * k), y - h * 0.02 * k)
            art.add(
                art.flat(
                    ellipse(c, h * (0.1 + 0.025 * k), h * (0.035 + 0.012 * k)),
                    "#f3dcae",
                    0.42 - 0.06 * k,
                )
            )
        look = Look(
            kit,
            "#24302f",
            cut="kit",
            skin=SKINS[int(x) % 5],
            scarf=scarf,
            close=True,
            style=style,
            shoe="#f4f1e2",
        )
        art.add(person(art, x, y, h, look, pose, face, shadow=0.28).svg)
    ball = 940 + 856j
    art.add(
        art.flat(ellipse(ball + 64j, 36, 8), p.ink, 0.3),
        art.form(ellipse(ball, 32), "#fcfaf0", amount=0.6),
    )
    for a in (0j, 22 - 10j, -16 - 20j, -14 + 20j, 18 + 20j):
        art.add(art.clipped(ellipse(ball, 32), art.flat(ellipse(ball + a, 8), "#22302c")))
    for _ in range(30):
        c = complex(art.rng.gauss(860, 70), 940 - abs(art.rng.gauss(0, 26)))
        art.add(art.flat(ellipse(c, art.rng.uniform(2, 6)), "#f3dcae", 0.8))
    art.add(art.line(poly([-10 + 985j, 1610 + 960j], False), "#fbf6e4", 9, 0.6))
