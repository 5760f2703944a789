"""Cities: smog on an avenue, a drain dredged, an old bazaar's little bus."""

from __future__ import annotations

from pictures.art import Art
from pictures.buildings import arch, flats, jharokha, minaret, round_arch, scallop
from pictures.color import deepen, lift, mix
from pictures.figure import Pose, Reach
from pictures.fronts import bus_front, rickshaw_front
from pictures.geometry import Point, box, ellipse, limb, poly, smooth, star
from pictures.land import cloud, haze, sky, sun, veil
from pictures.machines import excavator
from pictures.palette import CITIES
from pictures.people import Look, person
from pictures.plants import canopy, tree
from pictures.scenes.cast import man, woman
from pictures.scenes.registry import scene
from pictures.stamp import Stamp


@scene("09-lahore-smog", CITIES)
def smog(art: Art) -> None:
    """Headlights swim up a grey-amber avenue; a child waits, masked."""
    p = art.p
    fog = "#cdb294"
    art.add(sky(art, 620, ("#8d857f", "#bfa78e", "#dcbf98")))
    art.add(sun(art, 640 + 205j, 60, "#f3d9a8", 4))
    art.add(minaret(art, 1010, 600, 470, mix(fog, p.mid, 0.26)))
    art.add(haze(art, 540, 260, fog, 0.75))
    art.add(art.wash(box(-10, 590, 1620, 420), mix(fog, p.far, 0.15), "#5d5450"))
    road = poly([790 + 592j, 900 + 592j, 1420 + 1010j, 130 + 1010j])
    art.add(art.form(road, "#8b7b6d", p.ink, 0.5, "down"))
    for t in (0.06, 0.16, 0.32, 0.56, 0.88):
        y, w = 600 + 410 * t, 4 + 20 * t
        x = 845 - 70 * t
        art.add(art.flat(poly([complex(x - w / 2, y), complex(x + w / 2, y), complex(x + w * 0.8, y + 14 + 60 * t),
                               complex(x - w * 0.8, y + 14 + 60 * t)]), p.light, 0.4))  # fmt: skip
    for k in range(6):
        t = (k / 5) ** 1.7
        tone = mix(mix(fog, p.mid, 0.22), "#3d3634", t)
        h = 150 + 640 * t
        y = 606 + 180 * t
        art.add(tree(art, 730 - 640 * t, y, h, tone, deepen(tone, 0.2), 90 + k, 0.55))
        art.add(tree(art, 960 + 620 * t, y, h, tone, deepen(tone, 0.2), 97 + k, 0.55))
        art.add(haze(art, 560 + 60 * t, 320, fog, 0.34))
    for x, y, s, far in ((806, 622, 17, 0.75), (868, 632, 20, 0.7), (834, 664, 30, 0.5)):
        art.add(rickshaw_front(art, x, y, s, mix(p.near, fog, far), 2.6))
    art.add(veil(art, fog, 0.2))
    art.add(bus_front(art, 965, 765, 84, mix("#a1542c", fog, 0.22), 1.9))
    art.add(veil(art, fog, 0.1))
    art.add(rickshaw_front(art, 650, 812, 84, "#4c5f52", 2.6))
    beam = art.gradient([(0, "#ffe6ae", 0.5), (1, "#ffe6ae", 0)])
    for x, y, w in ((650, 735, 84), (900, 706, 50), (1030, 706, 50)):
        art.add(f'<path d="{poly([complex(x - w * .3, y), complex(x + w * .3, y), complex(x + w * 1.5, y + 270), complex(x - w * 2.1, y + 270)])}" fill="{beam}"/>')
    art.add(haze(art, 700, 300, fog, 0.34))
    kerb = poly([1160 + 712j, 1640 + 782j, 1640 + 1010j, 1350 + 1010j])
    art.add(art.form(kerb, "#7a6d66", p.ink, 0.6, "down"))
    for i in range(7):
        a, b = i / 7, (i + 0.5) / 7
        u, v = 1160 + 712j + (190 + 298j) * a, 1160 + 712j + (190 + 298j) * b
        art.add(art.flat(poly([u, v, v + complex(-8, 16 + 10 * b), u + complex(-8, 14 + 10 * a)]), p.spark, .8))
    child = Look("#e8e2d8", "#3e4552", cut="shirt", child=True, mask="#dfeaf0", skin="#b97f5a")

    def bag(far: Point, near: Point) -> str:
        st = Stamp(art, 1432, 935, 1)
        st.form([(0, 130), (-4, 252), (22, 276), (62, 268), (66, 140), (34, 122)], p.accent, 0.7, 0.3)
        st.form([(4, 140), (4, 190), (44, 190), (46, 140)], deepen(p.accent, 0.2), 0.5, 0.2)
        return st.svg()

    art.add(bag(0, 0), person(art, 1418, 940, 400, child, Pose(turn=0.3, near_arm=(-6, 10), far_arm=(8, 18), nod=4),
                   -1).svg)  # fmt: skip
    art.add(art.line(smooth([1434 + 672j, 1414 + 690j, 1408 + 730j, 1432 + 772j], False), deepen(p.accent, .25), 9))
    art.add(canopy(art, (-80, -90, 420, 300), "#453d3a", 4, 30))


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
            tone = mix("#dcc6ae", ("#c9925f", "#a49a94", "#d8b48c", "#8f8784")[(i + side) % 4], 0.25 + 0.65 * t)
            art.add(flats(art, x, 500 + 130 * t, w, h, tone, rows=4 + i // 2, cols=3, seed=i * 3 + side,
                          balconies=0.55 if t > 0.15 else 0, clutter=t > 0.1, amount=0.5))  # fmt: skip
        if i in (2, 4):
            art.add(haze(art, 470, 190, "#f6e4c4", 0.42))
    ground = "#b9a18a"
    art.add(art.wash(poly([-20 + 640j, 740 + 500j, 920 + 500j, 1620 + 640j, 1620 + 1010j, -20 + 1010j]), ground, "#8b7767"))
    walls = ((poly([800 + 506j, 812 + 506j, 560 + 1010j, 300 + 1010j]), "#8f857e"),
             (poly([868 + 506j, 880 + 506j, 1380 + 1010j, 1120 + 1010j]), "#c9bdb0"))  # fmt: skip
    bed = poly([812 + 506j, 868 + 506j, 1120 + 1010j, 560 + 1010j])
    art.add(art.wash(bed, "#7b7462", "#39352f"))
    for _ in range(64):
        t = art.rng.random() ** 1.3
        y = 540 + 450 * t
        x = 840 + art.rng.uniform(-0.8, 0.8) * (28 + 250 * t)
        tone = art.rng.choice(("#e9e2d6", p.accent, p.spark, "#6fa3b8", "#8f8a80", "#4f4a44", "#d7cdbd"))
        r = 3 + 12 * t
        art.add(art.form(smooth([complex(x - r, y), complex(x - r * .3, y - r * .6), complex(x + r, y - r * .2),
                                 complex(x + r * .4, y + r * .4)], ease=0.4), tone, amount=0.5))  # fmt: skip
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
    for i in range(16):
        spot = complex(art.rng.uniform(70, 310), art.rng.uniform(780, 870))
        tone = art.rng.choice((p.light, "#6fa3b8", p.accent, p.spark))
        art.add(art.flat(ellipse(spot, 11, 6, art.rng.uniform(-30, 30)), tone, 0.9))
    art.add(excavator(art, 330, 892, 96, "#e9a520", 1, (3.6, 3.9), (4.75, 1.2)))
    for i in range(9):
        a = complex(330 + 4.4 * 96 + art.rng.uniform(-40, 60), 892 - 0.6 * 96 + art.rng.uniform(-10, 130))
        art.add(art.flat(ellipse(a, art.rng.uniform(4, 11)), "#5c5148"))
    worker = Look(p.accent, "#4b4a52", cut="shirt", vest="#f0b52e", hat=("hard", "#f3efe2"), shoe="#2c3a33")
    art.add(person(art, 1340, 850, 236, worker, Pose(turn=0.4, near_arm=(20, 60), far_arm=(30, 120)), -1).svg)
    def rake(far: Point, near: Point) -> str:
        way = (near - far) / (abs(near - far) or 1)
        return art.line(poly([far - way * 70, near + way * 190], False), "#6d4a31", 7)

    art.add(person(art, 1490, 930, 268, Look("#6b7f8c", "#3d3f4a", cut="shirt", vest=p.accent,
                   hat=("hard", "#f0b52e"), shoe="#2c3a33"),
                   Pose(turn=0.3, lean=16, near_arm=(28, 42), far_arm=(62, 80), far_leg=(22, 2), near_leg=(-14, -18)),
                   -1, rake).svg)  # fmt: skip
    for x, y, s, tone, a in ((260, 130, 30, p.accent, 0.4), (520, 74, 22, "#3f6d7c", -0.3),
                             (980, 60, 18, p.near, 0.2), (1400, 120, 26, p.accent, -0.35), (690, 190, 14, p.spark, .3)):
        c = complex(x, y)
        art.add(art.form(poly([c - 1j * s, c + s * 0.85, c + 1j * s, c - s * 0.85]), tone, amount=0.4))
        art.add(art.flat(poly([c + 0.9j * s, c + s * (0.3 + 1.4j), c + s * (-0.3 + 1.4j)]), tone))
        art.add(art.line(smooth([c + 1j * s, c + complex(90 * a, 120), c + complex(260 * a, 300)], False), p.near, 1.2, .5))


def _footbridge(art: Art) -> None:
    """A crossing of rails and people over the drain."""
    p = art.p
    tone = "#5f6a6b"
    art.add(art.form(box(430, 440, 26, 210), deepen(tone, 0.2)), art.form(box(1200, 440, 26, 210), tone))
    for i, x in enumerate((560, 640, 905, 1010, 1100)):
        look = woman(art, i) if i % 2 else man(art, i + 1)
        art.add(person(art, x, 432, 96, look, Pose(turn=0.3, far_leg=(16, 2), near_leg=(-12, -20)),
                       1 if i < 2 else -1, shadow=0).svg)  # fmt: skip
    art.add(art.form(box(400, 428, 860, 24), tone, amount=0.5))
    art.add(art.line("M400 388H1260", deepen(tone, 0.3), 5))
    for i in range(30):
        art.add(art.line(f"M{404 + i * 29.4:.0f} 390V428", deepen(tone, 0.3), 2.5))


@scene("11-peshawar-old-city-bus", CITIES)
def bazaar(art: Art) -> None:
    """A small electric bus noses through a lane of carved balconies."""
    p = art.p
    art.add(sky(art, 620, ("#b98f74", "#ecc183", "#fbe4ae")))
    art.add(art.glow(800 + 400j, 520, "#fff0c4", 0.9))
    brick = "#b8683f"
    art.add(art.form(box(610, 250, 380, 390), mix(brick, "#f3cf94", 0.35), amount=0.4))
    for i in range(9):
        art.add(art.flat(box(612 + i * 43, 228, 28, 24), mix(brick, "#f3cf94", 0.35)))
    for x in (590, 940):
        art.add(art.form(box(x, 210, 74, 430), mix(brick, "#f3cf94", 0.22), amount=0.6))
        art.add(art.form(arch(x + 14, 300, 46, 66), "#8a4a30"))
    art.add(art.form(arch(680, 640, 240, 330), "#8a4a30", amount=0.3), art.flat(arch(700, 640, 200, 300), "#fbe7b8"))
    art.add(minaret(art, 820, 640, 220, "#e3bd88"))
    for x, s in ((740, 60), (870, 56), (770, 48)):
        art.add(person(art, x, 644, s, man(art, int(x)), shadow=0).svg)
    art.add(haze(art, 600, 260, "#fbe2ae", 0.55))
    art.add(art.wash(poly([600 + 640j, 1000 + 640j, 1620 + 1010j, -20 + 1010j]), "#e7c190", "#7d5f4d"))
    for k in range(7):
        y = 650 + 360 * (k / 6) ** 1.8
        art.add(art.line(f"M-20 {y:.0f}H1620", "#6b5042", 1.5 + k * 0.5, 0.2))
    for flip in (1, -1):
        side_ = [complex(800 + flip * z.real, z.imag) for z in (200 + 640j, 830 + 600j, 830 + 1010j)]
        art.add(art.flat(poly(side_), "#94705a"))
    wood = "#6d3f28"
    plan = ((3, 500, 150, 300, 0.6), (2, 330, 210, 420, 0.35), (1, 90, 300, 600, 0.1), (0, -150, 330, 800, 0))
    for k, x, w, h, air in plan:
        y = 650 + (3 - k) * 46
        for side in (0, 1):
            bx = 1600 - x - w if side else x
            tone = mix(("#c98a5a", "#a9a098", "#d9a25f", "#b7714a")[(k + side * 2) % 4], "#f6d79c", air)
            art.add(art.form(box(bx, y - h - 90, w, h + 90), tone, p.ink, 0.5))
            timber = mix(wood, "#f0c98c", air * 0.8)
            for fl in range(2):
                jy = y - h * (0.42 + 0.36 * fl)
                art.add(jharokha(art, bx + w * 0.12, jy, w * 0.76, h * 0.27, timber, mix("#2a1c1c", "#e9b064", air + 0.12 * (fl + side))))
            art.add(art.form(box(bx, y - h * 0.36, w, h * 0.36), deepen(tone, 0.45), amount=0.4))
            art.add(art.form(round_arch(bx + w * 0.14, y, w * 0.72, h * 0.3), mix("#e6a04a", "#3a2420", 0.25), "#3a1f18", .7, "up"))
            art.add(scallop(art, bx - 6, y - h * 0.37, w + 12, h * 0.075, (p.accent, p.spark, "#5e7a6a")[(k + side) % 3], 9))
        if k:
            art.add(haze(art, 560, 380, "#fbe0a8", 0.22))
    for i in range(3):
        a, b = 130 + (130 + 60 * i) * 1j, 1480 + (150 + 46 * i) * 1j
        art.add(art.line(smooth([a, (a + b) / 2 + 60j, b], False), "#3c2a26", 2, 0.6))
    art.add(bus_front(art, 850, 838, 118, "#e9dfc8", 0.8))
    st = Stamp(art, 850, 838, 118)
    for dx in (-0.8, -0.4, 0, 0.4, 0.8):
        st.out.append(art.flat(star(st.p(dx, 1.04), 12, 5, 8), p.accent))
    st.form([(-0.3, 0.54), (0.04, 0.9), (0.0, 0.72), (0.3, 0.76), (-0.06, 0.42), (0.0, 0.58)], "#4e9a5a", 0.3)
    art.add(st.svg())
    _tea_stall(art)
    art.add(person(art, 560, 860, 320, man(art, 6), Pose(turn=0.3, far_leg=(18, 2), near_leg=(-14, -22), near_arm=(-14, 4), far_arm=(18, 30))).svg)
    art.add(person(art, 1110, 850, 300, woman(art, 6), Pose(turn=0.4, far_leg=(14, 2), near_leg=(-10, -18), near_arm=(6, 40)), -1).svg)
    art.add(person(art, 1236, 900, 344, woman(art, 1), Pose(turn=0.45, far_leg=(14, 2), near_leg=(-12, -20)), -1).svg)
    art.add(person(art, 1330, 912, 226, Look(p.spark, p.near, child=True, cut="kameez"), Pose(turn=0.3, far_leg=(16, 2), near_leg=(-12, -20)), -1).svg)
    art.add(person(art, 1490, 960, 410, man(art, 3, hat=("pakol", "#9a7f60")), Pose(turn=0.35, near_arm=(14, 60), far_leg=(8, 1)), -1).svg)


def _tea_stall(art: Art) -> None:
    """Kettles on a counter at the lane's left."""
    p = art.p
    art.add(art.form(box(-10, 800, 400, 210), "#7a4a30", amount=0.5), art.form(box(-20, 776, 424, 30), "#a9683d"))
    for i in range(5):
        c = complex(40 + i * 80, 905)
        art.add(art.flat(star(c, 32, 15, 8), p.spark, 0.85), art.flat(ellipse(c, 9), p.accent))
    for i, (x, s, tone) in enumerate(((80, 62, "#c9cdd0"), (205, 76, "#b98a3c"), (325, 56, "#4f7a80"))):
        st = Stamp(art, x, 776, s)
        st.form([(-0.7, 0), (-0.82, 0.5), (-0.5, 0.95), (0.5, 0.95), (0.82, 0.5), (0.7, 0)], tone, 0.85, 0.4)
        st.form([(0.6, 0.3), (1.0, 0.62), (1.2, 1.0), (1.3, 0.96), (1.12, 0.5), (0.72, 0.12)], tone, 0.6, 0.3)
        st.line([(-0.5, 1.0), (-0.4, 1.5), (0.4, 1.5), (0.5, 1.0)], deepen(tone, 0.5), 0.09, 0.6)
        st.disc(0, 1.0, 0.34, deepen(tone, 0.25), 0.09)
        st.disc(0, 1.13, 0.09, deepen(tone, 0.4))
        for dx in (-0.1, 0.15):
            st.line([(1.25 + dx, 1.1), (1.4 + dx, 1.5), (1.2 + dx, 1.9), (1.4 + dx, 2.4)], p.light, 0.07, 0.7, 0.5)
        art.add(st.svg())
    man_ = man(art, 4, hat=("topi", "#f7f0e0"), vest=None)
    kettle = Reach(300 + 720j)
    art.add(person(art, 432, 930, 350, man_, Pose(turn=0.5, near_arm=kettle, far_arm=(20, 80)), -1).svg)
