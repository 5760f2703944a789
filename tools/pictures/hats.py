"""What is worn on the head in each of the country's weathers."""

from __future__ import annotations

from pictures.color import deepen, lift, mix
from pictures.geometry import limb, smooth
from pictures.heads import Head


def hat(head: Head, kind: str, color: str) -> str:
    """A pakol, topi, turban, beanie, cap, hard hat or batting helmet."""
    art, s = head.art, head.f.s
    dark = deepen(color, 0.45)
    band = [head.spot(-6.0, -2.6), head.spot(-0.5, -4.2), head.spot(5.4, -3.9)]
    if kind == "pakol":
        disc = head.path([(-6.8, -5.6), (-4, -8.2), (1, -8.9), (5.6, -7.6), (6.6, -5.6), (0, -5)])
        return art.form(disc, color, dark) + art.form(
            limb(band, [3.2 * s] * 3), lift(color, 0.1), dark
        )
    if kind == "topi":
        dome = head.path(
            [(-6, -2.4), (-5.6, -6.6), (-1, -8.6), (4, -7.4), (5.2, -4), (0, -3.6)], 0.35
        )
        return art.form(dome, color, dark, 0.6) + art.line(
            smooth(band, closed=False), dark, s * 0.7, 0.5
        )
    if kind == "turban":
        out = art.form(
            head.path(
                [
                    (-6.6, -1.6),
                    (-7.4, -6.4),
                    (-2, -10.6),
                    (4, -9.6),
                    (6.8, -5.6),
                    (5.4, -2.9),
                    (0, -3.4),
                ]
            ),
            color,
            dark,
        )
        for a, b, c in (
            ((-6.4, -2.2), (0, -8.6), (6.2, -4.4)),
            ((-7, -5), (-1, -10), (5, -7.6)),
            ((-4, -2.6), (2, -6.4), (6.2, -3.4)),
        ):
            way = smooth([head.spot(*a), head.spot(*b), head.spot(*c)], closed=False)
            out += art.line(way, mix(color, dark, 0.6), s * 0.6, 0.8)
        return out
    if kind == "beanie":
        dome = head.path(
            [(-6.3, -1.4), (-6.2, -6.4), (-1, -9.4), (4.2, -7.8), (5.5, -3.6), (0, -3)]
        )
        return art.form(dome, color, dark) + art.line(
            smooth(band, closed=False), lift(color, 0.2), s * 2.2
        )
    if kind == "cap":
        dome = head.path([(-6, -2.2), (-5.8, -6.4), (-1, -8.8), (4, -7.4), (5.3, -3.8), (0, -3.4)])
        peak = head.path([(3, -4.4), (8.6, -3.4), (9, -2.6), (4.8, -2.8)])
        return art.form(peak, dark, amount=0.4) + art.form(dome, color, dark)
    dome = head.path([(-6.8, -1.6), (-6.6, -6.6), (-1, -9.8), (5, -8), (6.2, -3.6), (0, -2.8)])
    brim = [head.spot(-7.4, -1.6), head.spot(0, -2.9), head.spot(7.8, -3.2)]
    out = art.form(dome, color, dark) + art.form(limb(brim, [1.6 * s] * 3), color, dark)
    if kind == "helmet":
        for y in (-0.6, 1.4, 3.4):
            bar = smooth(
                [head.spot(-1, y - 0.6), head.spot(4, y + 0.4), head.spot(7, y - 0.4)],
                closed=False,
            )
            out += art.line(bar, dark, s * 0.6)
    return out
