"""Hotels and shut umbrellas; one jet, one ship, a cold sea."""

from __future__ import annotations

from pictures.art import Art
from pictures.buildings import flats
from pictures.color import mix
from pictures.geometry import box, ellipse, smooth
from pictures.land import cloud, haze, sky, water
from pictures.machines import jet, ship
from pictures.palette import WORLD
from pictures.scenes.registry import scene
from pictures.stamp import Stamp


@scene("05-russia-north-korea", WORLD)
def resort_bay(art: Art) -> None:
    """Hotels and shut umbrellas; one jet, one ship, a cold sea."""
    p = art.p
    art.add(sky(art, 520, ("#5b6588", "#98a2b8", "#d5d6d2")))
    for i in range(9):
        art.add(
            cloud(
                art,
                -200 + i * 210,
                90 + (i * 67) % 260,
                520,
                mix("#7d87a3", "#c4c9cf", (i % 4) / 4),
                0.55,
            )
        )
    sea = "#7d90aa"
    art.add(water(art, 500, 1000, mix("#c5cdd0", sea, 0.4), "#41527f", "#dfe4e2", 1000, 110))
    art.add(ship(art, 1080, 506, 21, "#59647f", -1))
    art.add(haze(art, 500, 60, "#d5d6d2", 0.7))
    land = smooth(
        [
            -20 + 470j,
            420 + 488j,
            640 + 506j,
            600 + 540j,
            430 + 590j,
            400 + 680j,
            560 + 820j,
            900 + 930j,
            1400 + 1010j,
            -20 + 1020j,
        ],
        ease=0.7,
    )
    foam = smooth(
        [
            z + 22 + 6j
            for z in (
                -20 + 470j,
                420 + 488j,
                640 + 506j,
                606 + 542j,
                440 + 594j,
                416 + 680j,
                580 + 812j,
                920 + 920j,
                1420 + 1006j,
                -20 + 1020j,
            )
        ],
        ease=0.7,
    )
    art.add(art.flat(foam, "#e9ebe4", 0.75))
    art.add(art.form(land, mix(p.spark, "#e3d9c3", 0.72), "#8b8078", 0.7, "down", 0.1))
    back = [
        (560, 496, 40, 66),
        (500, 500, 52, 96),
        (428, 506, 62, 136),
        (338, 516, 78, 176),
        (226, 532, 98, 232),
        (84, 560, 126, 300),
        (-92, 596, 160, 372),
    ]
    for i, (x, y, w, h) in enumerate(back):
        tone = mix("#c9ccd4", "#eee5d6", i / 7)
        art.add(
            flats(
                art,
                x,
                y,
                w,
                h,
                tone,
                rows=4 + i,
                cols=4,
                glass="#7482a2",
                seed=i + 3,
                clutter=False,
                balconies=0,
                amount=0.4,
            )
        )
        art.add(art.flat(box(x, y - h - 8, w, 8), mix(tone, p.accent, 0.4)))
    art.add(haze(art, 540, 150, "#d5d6d2", 0.55))
    for row in range(5):
        for k in range(6):
            t = row / 4
            ux = 20 + k * (70 + 105 * t) + row * 60 + 40 * t
            uy = 626 + row * 70 + 14 * k * t
            edge = 340 + (uy - 680) * 1.1 if uy < 820 else 490 + (uy - 820) * 2.6
            if ux < edge:
                art.add(_umbrella(art, ux, uy, 34 + 62 * t, closed=(row + k) % 4 == 1))
    art.add(jet(art, 1120, 300, 44, "#e7e6e0", -1))
    glint = ellipse(1120 + 640j, 190, 9)
    art.add(art.flat(glint, "#33416d", 0.25))


def _umbrella(art: Art, x: float, y: float, s: float, closed: bool) -> str:
    st = Stamp(art, x, y, s)
    st.shadow(0.25, 0.6, 0.09, 0.3)
    st.line([(0, 0), (0, 1.3)], "#5d5b66", 0.045)
    if closed:
        st.form([(0, 1.5), (0.09, 1.1), (0.05, 0.6), (-0.05, 0.6), (-0.09, 1.1)], art.p.accent, 0.6)
        return st.svg()
    st.form(
        [
            (-0.7, 0.98),
            (-0.5, 1.28),
            (0, 1.44),
            (0.5, 1.28),
            (0.7, 0.98),
            (0.35, 0.92),
            (0, 0.98),
            (-0.35, 0.92),
        ],
        mix(art.p.accent, "#b6a9a8", 0.25),
        0.6,
        0.35,
    )
    st.form(
        [(-0.28, 0.94), (-0.2, 1.36), (0, 1.44), (0.2, 1.36), (0.28, 0.94), (0, 0.98)],
        art.p.light,
        0.5,
        0.3,
    )
    st.form(
        [(0.5, 0), (0.5, 0.18), (1.25, 0.2), (1.5, 0.42), (1.55, 0.36), (1.3, 0.1), (1.3, 0)],
        "#e9e3d6",
        0.4,
    )
    return st.svg()
