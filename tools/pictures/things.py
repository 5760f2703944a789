"""Desks, paper, boxes, books, lamps and screens."""

from __future__ import annotations

import random
from collections.abc import Sequence

from pictures.art import Art
from pictures.color import deepen, lift, mix
from pictures.geometry import Point, box, ellipse, poly, smooth
from pictures.stamp import Stamp

Quad = tuple[Point, Point, Point, Point]


def inside(quad: Quad, u: float, v: float) -> Point:
    """A spot on a sheet: u along its top edge, v down it.

    Corners run top left, top right, bottom right, bottom left.
    """
    top = quad[0] + (quad[1] - quad[0]) * u
    low = quad[3] + (quad[2] - quad[3]) * u
    return top + (low - top) * v


def patch(quad: Quad, u: float, v: float, w: float, h: float) -> str:
    """A panel on a sheet."""
    return poly(
        [
            inside(quad, u, v),
            inside(quad, u + w, v),
            inside(quad, u + w, v + h),
            inside(quad, u, v + h),
        ]
    )


def script(
    art: Art,
    quad: Quad,
    rows: int,
    color: str,
    width: float,
    seed: int = 1,
    area: tuple[float, float, float, float] = (0.1, 0.1, 0.8, 0.8),
    flow: bool = False,
) -> str:
    """Rows that read as writing from afar; ``flow`` swings them like Nastaliq."""
    rng = random.Random(seed)
    u0, v0, uw, vh = area
    row = vh / rows
    out = []
    for r in range(rows):
        v = v0 + row * (r + 0.5)
        u = u0 + uw
        end = u0 if r % 5 != 4 else u0 + uw * rng.uniform(0.3, 0.6)
        while u > end + 0.02:
            step = min(rng.uniform(0.07, 0.16) * uw, u - end)
            if flow:
                out.append(_word(art, quad, u, v, step, row, color, width, rng))
            else:
                spots = [inside(quad, u, v), inside(quad, u - step * 0.86, v)]
                out.append(art.line(poly(spots, False), color, width, 0.75))
            u -= step + (0.012 if flow else 0.02) * uw
    return "".join(out)


def _word(
    art: Art,
    quad: Quad,
    u: float,
    v: float,
    w: float,
    row: float,
    color: str,
    width: float,
    rng: random.Random,
) -> str:
    """A word-like cluster: it falls from the right to a bowl on the left."""

    def curve(*spots: tuple[float, float]) -> str:
        way = [inside(quad, u - w * a, v + row * b) for a, b in spots]
        return art.line(smooth(way, False, 0.9), color, width * rng.uniform(0.75, 1.2))

    shape = rng.randrange(4)
    if shape == 0:
        out = curve((0.1, -0.38), (0.13, 0.2)) + curve(
            (0.3, -0.12), (0.42, 0.02), (0.56, 0.0), (0.66, 0.22), (0.84, 0.26), (0.98, 0.02)
        )
    elif shape == 1:
        out = curve(
            (0.04, -0.22), (0.16, -0.06), (0.3, -0.1), (0.42, 0.06), (0.6, 0.04), (0.9, 0.1)
        )
    elif shape == 2:
        out = curve((0.1, -0.1), (0.22, 0.1), (0.5, 0.3), (0.82, 0.2), (0.96, -0.08))
        out += curve((0.55, -0.4), (0.6, -0.02))
    else:
        out = curve((0.02, -0.05), (0.3, 0.06), (0.7, 0.04), (0.98, 0.08)) + curve(
            (0.72, -0.38), (0.36, -0.2), (0.62, 0.04)
        )
    for _ in range(rng.choice((0, 1, 1, 2))):
        dot = inside(quad, u - w * rng.uniform(0.25, 0.8), v + row * rng.choice((-0.32, 0.36)))
        out += art.flat(ellipse(dot, width * 0.6), color)
    return out


def sheet(art: Art, quad: Quad, color: str = "", thick: float = 0) -> str:
    """A sheet of paper lying or hanging, with the soft dark beneath it."""
    color = color or art.p.light
    drop = complex(-art.light * 7, 9)
    out = art.flat(poly([q + drop for q in quad]), art.p.ink, 0.22)
    if thick:
        side = [quad[3], quad[2], quad[2] + 1j * thick, quad[3] + 1j * thick]
        out += art.form(poly(side), deepen(color, 0.3), amount=0.4)
    return out + art.form(poly(quad), color, deepen(color, 0.5), 0.4)


def table(art: Art, x: float, y: float, w: float, h: float, color: str, depth: float = 26) -> str:
    """A plain table: (x, y) is the left foot, its top at y - h."""
    st = Stamp(art, x, y, 1)
    for lx in (w * 0.04, w * 0.9):
        st.box(lx, 0, w * 0.055, h, deepen(color, 0.35), 0.5)
    st.form(
        [(0, h), (depth * 0.7, h + depth), (w - depth * 0.7, h + depth), (w, h)],
        lift(color, 0.14),
        0.3,
    )
    st.box(0, h - 18, w, 20, color, 0.6)
    st.box(w * 0.05, h - 44, w * 0.9, 26, deepen(color, 0.3), 0.5)
    return st.svg()


def crate(art: Art, x: float, y: float, w: float, h: float, color: str, depth: float = 0.3) -> str:
    """A box with a lit top and a shaded side; (x, y) its front left foot."""
    st = Stamp(art, x, y, 1)
    d = w * depth
    if art.light < 0:
        st.form([(w, 0), (w + d, d * 0.6), (w + d, h + d * 0.6), (w, h)], deepen(color, 0.42), 0.4)
        st.form([(0, h), (d, h + d * 0.6), (w + d, h + d * 0.6), (w, h)], lift(color, 0.25), 0.3)
    else:
        st.form([(0, 0), (-d, d * 0.6), (-d, h + d * 0.6), (0, h)], deepen(color, 0.42), 0.4)
        st.form([(0, h), (-d, h + d * 0.6), (w - d, h + d * 0.6), (w, h)], lift(color, 0.25), 0.3)
    st.box(0, 0, w, h, color, 0.5)
    return st.svg()


def ballot_box(art: Art, x: float, y: float, w: float, color: str, clear: bool = False) -> str:
    """A ballot box with its slot; ``clear`` shows the folded papers within."""
    h, d = w * 0.92, w * 0.3
    st = Stamp(art, x, y, 1)
    if not clear:
        st.out.append(crate(art, x, y, w, h, color))
    else:
        rng = random.Random(int(w))
        st.form([(0, 0), (0, h), (w, h), (w, 0)], mix(color, art.p.light, 0.2), 0.3)
        st.form([(w, 0), (w + d, d * 0.6), (w + d, h + d * 0.6), (w, h)], deepen(color, 0.25), 0.4)
        for _ in range(34):
            px, py = rng.uniform(0.06, 0.8) * w, rng.uniform(0.02, 0.42) * h
            tone = mix(art.p.light, art.p.far, rng.uniform(0, 0.5))
            a, b = rng.uniform(0.1, 0.2) * w, rng.uniform(-0.06, 0.09) * h
            st.form(
                [
                    (px, py),
                    (px + a, py + b),
                    (px + a * 0.9, py + b + h * 0.1),
                    (px - a * 0.1, py + h * 0.09),
                ],
                tone,
                0.4,
            )
        st.flat([(0, 0), (0, h), (w, h), (w, 0)], color, 0, 0.3)
        st.flat([(w * 0.06, 0), (w * 0.06, h), (w * 0.2, h), (w * 0.12, 0)], art.p.light, 0, 0.35)
        st.form([(0, h), (d, h + d * 0.6), (w + d, h + d * 0.6), (w, h)], deepen(color, 0.3), 0.4)
        st.line([(0, 0), (0, h), (w, h), (w, 0), (0, 0)], lift(color, 0.4), w * 0.016)
        st.line(
            [(w, h), (w + d, h + d * 0.6), (w + d, d * 0.6), (w, 0)], lift(color, 0.3), w * 0.012
        )
    side = -d if art.light > 0 and not clear else d
    slot = [(w * 0.28 + side * 0.5, h + d * 0.3), (w * 0.72 + side * 0.5, h + d * 0.3)]
    st.line(slot, art.p.ink, w * 0.035)
    return st.svg()


def shelf(
    art: Art,
    area: tuple[float, float, float, float],
    rows: int,
    wood: str,
    inks: Sequence[str],
    seed: int = 1,
    dim: float = 0,
) -> str:
    """A case of books filling x, y, width, height."""
    x, y, w, h = area
    rng = random.Random(seed)
    out = [art.flat(box(x, y, w, h), deepen(wood, 0.62))]
    step = h / rows
    for r in range(rows):
        foot = y + (r + 1) * step - step * 0.09
        bx = x + 6
        while bx < x + w - 14:
            bw = rng.uniform(0.1, 0.24) * step
            bh = rng.uniform(0.62, 0.84) * step
            if rng.random() < 0.05:
                bx += bw * 1.6
                continue
            bw = min(bw, x + w - 4 - bx)
            tone = deepen(rng.choice(list(inks)), rng.uniform(0, 0.35) + dim)
            out.append(art.form(box(bx, foot - bh, bw - 1.5, bh), tone, amount=0.45))
            for band in (0.16, 0.78):
                if rng.random() < 0.65:
                    out.append(
                        art.flat(box(bx, foot - bh * band - 4, bw - 1.5, 3.4), lift(tone, 0.4), 0.7)
                    )
            bx += bw
        out.append(art.flat(box(x, foot, w, step * 0.09), wood))
        out.append(art.flat(box(x, foot + step * 0.09, w, step * 0.08), art.p.ink, 0.35))
    for side in (x - 10, x + w):
        out.append(art.form(box(side, y, 12, h), wood, amount=0.5))
    return "".join(out)


def books(
    art: Art, x: float, y: float, w: float, count: int, inks: Sequence[str], seed: int = 1
) -> str:
    """A stack of lying books, spines out, centered on x."""
    rng = random.Random(seed)
    out, yy = [], y
    for i in range(count):
        bw, bh = w * rng.uniform(0.8, 1), w * rng.uniform(0.1, 0.16)
        bx = x - bw / 2 + rng.uniform(-0.05, 0.05) * w
        tone = inks[(i + seed) % len(inks)]
        out.append(art.form(box(bx, yy - bh, bw, bh, bh * 0.16), tone, deepen(tone, 0.6), 0.7))
        page_x = bx + bw * (0.72 if art.light < 0 else 0.0)
        out.append(
            art.form(
                box(page_x, yy - bh * 0.84, bw * 0.28, bh * 0.68),
                mix(art.p.light, tone, 0.16),
                amount=0.35,
            )
        )
        out.append(art.flat(box(bx + bw * 0.38, yy - bh, bw * 0.03, bh), lift(tone, 0.45), 0.8))
        yy -= bh
    return "".join(out)
