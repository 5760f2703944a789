"""A sorter among cuttings; cones and a spinning frame behind."""

from __future__ import annotations

from pictures.art import Art
from pictures.color import deepen, lift, mix
from pictures.figure import Pose, Reach
from pictures.geometry import box, ellipse, poly, smooth
from pictures.palette import BUSINESS
from pictures.people import person
from pictures.scenes.cast import man, woman
from pictures.scenes.registry import scene
from pictures.stamp import Stamp


def _cone(art: Art, x: float, y: float, s: float, color: str) -> str:
    st = Stamp(art, x, y, s)
    st.form([(-0.42, 0.05), (-0.2, 1.1), (0.2, 1.1), (0.42, 0.05)], color, 0.7, 0.12)
    for k in range(5):
        t = 0.15 + k * 0.18
        w = 0.42 - 0.2 * t
        st.line([(-w, t), (0, t - 0.05), (w, t + 0.02)], deepen(color, 0.3), 0.025, 0.5, 0.6)
    st.form([(-0.1, 1.08), (-0.07, 1.26), (0.07, 1.26), (0.1, 1.08)], "#e3d2a8", 0.4)
    return st.svg()


@scene("20-recycled-yarn", BUSINESS)
def yarn_works(art: Art) -> None:
    """A sorter among cuttings; cones and a spinning frame behind."""
    p = art.p
    art.add(art.wash(box(0, 0, 1600, 700), "#2c6a69", "#6fa39a"))
    art.add(art.wash(box(0, 640, 1600, 370), "#7a9a8c", "#24494b"))
    for i in range(4):
        x = 70 + i * 390
        art.add(art.form(box(x - 14, 56, 268, 228), "#19494d", amount=0.3))
        art.add(art.wash(box(x, 70, 240, 200), "#fff3cf", "#f6dd9c"))
        for k in range(1, 4):
            art.add(art.line(f"M{x + k * 60} 70V270", "#19494d", 6))
        art.add(art.line(f"M{x} 136H{x + 240}M{x} 203H{x + 240}", "#19494d", 6))
    art.add(art.flat(box(-10, 300, 1620, 16), "#19494d"))
    for i in range(5):
        art.add(art.form(box(-18 + i * 400, 0, 34, 660), "#205557", amount=0.4))
    st = Stamp(art, 560, 700, 1)
    st.box(0, 0, 1080, 60, "#174247", 0.4)
    st.box(0, 250, 1080, 40, "#c9d3cb", 0.6)
    st.box(0, 120, 1080, 22, "#a9bab4", 0.6)
    for i in range(10):
        st.box(i * 118, 50, 16, 250, "#174247", 0.4)
    inks = ("#d9912c", "#c9573a", "#efe4c6", "#2f8a86", "#7d5f8a", "#e9bf5a")
    for i in range(27):
        x = 26 + i * 39
        tone = mix(inks[(i // 5) % 6], p.light, 0.1)
        st.line([(x, 290), (x + 4, 190)], p.light, 1.5, opacity=0.7)
        st.form(
            [(x - 8, 142), (x - 11, 160), (x - 6, 205), (x + 6, 205), (x + 11, 160), (x + 8, 142)],
            tone,
            0.7,
            0.2,
        )
        st.form([(x - 14, 300), (x - 9, 340), (x + 9, 340), (x + 14, 300)], tone, 0.7)
    st.box(-30, 0, 60, 350, "#2f7a78", 0.6)
    st.box(-18, 250, 36, 60, p.spark, 0.4)
    art.add(st.svg())
    for k in range(3):
        art.add(art.form(box(-20, 430 + k * 100, 470, 14), "#8a5f38", amount=0.4))
        for i in range(7):
            art.add(
                _cone(
                    art,
                    24 + i * 66,
                    430 + k * 100,
                    66,
                    mix(inks[(i + k * 2) % 6], p.light, 0.08 * (i % 3)),
                )
            )
    art.add(art.form(box(440, 320, 16, 420), "#8a5f38", amount=0.4))
    beam = art.gradient([(0, "#fff2c6", 0.5), (0.75, "#fff2c6", 0.12), (1, "#fff2c6", 0)])
    for i in range(4):
        x = 70 + i * 390
        ray = poly(
            [complex(x + 4, 72), complex(x + 236, 72), complex(x + 600, 900), complex(x + 230, 900)]
        )
        art.add(art.painted(ray, beam, 4))
    for _ in range(70):
        c = complex(art.rng.uniform(100, 1500), art.rng.uniform(160, 820))
        art.add(art.flat(ellipse(c, art.rng.uniform(1, 3)), "#fff6dc", art.rng.uniform(0.3, 0.8)))
    sorter = woman(art, 0, top=p.near, scarf=p.spark, bottom=p.light, close=False)
    art.add(
        person(
            art,
            900,
            990,
            640,
            sorter,
            Pose(
                turn=0.55, lean=10, nod=14, near_arm=Reach(800 + 770j), far_arm=Reach(1060 + 730j)
            ),
            1,
            shadow=0,
        ).svg
    )
    other = man(art, 2, hat=None, vest=None, top="#a9bab0", bottom="#a9bab0")
    art.add(
        person(
            art,
            1290,
            830,
            400,
            other,
            Pose(turn=0.5, near_arm=Reach(1210 + 560j), far_arm=(20, 60)),
            -1,
        ).svg
    )
    heaps = (
        (190, 1010, 560, 250, "#c9573a"),
        (1010, 1020, 500, 190, "#d9a03a"),
        (620, 1030, 480, 200, "#2f8a86"),
        (1420, 1030, 540, 270, "#7d4f6a"),
    )
    for x, y, w, h, tone in heaps:
        art.add(_heap(art, x, y, w, h, tone))
    art.add(
        art.form(
            smooth([1040 + 712j, 1080 + 704j, 1104 + 760j, 1070 + 800j, 1044 + 770j], ease=0.4),
            "#e9bf5a",
            amount=0.5,
        )
    )


def _heap(art: Art, x: float, y: float, w: float, h: float, tone: str) -> str:
    """A heap of cloth cuttings in one family of shades."""
    rng = art.rng
    mound = smooth(
        [
            complex(x - w / 2, y),
            complex(x - w * 0.34, y - h * 0.5),
            complex(x - w * 0.1, y - h * 0.9),
            complex(x + w * 0.12, y - h * 0.88),
            complex(x + w * 0.36, y - h * 0.45),
            complex(x + w / 2, y),
        ]
    )
    out = [art.flat(mound, deepen(tone, 0.4))]
    scraps = []
    for _ in range(74):
        u, v = rng.uniform(-0.48, 0.48), rng.random()
        top = h * (1 - (abs(u) * 2) ** 1.7)
        scraps.append((v * top, u))
    for up, u in sorted(scraps, key=lambda q: -q[0]):
        c = complex(x + u * w, y - up)
        r = rng.uniform(24, 52)
        turn = rng.uniform(-0.6, 0.6)
        pts = [
            c + r * complex(a, b + a * turn)
            for a, b in (
                (-1, -0.1),
                (-0.5, -0.5),
                (0.4, -0.45),
                (1, 0.0),
                (0.7, 0.5),
                (-0.2, 0.35),
                (-0.8, 0.5),
            )
        ]
        k = rng.random()
        ink = mix(tone, "#fff0cf", k * 0.5) if k > 0.4 else deepen(tone, 0.3 * (1 - k))
        out.append(art.form(smooth(pts, ease=0.35), ink, deepen(ink, 0.6), 0.7))
        if k > 0.75:
            out.append(art.line(poly([pts[0], pts[3]], False), lift(ink, 0.4), 3, 0.7))
    return "".join(out)
