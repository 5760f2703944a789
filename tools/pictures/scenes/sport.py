"""Sport: night cricket, a hockey dawn, an autumn football ground."""

from __future__ import annotations

from collections.abc import Callable

from pictures.art import Art
from pictures.buildings import flats
from pictures.color import deepen, lift, mix
from pictures.figure import Pose, Reach
from pictures.geometry import Point, box, ellipse, limb, poly, smooth
from pictures.land import haze, peak, ridge, sky, stars, sun
from pictures.palette import SPORT
from pictures.people import SKINS, Look, person, silhouette
from pictures.plants import poplar, tree
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
    out = f'<path d="{cone}" fill="{fan}"/>' + st.svg()
    for r in range(2):
        for c in range(4):
            spot = st.p(-0.09 + c * 0.067, 0.9 + r * 0.068 + c * 0.007)
            out += art.glow(spot, h * 0.13, "#f8ffe6", 0.6) + art.flat(ellipse(spot, h * 0.022), "#fdfff2")
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
        art.add(flats(art, -30 + i * 150, 600, w, h, tone, rows=5 + i % 3, cols=4, lit=0.5, glow="#f2c75c", seed=i + 9,
                      balconies=0.25))  # fmt: skip
    art.add(haze(art, 560, 200, "#3f8a74", 0.5))
    for i in range(64):
        x = 6 + i * 25.4 + art.rng.uniform(-6, 6)
        art.add(art.form(silhouette(x, 602, art.rng.uniform(72, 96), art.rng.uniform(-4, 4), art.rng.random() < 0.3),
                         mix(p.ink, art.rng.choice((p.mid, p.accent, p.spark, p.far)), 0.35), amount=0.5))  # fmt: skip
        if i % 5 == 1:
            for sgn in (-1, 1):
                arm = limb([complex(x + sgn * 7, 536), complex(x + sgn * 16, 516), complex(x + sgn * 12, 490)], [7, 6, 5])
                art.add(art.flat(arm, mix(p.ink, p.far, 0.4)))
    art.add(art.form(box(-10, 584, 1620, 78), "#7c8f76", p.ink, 0.5, "down"))
    for i in range(8):
        art.add(art.flat(box(10 + i * 205, 600, 180, 44), (p.accent, "#2f7f6a", p.spark, "#d9dcc8")[i % 4], 0.35))
    art.add(art.wash(box(-10, 658, 1620, 360), "#5f9a62", "#14473a"))
    art.add(art.flat(ellipse(800 + 830j, 900, 160), "#c9e0a0", 0.16))
    pitch = poly([520 + 700j, 900 + 690j, 1330 + 1010j, 560 + 1010j])
    art.add(art.form(pitch, "#cdb987", "#5d5a34", 0.6, "down", 0.1))
    art.add(_tower(art, 120, 640, 560, 1), _tower(art, 1490, 640, 560, -1))

    def fielder(x: float, y: float, h: float, kit: str, face: int) -> None:
        look = Look(kit, deepen(p.near, 0.3), cut="kit", skin=SKINS[int(x) % 5], hat=("cap", kit))
        pose = Pose(turn=0.4, lean=34, nod=-22, near_arm=(52, 40), far_arm=(60, 46), far_leg=(48, -28), near_leg=(34, -40))
        art.add(person(art, x, y, h, look, pose, face, shadow=0.35).svg)

    fielder(250, 716, 210, "#e7b93c", 1)
    fielder(1385, 728, 220, "#e7b93c", -1)
    fielder(760, 690, 170, "#e7b93c", 1)
    bowler = Look("#e7b93c", "#20483c", cut="kit", skin=SKINS[3], style="short")
    pose = Pose(turn=0.3, lean=26, nod=-12, near_arm=(28, 12), far_arm=(-60, -84), far_leg=(40, 4), near_leg=(-38, -88))
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
        blade = [b + side * 10, b + way * 26 + side * 24, b + way * 186 + side * 26, b + way * 204, b + way * 186 - side * 26,
                 b + way * 26 - side * 24, b - side * 10]  # fmt: skip
        out += art.form(poly(blade), "#e6c78a", amount=0.5)
        return out + art.line(poly([b + way * 40, b + way * 180], False), "#c9a05e", 3, 0.7)

    batter = Look("#d5482f", "#f3f0dd", cut="kit", skin=SKINS[1], hat=("cap", "#8f2a20"))
    swing = Pose(turn=0.55, lean=10, nod=4, near_arm=Reach(962 + 648j), far_arm=Reach(952 + 634j), far_leg=(38, 8), near_leg=(-26, -22),
                 far_over=False)  # fmt: skip
    art.add(person(art, 1090, 960, 490, batter, swing, -1, bat, shadow=0.4).svg)
    ball = 668 + 372j
    for k in range(6):
        art.add(art.flat(ellipse(ball + complex(24, 19) * k * 0.9, 13 - k * 1.6), "#fffbe6", 0.5 - k * 0.07))
    art.add(art.glow(ball, 60, "#fffbe6", 0.8), art.flat(ellipse(ball, 15), "#fffdf3"),
            art.line(f"M{ball.real - 12} {ball.imag - 5}q12 9 25 5", p.accent, 4))


@scene("22-hockey-academy", SPORT)
def hockey_dawn(art: Art) -> None:
    """Sticks, cones and mist on blue turf."""
    p = art.p
    art.add(sky(art, 560, ("#9fbfa4", "#e6ddb0", "#fbe9b8")))
    art.add(sun(art, 1090 + 330j, 66, "#fff7da", 6))
    art.add(ridge(art, 520, 60, 18, mix(p.far, p.haze, 0.5), mist=p.sky[2], soft=True))
    for i in range(24):
        art.add(tree(art, -20 + i * 72 + art.rng.uniform(-20, 20), 540, art.rng.uniform(90, 170), mix(p.far, p.mid, 0.2), p.mid, 400 + i, .5))
    art.add(haze(art, 520, 200, "#fbeec6", 0.9))
    turf = "#2f7fa0"
    art.add(art.wash(box(-10, 532, 1620, 480), mix(turf, "#f3e3b0", 0.5), "#154a6c"))
    art.add(art.flat(box(-10, 532, 1620, 18), mix(p.mid, p.haze, 0.5)))
    for pts in ((-10 + 610j, 1610 + 610j), (-10 + 1000j, 500 + 552j), (1610 + 960j, 1290 + 552j)):
        art.add(art.line(poly(list(pts), False), "#f4f3e6", 5, 0.8))
    arc = "M640 610Q720 730 1080 730Q1400 730 1500 610"
    art.add(art.line(arc, "#f4f3e6", 5, 0.7))
    g = Stamp(art, 1090, 606, 1)
    for i in range(15):
        g.line([(-118 + i * 17, 8), (-104 + i * 15, 124)], "#f4f3e6", 1.5, opacity=0.55)
    for i in range(7):
        g.line([(-118, 12 + i * 18), (118, 12 + i * 18)], "#f4f3e6", 1.5, opacity=0.55)
    g.line([(-124, 0), (-124, 136), (124, 136), (124, 0)], "#fdfbef", 9)
    g.box(-124, 0, 248, 34, "#c9d7c9", 0.3)
    art.add(g.svg(), art.glow(1090 + 560j, 420, "#fff0c2", 0.5), haze(art, 600, 130, "#fdf3d2", 0.6))

    def stick(toe: Point, k: float) -> Callable[[Point, Point], str]:
        def held(far: Point, near: Point) -> str:
            top = near if near.imag < far.imag else far
            way = (toe - top) / abs(toe - top)
            out = art.line(poly([top - way * 26 * k, toe], False), "#f0c64a", 9 * k)
            out += art.line(poly([top - way * 26 * k, top + way * 60 * k], False), "#2a2320", 12 * k)
            hook = smooth([toe, toe + way * 13 * k + 8 * k, toe + (30 - 2j) * k, toe + (38 - 18j) * k], False)
            return out + art.line(hook, "#f0c64a", 12 * k)

        return held

    kits = (p.accent, "#f2f0e0", p.near, p.spark)

    def player(x: float, y: float, h: float, i: int, girl: bool) -> None:
        look = Look(kits[i % 4], deepen(p.near, 0.2), cut="kit", skin=SKINS[i % 5], scarf="#22333a" if girl and i % 2 else None,
                    close=True, style="braid" if girl else "short", shoe="#f4f3e6")  # fmt: skip
        k = h / 430
        toe = complex(x + 0.47 * h, y - 14 * k)
        pose = Pose(turn=0.4, lean=36, nod=-8, near_arm=Reach(complex(x + 0.27 * h, y - 0.50 * h)),
                    far_arm=Reach(complex(x + 0.345 * h, y - 0.33 * h)), far_leg=(38, -4), near_leg=(-16, -34))  # fmt: skip
        art.add(person(art, x, y, h, look, pose, 1, stick(toe, k), shadow=0.3).svg)
        ball = toe + (34 + 2j) * k
        art.add(art.flat(ellipse(ball + 11j * k, 16 * k, 5 * k), p.ink, 0.35), art.form(ellipse(ball, 14 * k), "#fffdf2", amount=0.5))

    for x, y, h, i, girl in ((820, 660, 170, 1, True), (560, 690, 200, 0, False), (1270, 690, 196, 3, False)):
        player(x, y, h, i, girl)
    for k in range(6):
        x, y = 330 + k * 200, 900 - k * 26
        s = 74 - k * 6
        c = Stamp(art, x, y, s)
        c.shadow(0.1, 0.55, 0.1)
        c.form([(-0.5, 0), (-0.5, 0.1), (0.5, 0.1), (0.5, 0)], deepen("#e8742a", 0.2))
        c.form([(-0.36, 0.1), (-0.08, 0.95), (0.08, 0.95), (0.36, 0.1)], "#e8742a", 0.6)
        c.form([(-0.26, 0.38), (-0.18, 0.6), (0.18, 0.6), (0.26, 0.38)], "#fbf6e4", 0.3)
        art.add(c.svg())
    player(760, 880, 400, 2, False)
    player(330, 962, 452, 1, True)
    coach = Look("#2c5f54", "#26323a", cut="shirt", hair="#b9b8b0", mustache="#b9b8b0", skin=SKINS[0], shoe="#efece0")
    art.add(person(art, 1420, 940, 480, coach, Pose(turn=0.5, near_arm=(-8, 60), far_arm=(-4, 60)), -1).svg)
    art.add(art.line(smooth([1406 + 560j, 1392 + 600j, 1388 + 640j], False), p.spark, 4), art.form(box(1374, 636, 26, 16, 6), p.accent))
    art.add(haze(art, 760, 160, "#fdf3d2", 0.25))


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
        art.add(poplar(art, 30 + i * 118 + art.rng.uniform(-30, 30), 592, art.rng.uniform(70, 140), mix("#d9a02e", p.mid, art.rng.random() * .5), "#5d4430"))
    art.add(art.wash(box(-10, 582, 1620, 430), "#e8c894", "#b3824f"), art.grained(box(-10, 582, 1620, 430), "#7d5a38", .5, "down"))
    art.add(art.line(poly([-10 + 640j, 1610 + 640j], False), "#fbf6e4", 4, 0.7))
    for x in (1240, 1530):
        art.add(art.form(box(x, 430, 12, 216), "#f7f3e4", amount=0.5))
    art.add(art.form(box(1240, 424, 302, 12), "#f7f3e4", amount=0.4))
    keeper = Look("#e9b93c", "#22333a", cut="kit", scarf="#22333a", close=True, skin=SKINS[2])
    art.add(person(art, 1390, 652, 180, keeper, Pose(turn=0.9, near_arm=(-50, -20), far_arm=(50, 20), near_leg=(-12, 2), far_leg=(12, -2)), 1).svg)
    for i in range(9):
        x = 40 + i * 74
        art.add(art.form(silhouette(x, 634, 88 + (i * 13) % 20, 0, i % 2 == 0), mix(p.near, (p.accent, p.spark, p.far)[i % 3], 0.45), amount=.5))
    red, green = "#cf4630", "#1f6b4b"
    run_a = Pose(turn=0.3, lean=16, far_arm=(-48, 30), near_arm=(46, 116), far_leg=(52, -4), near_leg=(-26, -78))
    run_b = Pose(turn=0.4, lean=12, far_arm=(50, 120), near_arm=(-44, 26), far_leg=(-22, -70), near_leg=(44, -2))
    kick = Pose(turn=0.35, lean=-6, far_arm=(70, 86), near_arm=(-58, -40), far_leg=(-6, -14), near_leg=(48, 34))
    run_c = Pose(turn=0.5, lean=14, far_arm=(-40, 20), near_arm=(40, 108), far_leg=(40, -6), near_leg=(-30, -66))
    team = ((430, 742, 260, red, run_b, 1, None, "braid"), (1180, 760, 270, green, run_c, -1, "#16302c", "short"),
            (240, 880, 400, green, run_a, 1, "#f4eedd", "short"), (1270, 920, 430, red, run_a, -1, None, "braid"),
            (660, 930, 470, red, kick, 1, "#5d2a26", "short"))  # fmt: skip
    for x, y, h, kit, pose, face, scarf, style in team:
        for k in range(5):
            c = complex(x - face * h * (0.12 + 0.1 * k), y - h * 0.02 * k)
            art.add(art.flat(ellipse(c, h * (0.1 + 0.025 * k), h * (0.035 + 0.012 * k)), "#f3dcae", 0.42 - 0.06 * k))
        look = Look(kit, "#24302f", cut="kit", skin=SKINS[int(x) % 5], scarf=scarf, close=True, style=style, shoe="#f4f1e2")
        art.add(person(art, x, y, h, look, pose, face, shadow=0.28).svg)
    ball = 940 + 856j
    art.add(art.flat(ellipse(ball + 64j, 36, 8), p.ink, 0.3), art.form(ellipse(ball, 32), "#fcfaf0", amount=0.6))
    for a in (0j, 22 - 10j, -16 - 20j, -14 + 20j, 18 + 20j):
        art.add(art.clipped(ellipse(ball, 32), art.flat(ellipse(ball + a, 8), "#22302c")))
    for _ in range(30):
        c = complex(art.rng.gauss(860, 70), 940 - abs(art.rng.gauss(0, 26)))
        art.add(art.flat(ellipse(c, art.rng.uniform(2, 6)), "#f3dcae", 0.8))
    art.add(art.line(poly([-10 + 985j, 1610 + 960j], False), "#fbf6e4", 9, 0.6))


