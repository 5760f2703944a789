"""Ornament: ajrak bands, star tiles, lattices, rugs."""

from __future__ import annotations

import math

from pictures.art import Art
from pictures.color import deepen, lift
from pictures.geometry import box, ellipse, poly, star
from pictures.things import Quad, inside, patch


def ajrak(
    art: Art, x: float, y: float, w: float, h: float, ground: str, mark: str, dot: str
) -> str:
    """A block-printed band: stars and rosettes between ruled edges."""
    out = [art.form(box(x, y, w, h), ground, amount=0.3)]
    count = max(2, round(w / h))
    step = w / count
    for i in range(count):
        c = complex(x + (i + 0.5) * step, y + h / 2)
        out.append(art.flat(star(c, h * 0.36, h * 0.2, 8), mark))
        out.append(art.flat(ellipse(c, h * 0.14), ground))
        out.append(art.flat(ellipse(c, h * 0.07), dot))
        for dy in (-0.28, 0.28):
            out.append(art.flat(ellipse(c + step / 2 + 1j * h * dy, h * 0.05), dot))
        out.append(art.flat(star(c + step / 2, h * 0.13, h * 0.05, 4), dot))
    for yy in (y + h * 0.04, y + h * 0.92):
        out.append(art.flat(box(x, yy, w, h * 0.04), mark))
    return art.clipped(box(x, y, w, h), *out)


def tiles(art: Art, quad: Quad, columns: int, rows: int, color: str, strength: float = 0.4) -> str:
    """Eight-pointed stars over a floor or a wall."""
    out = []
    for r in range(rows):
        for c in range(columns):
            u, v = (c + 0.5) / columns, (r + 0.5) / rows
            center = inside(quad, u, v)
            du = inside(quad, u + 0.5 / columns, v) - center
            dv = inside(quad, u, v + 0.5 / rows) - center
            points = []
            for i in range(16):
                a, b = _TURN[i]
                k = 0.82 if i % 2 == 0 else 0.56
                points.append(center + du * a * k + dv * b * k)
            out.append(art.flat(poly(points), color, strength))
    return "".join(out)


def lattice(
    art: Art,
    outline: str,
    area: tuple[float, float, float, float],
    step: float,
    color: str,
    width: float = 5,
) -> str:
    """A carved screen of crossing bars and stars inside an outline."""
    x, y, w, h = area
    out = []
    for i in range(int((w + h) / step) + 1):
        out.append(
            art.line(
                poly([complex(x + i * step, y), complex(x + i * step - h, y + h)], False),
                color,
                width,
            )
        )
        out.append(
            art.line(
                poly([complex(x + w - i * step, y), complex(x + w - i * step + h, y + h)], False),
                color,
                width,
            )
        )
    for r in range(int(h / step) + 1):
        for c in range(int(w / step) + 1):
            out.append(
                art.flat(
                    star(complex(x + c * step, y + r * step), step * 0.24, step * 0.1, 8), color
                )
            )
    return art.clipped(outline, *out)


def rug(art: Art, quad: Quad, ground: str, border: str, mark: str) -> str:
    """A rug in perspective: borders and a row of medallions."""
    out = art.form(poly(quad), ground, deepen(ground, 0.5), 0.5)
    for inset, tone in (
        (0.03, border),
        (0.085, ground),
        (0.11, mark),
        (0.125, deepen(ground, 0.2)),
    ):
        out += art.flat(patch(quad, inset, inset, 1 - 2 * inset, 1 - 2 * inset), tone)
    for i in range(5):
        u = 0.2 + 0.15 * i
        diamond = [
            inside(quad, u, 0.25),
            inside(quad, u + 0.07, 0.5),
            inside(quad, u, 0.75),
            inside(quad, u - 0.07, 0.5),
        ]
        out += art.flat(poly(diamond), border)
        small = [
            inside(quad, u, 0.38),
            inside(quad, u + 0.033, 0.5),
            inside(quad, u, 0.62),
            inside(quad, u - 0.033, 0.5),
        ]
        out += art.flat(poly(small), mark)
    for i in range(24):
        v = (i + 0.5) / 24
        for u in (-0.012, 1.012):
            a, b = inside(quad, u, v), inside(quad, 0.0 if u < 0 else 1.0, v)
            out += art.line(poly([a, b], False), lift(ground, 0.5), 2)
    return out


def _turns() -> list[tuple[float, float]]:
    return [(math.cos(math.pi * i / 8), math.sin(math.pi * i / 8)) for i in range(16)]


_TURN = _turns()
