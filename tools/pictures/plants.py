"""Trees, palms, poplars, crops and pots."""

from __future__ import annotations

import cmath
import math
import random

from pictures.art import Art
from pictures.color import deepen, lift, mix
from pictures.geometry import Point, ellipse, limb, poly, smooth
from pictures.stamp import Stamp


def puff(art: Art, center: Point, r: float, color: str, rng: random.Random, bumps: int = 15) -> str:
    """One rounded clump of leaves."""
    pts = [
        center
        + cmath.rect(r * rng.uniform(0.82, 1.12) * (1.15 if math.cos(a) ** 2 > 0.5 else 0.9), a)
        for a in (2 * math.pi * i / bumps for i in range(bumps))
    ]
    angle = "slant" if art.light < 0 else "slant-left"
    out = art.form(smooth(pts, ease=0.7), color, deepen(color, 0.6), 0.85, angle, 0.2)
    leaf = max(2.2, min(r * 0.13, 13))
    for _ in range(16):
        a, d = rng.uniform(0, 2 * math.pi), r * rng.uniform(0.5, 1.16)
        light = math.cos(a) * art.light > 0 or math.sin(a) < -0.3
        tone = lift(color, 0.14) if light and d < r else color
        out += art.flat(
            ellipse(center + cmath.rect(d, a), leaf, leaf * 0.5, rng.uniform(0, 180)), tone
        )
    return out


def tree(
    art: Art,
    x: float,
    y: float,
    h: float,
    leaf: str,
    trunk: str,
    seed: int = 1,
    spread: float = 0.5,
) -> str:
    """A broad shade tree."""
    rng = random.Random(seed)
    st = Stamp(art, x, y, h)
    st.rod(
        [(0.0, -0.01), (0.012, 0.2), (-0.008, 0.42), (0.01, 0.6)],
        [0.085, 0.055, 0.045, 0.02],
        trunk,
    )
    for side in (-1, 1):
        st.rod([(0, 0.34), (side * 0.1, 0.48), (side * 0.2, 0.6)], [0.04, 0.028, 0.012], trunk)
    clumps = []
    for _ in range(11):
        a = rng.uniform(0, math.pi)
        d = rng.uniform(0.25, 1)
        clumps.append(
            (
                math.cos(a) * spread * 0.72 * d,
                0.58 + math.sin(a) * 0.27 * d,
                rng.uniform(0.12, 0.19),
            )
        )
    clumps.sort(key=lambda c: -c[1] + 0.5 * abs(c[0]))
    for i, (cx, cy, r) in enumerate(clumps[::-1]):
        tone = deepen(leaf, 0.28 - 0.28 * i / 10) if i < 8 else lift(leaf, 0.07 * (i - 7))
        st.out.append(puff(art, st.p(cx, cy), r * h, tone, rng))
    return st.svg()


def palm(art: Art, x: float, y: float, h: float, leaf: str, trunk: str, seed: int = 1) -> str:
    """A date palm with drooping fronds."""
    rng = random.Random(seed)
    st = Stamp(art, x, y, h)
    bow = rng.uniform(-0.06, 0.06)
    st.rod([(0, 0), (bow * 0.5, 0.35), (bow, 0.74)], [0.06, 0.042, 0.04], trunk)
    top = (bow, 0.75)
    for i in range(13):
        a = math.pi * (i / 12) * 1.24 - 0.37
        reach = rng.uniform(0.27, 0.35)
        tip = (top[0] + math.cos(a) * reach, top[1] + math.sin(a) * reach * 0.75 - 0.07)
        mid = (top[0] + math.cos(a) * reach * 0.55, top[1] + math.sin(a) * reach * 0.72 + 0.05)
        tone = deepen(leaf, rng.uniform(0, 0.35))
        st.rod([top, mid, tip], [0.016, 0.05, 0.004], tone, 0.5)
        st.line([top, mid, tip], lift(leaf, 0.15), 0.004, 0.5, 0.6)
    return st.svg()


def poplar(
    art: Art, x: float, y: float, h: float, leaf: str, trunk: str, bare: bool = False
) -> str:
    """A tall narrow tree of the northern valleys."""
    st = Stamp(art, x, y, h)
    st.rod([(0, 0), (0, 0.3), (0, 0.9)], [0.03, 0.022, 0.006], trunk)
    if bare:
        for i in range(16):
            b = 0.18 + i * 0.046
            side = 1 if i % 2 else -1
            w = 0.09 * (1.1 - b)
            st.line([(0, b), (side * w, b + 0.1), (side * w * 1.1, b + 0.2)], trunk, 0.006, 0.5)
        return st.svg()
    half = [(0.0, 1.0), (0.032, 0.84), (0.075, 0.6), (0.09, 0.36), (0.06, 0.16)]
    st.form(half + [(-a, b) for a, b in half[:0:-1]], leaf, 0.85, 0.5)
    return st.svg()


def tuft(art: Art, x: float, y: float, h: float, color: str, seed: int, blades: int = 7) -> str:
    """A tuft of grass or young wheat."""
    rng = random.Random(seed)
    out = []
    for _ in range(blades):
        lean = rng.uniform(-0.5, 0.5) * h
        root = complex(x + rng.uniform(-0.15, 0.15) * h, y)
        tip = complex(root.real + lean, y - h * rng.uniform(0.6, 1))
        out.append(
            art.flat(
                limb([root, (root + tip) / 2 - lean * 0.15, tip], [h * 0.07, h * 0.06, h * 0.01]),
                mix(color, art.p.ink, rng.uniform(0, 0.3)),
            )
        )
    return "".join(out)


def pot_plant(art: Art, x: float, y: float, h: float, leaf: str, pot: str, seed: int = 1) -> str:
    """Leaves in a clay pot."""
    rng = random.Random(seed)
    st = Stamp(art, x, y, h)
    for i in range(11):
        a = math.pi * (0.08 + 0.84 * i / 10)
        r = rng.uniform(0.42, 0.62)
        tip = (math.cos(a) * r, 0.38 + math.sin(a) * r)
        mid = (math.cos(a) * r * 0.5 + 0.03, 0.42 + math.sin(a) * r * 0.62)
        st.rod([(0, 0.38), mid, tip], [0.02, 0.12, 0.012], deepen(leaf, rng.uniform(0, 0.35)), 0.6)
    st.form([(-0.2, 0.4), (-0.15, 0), (0.15, 0), (0.2, 0.4)], pot, 0.7)
    st.box(-0.23, 0.36, 0.46, 0.08, lift(pot, 0.12), 0.6)
    return st.svg()


def leaf_fall(art: Art, count: int, area: tuple[float, float, float, float], color: str) -> str:
    """Fallen leaves within x, y, width, height."""
    x, y, w, h = area
    out = []
    for _ in range(count):
        t = art.rng.random()
        at = complex(x + w * art.rng.random(), y + h * t)
        r = 4 + 8 * t
        out.append(
            art.flat(
                ellipse(at, r, r * 0.4, art.rng.uniform(-40, 40)),
                mix(color, art.p.ink, art.rng.uniform(0, 0.4)),
                0.9,
            )
        )
    return "".join(out)


def canopy(
    art: Art, area: tuple[float, float, float, float], leaf: str, seed: int, count: int = 26
) -> str:
    """Overhanging foliage filling a band at the picture's edge."""
    x, y, w, h = area
    rng = random.Random(seed)
    out = []
    for i in range(count):
        t = i / count
        c = complex(x + w * rng.random(), y + h * (1 - t * 0.8) * rng.uniform(0.3, 1))
        out.append(puff(art, c, h * rng.uniform(0.13, 0.23), mix(deepen(leaf, 0.35), leaf, t), rng))
    return "".join(out)


def reeds(art: Art, x: float, y: float, h: float, color: str, seed: int, count: int = 9) -> str:
    """Tall foreground reeds."""
    rng = random.Random(seed)
    out = []
    for _ in range(count):
        root = complex(x + rng.uniform(-0.3, 0.3) * h, y)
        tip = root + complex(rng.uniform(-0.35, 0.35) * h, -h * rng.uniform(0.5, 1))
        mid = (root + tip) / 2 + complex((root.real - tip.real) * 0.2, 0)
        out.append(art.flat(limb([root, mid, tip], [h * 0.035, h * 0.03, 1]), color))
        if rng.random() < 0.4:
            out.append(art.flat(poly([tip, tip + 5 + 34j, tip - 5 + 36j]), color))
    return "".join(out)
