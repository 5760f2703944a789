"""A glacier's tongue and its new lake; two people read a mast."""

from __future__ import annotations

import math

from pictures.art import Art
from pictures.color import mix
from pictures.figure import Pose, Reach
from pictures.geometry import limb, poly, smooth
from pictures.land import boulder, haze, peak, ridge, sky, water
from pictures.machines import mast
from pictures.palette import WORLD
from pictures.people import Look, person
from pictures.scenes.registry import scene


@scene("07-himalaya-glaciers", WORLD, light=1)
def glacier_tongue(art: Art) -> None:
    """A glacier's tongue and its new lake; two people read a mast."""
    p = art.p
    art.add(sky(art, 620, ("#4c6fae", "#a9c2d8", "#f3e6cb")))
    art.add(ridge(art, 420, 190, 12, "#a3adc8", mist="#dfe0da", roughness=0.6))
    snow = "#f7f3e9"
    art.add(peak(art, 1120 + 50j, 560, 1640, 640, "#6d7aa6", 31, snow, 0.6))
    art.add(peak(art, 520 + 120j, 120, 980, 640, "#5f6c9c", 36, snow, 0.5))
    art.add(haze(art, 470, 190, "#dfe2e2", 0.75))
    ice = [
        720 + 400j,
        800 + 372j,
        880 + 380j,
        1010 + 470j,
        1120 + 740j,
        330 + 740j,
        560 + 560j,
        690 + 470j,
    ]
    shape = smooth(ice, ease=0.5)
    art.add(art.form(shape, "#e8eff0", "#7f9cc0", 0.7, "left", 0.1))
    marks = []
    for i in range(40):
        t = i / 39
        y, w = 390 + 350 * t, 130 + 340 * t
        mid = 815 - 85 * t + 16 * math.sin(t * 9)
        jag = [
            complex(
                mid + w * (k / 6 - 0.5) * 1.7,
                y + 16 * (0.4 + t) * math.cos((k - 3) * 0.5) + art.rng.uniform(-4, 4) * (0.5 + t),
            )
            for k in range(7)
        ]
        marks.append(art.line(smooth(jag, False), "#86a9c9", 1 + 3 * t, 0.5))
    for dx in (-62, 4, 70):
        band = smooth(
            [
                complex(815 + dx * 0.5, 380),
                complex(806 + dx * 0.9, 500),
                complex(760 + dx * 2.0, 620),
                complex(730 + dx * 3.4, 750),
            ],
            False,
            0.8,
        )
        marks.append(art.line(band, "#56648a", 8, 0.5))
    art.add(art.clipped(shape, *marks))
    front = [complex(340 + i * 39, 735 - art.rng.uniform(20, 56)) for i in range(21)]
    art.add(art.clipped(shape, art.flat(poly([*front, 1130 + 760j, 330 + 760j]), "#8fbcd0", 0.75)))
    art.add(peak(art, 130 + 110j, -420, 690, 760, p.near, 45, snow, 0.26))
    art.add(peak(art, 1500 + 130j, 950, 2100, 760, p.near, 52, snow, 0.22))
    art.add(haze(art, 735, 130, "#cfdcdf", 0.55))
    lake = smooth(
        [
            -40 + 742j,
            330 + 728j,
            800 + 722j,
            1300 + 730j,
            1660 + 742j,
            1660 + 900j,
            600 + 920j,
            -40 + 880j,
        ],
        ease=0.6,
    )
    art.add(
        art.flat(
            poly([740j - 10, 1610 + 740j, 1610 + 1010j, 1010j - 10]), mix(p.near, "#6b6a78", 0.5)
        )
    )
    art.add(art.wash(lake, "#5fc3c4", "#1f7f95"))
    art.add(water(art, 712, 920, "#8fdcd6", "#2a8ea0", "#e9fbf4", 760, 44, lake))
    for x, y, w in (
        (560, 742, 60),
        (690, 760, 38),
        (930, 748, 52),
        (1060, 772, 30),
        (820, 790, 24),
    ):
        art.add(
            art.form(
                poly(
                    [
                        complex(x - w, y),
                        complex(x - w * 0.5, y - w * 0.4),
                        complex(x + w * 0.1, y - w * 0.55),
                        complex(x + w, y),
                    ]
                ),
                "#f3f6f3",
                "#6d94b6",
                0.7,
            )
        )
    moraine = smooth(
        [
            -20 + 812j,
            200 + 800j,
            420 + 850j,
            760 + 892j,
            1100 + 868j,
            1350 + 800j,
            1620 + 770j,
            1620 + 1020j,
            -20 + 1020j,
        ],
        ease=0.5,
    )
    art.add(art.form(moraine, "#857f86", p.ink, 0.85, "down", 0.0))
    for _ in range(46):
        t = art.rng.random()
        bx, by = art.rng.uniform(-10, 1610), 890 + 110 * t
        if not 1130 < bx < 1420 or t > 0.7:
            art.add(
                boulder(
                    art,
                    bx,
                    by,
                    16 + 62 * t * art.rng.uniform(0.4, 1),
                    mix("#8f8a92", p.near, art.rng.uniform(0, 0.45)),
                )
            )
    art.add(mast(art, 1310, 868, 330, "#3b3f5e"))
    left = Look(p.accent, p.ink, cut="coat", hat=("beanie", p.light), shoe=p.ink)
    right = Look(p.spark, p.ink, cut="coat", hat=("beanie", p.mid), shoe=p.ink)
    art.add(
        person(
            art, 1230, 874, 148, left, Pose(turn=0.3, near_arm=Reach(1292 + 790j), far_arm=(20, 60))
        ).svg
    )
    art.add(
        person(
            art,
            1400,
            872,
            142,
            right,
            Pose(turn=0.4, near_arm=(30, 110), far_arm=(28, 105), nod=12),
            -1,
        ).svg
    )
    art.add(art.flat(limb([1362 + 792j, 1382 + 800j], [16, 16]), p.light))
