"""Blocks of flats, arches, domes, minarets, balconies, skylines."""

from __future__ import annotations

import random

from pictures.art import WIDTH, Art
from pictures.color import deepen, lift, mix
from pictures.geometry import box, ellipse, num, poly
from pictures.stamp import Stamp


def arch(x: float, y: float, w: float, h: float) -> str:
    """A pointed Mughal arch standing on y; h to its tip."""
    spring = y - h + w * 0.62
    c, r = x + w / 2, x + w
    return (
        f"M{num(x)} {num(y)}V{num(spring)}C{num(x)} {num(spring - w * 0.36)} "
        f"{num(c - w * 0.2)} {num(y - h + w * 0.12)} {num(c)} {num(y - h)}"
        f"C{num(c + w * 0.2)} {num(y - h + w * 0.12)} {num(r)} {num(spring - w * 0.36)} "
        f"{num(r)} {num(spring)}V{num(y)}Z"
    )


def round_arch(x: float, y: float, w: float, h: float) -> str:
    """A round-headed arch."""
    r = w / 2
    return (
        f"M{num(x)} {num(y)}V{num(y - h + r)}A{num(r)} {num(r)} 0 0 1 {num(x + w)} "
        f"{num(y - h + r)}V{num(y)}Z"
    )


def dome(art: Art, x: float, y: float, w: float, color: str, tall: float = 0.62) -> str:
    """An onion-shouldered dome sitting on y, with its finial."""
    st = Stamp(art, x, y, w)
    half = [(0.5, 0), (0.54, 0.16), (0.44, 0.36), (0.22, 0.53), (0.05, tall)]
    spots = half + [(-a, b) for a, b in half[::-1]]
    st.form(spots, color, 0.75, 0.55)
    st.line([(0, tall - 0.02), (0, tall + 0.2)], deepen(color, 0.3), 0.022)
    st.disc(0, tall + 0.07, 0.028, deepen(color, 0.2))
    st.disc(0, tall + 0.14, 0.018, deepen(color, 0.2))
    st.box(-0.53, -0.05, 1.06, 0.06, lift(color, 0.15))
    return st.svg()


def minaret(art: Art, x: float, y: float, h: float, color: str) -> str:
    """A slender tower with two galleries and a cupola."""
    st = Stamp(art, x, y, h)
    st.form([(-0.045, 0), (-0.034, 0.82), (0.034, 0.82), (0.045, 0)], color, 0.8)
    for level in (0.42, 0.8):
        st.form(
            [(-0.058, level), (-0.064, level + 0.022), (0.064, level + 0.022), (0.058, level)],
            lift(color, 0.15),
            0.7,
        )
    for dx in (-0.03, 0, 0.03):
        st.box(dx - 0.006, 0.822, 0.012, 0.07, color)
    st.box(-0.044, 0.885, 0.088, 0.014, lift(color, 0.1))
    st.form(
        [
            (0.036, 0.9),
            (0.042, 0.92),
            (0.026, 0.955),
            (0, 0.985),
            (-0.026, 0.955),
            (-0.042, 0.92),
            (-0.036, 0.9),
        ],
        color,
        0.8,
        0.5,
    )
    st.line([(0, 0.975), (0, 1.03)], color, 0.006)
    return st.svg()


def flats(
    art: Art,
    x: float,
    y: float,
    w: float,
    h: float,
    color: str,
    *,
    rows: int,
    cols: int,
    lit: float = 0,
    glass: str = "",
    glow: str = "",
    seed: int = 0,
    clutter: bool = True,
    balconies: float = 0.3,
    amount: float = 0.55,
) -> str:
    """An apartment block: windows, balconies with washing, tanks on the roof."""
    rng = random.Random(seed or int(x * 7 + w))
    st = Stamp(art, x, y, 1)
    glass = glass or mix(color, art.p.ink, 0.5)
    glow = glow or art.p.spark
    st.box(0, 0, w, h, color, amount)
    st.box(-4, h, w + 8, max(5, h * 0.018), lift(color, 0.18), 0.4)
    cw, rh = w / cols, h / (rows + 0.4)
    for r in range(rows):
        for c in range(cols):
            wx, wy = c * cw + cw * 0.26, h - (r + 1) * rh + rh * 0.22
            ww, wh = cw * 0.48, rh * 0.52
            on = rng.random() < lit
            st.flat(
                [(wx, wy), (wx, wy + wh), (wx + ww, wy + wh), (wx + ww, wy)],
                glow if on else glass,
                0,
                0.95 if on else 0.8,
            )
            if on and rng.random() < 0.4:
                st.flat(
                    [(wx, wy), (wx, wy + wh), (wx + ww * 0.4, wy + wh), (wx + ww * 0.4, wy)],
                    mix(glow, color, 0.4),
                )
            st.line([(wx - 2, wy), (wx + ww + 2, wy)], lift(color, 0.25), max(1.5, rh * 0.05))
            if rng.random() < balconies:
                bx, bw, bh = c * cw + cw * 0.1, cw * 0.8, rh * 0.36
                st.box(bx, wy - rh * 0.08, bw, bh * 0.12, deepen(color, 0.35), 0.2)
                for k in range(7):
                    gx = bx + bw * k / 6
                    st.line([(gx, wy - rh * 0.05), (gx, wy + bh * 0.75)], deepen(color, 0.45), 1.4)
                st.line([(bx, wy + bh * 0.75), (bx + bw, wy + bh * 0.75)], deepen(color, 0.45), 2.2)
                if rng.random() < 0.6:
                    cloth = rng.choice((art.p.accent, art.p.spark, art.p.light, art.p.far))
                    tx = bx + bw * rng.uniform(0.1, 0.5)
                    st.form(
                        [
                            (tx, wy + bh * 0.8),
                            (tx + bw * 0.3, wy + bh * 0.8),
                            (tx + bw * 0.28, wy - bh * 0.05),
                            (tx + bw * 0.03, wy),
                        ],
                        cloth,
                        0.4,
                    )
    if clutter:
        tx = w * rng.uniform(0.1, 0.55)
        tank = deepen(color, 0.4)
        st.form(
            [(tx, h), (tx, h + rh * 0.45), (tx + cw * 0.5, h + rh * 0.45), (tx + cw * 0.5, h)],
            tank,
            0.6,
            0.12,
        )
        ax = w * rng.uniform(0.7, 0.9)
        st.line([(ax, h), (ax, h + rh * 0.9)], tank, 2)
        st.line([(ax - 12, h + rh * 0.8), (ax + 12, h + rh * 0.75)], tank, 1.6)
    return st.svg()


def skyline(
    art: Art,
    y: float,
    seed: int,
    color: str,
    *,
    low: float = 40,
    high: float = 140,
    widths: tuple[float, float] = (40, 110),
    windows: float = 0,
    glow: str = "",
    span: tuple[float, float] = (-10, WIDTH + 10),
) -> str:
    """A far row of roofs as one silhouette."""
    rng = random.Random(seed)
    out, x = [], span[0]
    while x < span[1]:
        w, h = rng.uniform(*widths), rng.uniform(low, high)
        out.append(
            art.flat(box(x, y - h, w + 1, h + 2), mix(color, art.p.ink, rng.uniform(0, 0.12)))
        )
        if rng.random() < 0.4:
            out.append(art.flat(box(x + w * 0.3, y - h - 9, w * 0.22, 10), color))
        for _ in range(int(windows * w * h / 220)):
            wx, wy = x + rng.uniform(4, w - 8), y - rng.uniform(8, h - 6)
            out.append(art.flat(box(wx, wy, 4, 6), glow or art.p.spark, rng.uniform(0.4, 0.95)))
        x += w
    return "".join(out)


def jharokha(art: Art, x: float, y: float, w: float, h: float, wood: str, glass: str) -> str:
    """A carved wooden balcony of three arches under a sloping eave."""
    st = Stamp(art, x, y, 1)
    st.form([(w * 0.12, 0), (0, h * 0.14), (w, h * 0.14), (w * 0.88, 0)], deepen(wood, 0.35), 0.5)
    st.box(0, h * 0.12, w, h * 0.72, wood, 0.7)
    third = w / 3
    for i in range(3):
        ax = x + i * third + third * 0.14
        st.out.append(art.flat(arch(ax, y - h * 0.4, third * 0.72, h * 0.4), glass))
        panel = box(ax, y - h * 0.36, third * 0.72, h * 0.18)
        st.out.append(art.flat(panel, deepen(wood, 0.3)))
        mid = complex(ax + third * 0.36, y - h * 0.27)
        diamond = [mid - third * 0.25, mid - 1j * h * 0.07, mid + third * 0.25, mid + 1j * h * 0.07]
        st.out.append(art.flat(poly(diamond), lift(wood, 0.25)))
    st.form(
        [(-w * 0.08, h * 0.82), (0, h * 0.96), (w, h * 0.96), (w * 1.08, h * 0.82)],
        deepen(wood, 0.2),
        0.5,
    )
    for i in range(9):
        sx = -w * 0.08 + w * 1.16 * i / 8
        st.out.append(art.flat(ellipse(st.p(sx, h * 0.81), w * 0.05, h * 0.025), lift(wood, 0.15)))
    return st.svg()


def scallop(art: Art, x: float, y: float, w: float, h: float, color: str, lobes: int = 7) -> str:
    """A hanging canopy edge of rounded lobes."""
    step, r = w / lobes, w / lobes / 2
    low = h * 0.4
    way = f"M{num(x)} {num(y)}H{num(x + w)}V{num(y + low)}"
    way += "".join(f"a{num(r)} {num(h - low)} 0 0 1 {num(-step)} 0" for _ in range(lobes))
    return art.form(way + "Z", color, amount=0.4)
