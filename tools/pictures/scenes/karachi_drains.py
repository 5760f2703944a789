"""An excavator clears silt and plastic from a drain between flats."""

from __future__ import annotations

from pictures.art import Art
from pictures.buildings import flats
from pictures.color import deepen, mix
from pictures.figure import Pose
from pictures.geometry import Point, box, ellipse, poly, smooth
from pictures.land import haze, sky, sun
from pictures.machines import excavator
from pictures.palette import CITIES
from pictures.people import Look, person
from pictures.scenes.cast import man, woman
from pictures.scenes.registry import scene


@scene("10-karachi-drains", CITIES, light=1)
def drain(art: Art) -> None:
    """An excavator clears silt and plastic from a drain between flats."""
    p = art.p
    art.add(sky(art, 560, ("#b9b3ae", "#e3d0b5", "#f8e9cb")))
    art.add(sun(art, 1120 + 150j, 50, "#fffaf0", 5))
    vp = 830 + 470j
    art.add(art.flat(box(-10, 498, 1620, 400), "#b9a18a"))
    for i in range(9):
        t = (i / 8) ** 1.5
        for side in (-1, 1):
            w = 60 + 190 * t
            x = vp.real + side * (90 + 640 * t) - (w if side < 0 else 0)
            h = 130 + 520 * t + 50 * ((i * 7 + side) % 3)
            tone = mix(
                "#dcc6ae",
                ("#c9925f", "#a49a94", "#d8b48c", "#8f8784")[(i + side) % 4],
                0.25 + 0.65 * t,
            )
            art.add(
                flats(
                    art,
                    x,
                    500 + 130 * t,
                    w,
                    h,
                    tone,
                    rows=4 + i // 2,
                    cols=3,
                    seed=i * 3 + side,
                    balconies=0.55 if t > 0.15 else 0,
                    clutter=t > 0.1,
                    amount=0.5,
                )
            )
        if i in (2, 4):
            art.add(haze(art, 470, 190, "#f6e4c4", 0.42))
    ground = "#b9a18a"
    art.add(
        art.wash(
            poly([-20 + 640j, 740 + 500j, 920 + 500j, 1620 + 640j, 1620 + 1010j, -20 + 1010j]),
            ground,
            "#8b7767",
        )
    )
    walls = (
        (poly([800 + 506j, 812 + 506j, 560 + 1010j, 300 + 1010j]), "#8f857e"),
        (poly([868 + 506j, 880 + 506j, 1380 + 1010j, 1120 + 1010j]), "#c9bdb0"),
    )
    bed = poly([812 + 506j, 868 + 506j, 1120 + 1010j, 560 + 1010j])
    art.add(art.wash(bed, "#7b7462", "#39352f"))
    for _ in range(64):
        t = art.rng.random() ** 1.3
        y = 540 + 450 * t
        x = 840 + art.rng.uniform(-0.8, 0.8) * (28 + 250 * t)
        tone = art.rng.choice(
            ("#e9e2d6", p.accent, p.spark, "#6fa3b8", "#8f8a80", "#4f4a44", "#d7cdbd")
        )
        r = 3 + 12 * t
        art.add(
            art.form(
                smooth(
                    [
                        complex(x - r, y),
                        complex(x - r * 0.3, y - r * 0.6),
                        complex(x + r, y - r * 0.2),
                        complex(x + r * 0.4, y + r * 0.4),
                    ],
                    ease=0.4,
                ),
                tone,
                amount=0.5,
            )
        )
    for d, tone in walls:
        art.add(art.form(d, tone, p.ink, 0.6, "down"))
    for i in range(8):
        t = (i / 7) ** 1.6
        y = 520 + 480 * t
        for a in (806 - 376 * t, 874 + 256 * t):
            art.add(art.line(f"M{a - 12:.0f} {y:.0f}v{8 + 40 * t:.0f}", p.near, 1.5 + 2 * t, 0.4))
    _footbridge(art)
    heap = smooth([20 + 860j, 90 + 770j, 190 + 735j, 290 + 790j, 350 + 870j, 180 + 890j], ease=0.6)
    art.add(art.form(heap, "#5c5148", p.ink, 0.7))
    for _ in range(16):
        spot = complex(art.rng.uniform(70, 310), art.rng.uniform(780, 870))
        tone = art.rng.choice((p.light, "#6fa3b8", p.accent, p.spark))
        art.add(art.flat(ellipse(spot, 11, 6, art.rng.uniform(-30, 30)), tone, 0.9))
    art.add(excavator(art, 330, 892, 96, "#e9a520", 1, (3.6, 3.9), (4.75, 1.2)))
    for _ in range(9):
        a = complex(
            330 + 4.4 * 96 + art.rng.uniform(-40, 60), 892 - 0.6 * 96 + art.rng.uniform(-10, 130)
        )
        art.add(art.flat(ellipse(a, art.rng.uniform(4, 11)), "#5c5148"))
    worker = Look(
        p.accent, "#4b4a52", cut="shirt", vest="#f0b52e", hat=("hard", "#f3efe2"), shoe="#2c3a33"
    )
    art.add(
        person(
            art, 1340, 850, 236, worker, Pose(turn=0.4, near_arm=(20, 60), far_arm=(30, 120)), -1
        ).svg
    )

    def rake(far: Point, near: Point) -> str:
        way = (near - far) / (abs(near - far) or 1)
        return art.line(poly([far - way * 70, near + way * 190], False), "#6d4a31", 7)

    art.add(
        person(
            art,
            1490,
            930,
            268,
            Look(
                "#6b7f8c",
                "#3d3f4a",
                cut="shirt",
                vest=p.accent,
                hat=("hard", "#f0b52e"),
                shoe="#2c3a33",
            ),
            Pose(
                turn=0.3,
                lean=16,
                near_arm=(28, 42),
                far_arm=(62, 80),
                far_leg=(22, 2),
                near_leg=(-14, -18),
            ),
            -1,
            rake,
        ).svg
    )
    for x, y, s, tone, a in (
        (260, 130, 30, p.accent, 0.4),
        (520, 74, 22, "#3f6d7c", -0.3),
        (980, 60, 18, p.near, 0.2),
        (1400, 120, 26, p.accent, -0.35),
        (690, 190, 14, p.spark, 0.3),
    ):
        c = complex(x, y)
        art.add(
            art.form(poly([c - 1j * s, c + s * 0.85, c + 1j * s, c - s * 0.85]), tone, amount=0.4)
        )
        art.add(art.flat(poly([c + 0.9j * s, c + s * (0.3 + 1.4j), c + s * (-0.3 + 1.4j)]), tone))
        art.add(
            art.line(
                smooth([c + 1j * s, c + complex(90 * a, 120), c + complex(260 * a, 300)], False),
                p.near,
                1.2,
                0.5,
            )
        )


def _footbridge(art: Art) -> None:
    """A crossing of rails and people over the drain."""
    tone = "#5f6a6b"
    art.add(
        art.form(box(430, 440, 26, 210), deepen(tone, 0.2)), art.form(box(1200, 440, 26, 210), tone)
    )
    for i, x in enumerate((560, 640, 905, 1010, 1100)):
        look = woman(art, i) if i % 2 else man(art, i + 1)
        art.add(
            person(
                art,
                x,
                432,
                96,
                look,
                Pose(turn=0.3, far_leg=(16, 2), near_leg=(-12, -20)),
                1 if i < 2 else -1,
                shadow=0,
            ).svg
        )
    art.add(art.form(box(400, 428, 860, 24), tone, amount=0.5))
    art.add(art.line("M400 388H1260", deepen(tone, 0.3), 5))
    for i in range(30):
        art.add(art.line(f"M{404 + i * 29.4:.0f} 390V428", deepen(tone, 0.3), 2.5))
