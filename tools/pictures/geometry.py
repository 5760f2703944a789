"""Outlines as SVG path data.  Points are complex numbers, y growing downward."""

from __future__ import annotations

import cmath
import itertools
import math
import random
from collections.abc import Sequence

Point = complex


def num(value: float) -> str:
    """A number as short as a tenth of a pixel allows."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if value else "0"


def at(point: Point) -> str:
    """A point as path data."""
    return f"{num(point.real)} {num(point.imag)}"


def poly(points: Sequence[Point], closed: bool = True) -> str:
    """Straight edges through the points."""
    return "M" + "L".join(at(p) for p in points) + ("Z" if closed else "")


def smooth(points: Sequence[Point], closed: bool = True, ease: float = 0.5) -> str:
    """A Catmull-Rom curve through the points; ``ease`` 0 is straight."""
    count = len(points)
    if count < 3:
        return poly(points, closed=False)
    out = ["M" + at(points[0])]
    for i in range(count if closed else count - 1):
        if closed:
            a, b = points[i - 1], points[i]
            c, d = points[(i + 1) % count], points[(i + 2) % count]
        else:
            a, b = points[max(i - 1, 0)], points[i]
            c, d = points[i + 1], points[min(i + 2, count - 1)]
        k = ease / 3
        out.append(f"C{at(b + (c - a) * k)} {at(c - (d - b) * k)} {at(c)}")
    return "".join(out) + ("Z" if closed else "")


def ellipse(center: Point, rx: float, ry: float | None = None, tilt: float = 0) -> str:
    """An ellipse as a path, tilted by degrees."""
    ry = rx if ry is None else ry
    turn = cmath.exp(1j * math.radians(tilt))
    a, b = center - rx * turn, center + rx * turn
    arc = f"A{num(rx)} {num(ry)} {num(tilt)} 1 1 "
    return f"M{at(a)}{arc}{at(b)}{arc}{at(a)}Z"


def box(x: float, y: float, w: float, h: float, r: float = 0) -> str:
    """A rectangle, its corners rounded by ``r``."""
    if not r:
        return f"M{num(x)} {num(y)}h{num(w)}v{num(h)}h{num(-w)}Z"
    r = min(r, w / 2, h / 2)
    q = f"{num(r)} {num(r)} 0 0 1 "
    return (
        f"M{num(x + r)} {num(y)}h{num(w - 2 * r)}a{q}{num(r)} {num(r)}v{num(h - 2 * r)}"
        f"a{q}{num(-r)} {num(r)}h{num(2 * r - w)}a{q}{num(-r)} {num(-r)}v{num(2 * r - h)}"
        f"a{q}{num(r)} {num(-r)}Z"
    )


def limb(points: Sequence[Point], widths: Sequence[float], rounded: bool = True) -> str:
    """A tapering tube along the points: an arm, a leg, a branch."""
    left: list[Point] = []
    right: list[Point] = []
    for i, p in enumerate(points):
        before = points[max(i - 1, 0)]
        after = points[min(i + 1, len(points) - 1)]
        way = after - before
        way = way / (abs(way) or 1)
        side = way * 1j * widths[i] / 2
        left.append(p + side)
        right.append(p - side)
    if rounded:
        way = points[-1] - points[-2]
        left.append(points[-1] + way / (abs(way) or 1) * widths[-1] * 0.5)
        way = points[0] - points[1]
        right.insert(0, points[0] + way / (abs(way) or 1) * widths[0] * 0.36)
    return smooth(left + right[::-1], ease=0.5 if len(points) > 2 else 0.42)


def bend(start: Point, end: Point, one: float, two: float, side: float = 1) -> Point:
    """The elbow between a start and an end, for bones of two lengths."""
    reach = min(max(abs(end - start), abs(one - two) * 1.01 + 0.01), (one + two) * 0.999)
    angle = math.acos((one**2 + reach**2 - two**2) / (2 * one * reach))
    way = (end - start) / (abs(end - start) or 1)
    return start + one * way * cmath.exp(1j * angle * side)


def reach_to(start: Point, end: Point, longest: float) -> Point:
    """The end, pulled in to what the bones can reach."""
    span = abs(end - start)
    return end if span <= longest else start + (end - start) / span * longest


def polar(angle: float, length: float) -> Point:
    """A vector hanging ``angle`` degrees forward of straight down."""
    rad = math.radians(angle)
    return complex(math.sin(rad), math.cos(rad)) * length


def noise(seed: int, count: int, roughness: float = 0.55) -> list[float]:
    """Midpoint-displaced heights between -1 and 1, ``count`` of them."""
    rng = random.Random(seed)
    values = [rng.uniform(-1, 1), rng.uniform(-1, 1)]
    swing = 1.0
    while len(values) < count:
        swing *= roughness
        grown = [values[0]]
        for a, b in itertools.pairwise(values):
            grown += [(a + b) / 2 + rng.uniform(-swing, swing), b]
        values = grown
    top = max(abs(v) for v in values) or 1
    step = (len(values) - 1) / (count - 1)
    return [values[round(i * step)] / top for i in range(count)]


def star(center: Point, outer: float, inner: float, arms: int = 8, tilt: float = 0) -> str:
    """A pointed star, as on a tile."""
    points = []
    for i in range(arms * 2):
        radius = outer if i % 2 == 0 else inner
        points.append(center + radius * cmath.exp(1j * (math.pi * i / arms + math.radians(tilt))))
    return poly(points)
