"""Heads: faces kept to a hint, hair, scarves and hats."""

from __future__ import annotations

from collections.abc import Sequence

from pictures.art import Art
from pictures.color import deepen, lift
from pictures.figure import Frame
from pictures.geometry import Point, limb, polar, smooth

_PROFILE = [
    (-0.5, -6.9),
    (3.4, -5.6),
    (4.9, -2.6),
    (4.8, -0.6),
    (6.1, 1.7),
    (5.0, 2.6),
    (5.0, 4.2),
    (4.0, 6.5),
    (0.8, 5.6),
    (-2.4, 3.0),
    (-4.8, 1.0),
    (-6.0, -2.2),
    (-4.3, -5.5),
]
_FRONT = [
    (0, -6.9),
    (3.7, -5.4),
    (5.0, -2.4),
    (5.1, -0.6),
    (4.9, 1.4),
    (4.6, 2.6),
    (3.9, 4.4),
    (1.7, 6.7),
    (-1.4, 6.8),
    (-3.9, 4.4),
    (-4.9, 1.2),
    (-5.1, -2.0),
    (-3.8, -5.4),
]
_HAIR_SIDE = [
    (4.3, -4.4),
    (3.2, -7.0),
    (-0.8, -8.1),
    (-5.2, -6.4),
    (-6.9, -2.2),
    (-5.6, 2.4),
    (-3.6, 2.2),
    (-2.9, -0.6),
    (-1.0, -1.0),
    (-0.2, -3.0),
    (2.0, -4.6),
]
_HAIR_FRONT = [
    (4.9, -3.0),
    (4.1, -6.4),
    (0, -8.1),
    (-4.2, -6.6),
    (-5.7, -2.2),
    (-5.3, 0.2),
    (-4.9, 0.0),
    (-4.6, -2.4),
    (-3.0, -4.2),
    (0.6, -4.9),
    (3.6, -4.2),
]


class Head:
    """Draws in the head's own measure, from its middle, forward and down."""

    def __init__(self, art: Art, frame: Frame) -> None:
        self.art, self.f = art, frame
        tilt = frame.pose.lean * 0.35 + frame.pose.nod
        self.x_axis = polar(90 - tilt, 1)
        self.turn = frame.pose.turn

    def spot(self, x: float, y: float) -> Point:
        """A place on the head, in the picture."""
        return self.f.out(self.f.head + self.x_axis * complex(x, y) * self.f.head_scale)

    def path(self, points: Sequence[tuple[float, float]], ease: float = 0.5) -> str:
        """A closed curve on the head."""
        return smooth([self.spot(*p) for p in points], ease=ease)

    def between(
        self, side: Sequence[tuple[float, float]], front: Sequence[tuple[float, float]]
    ) -> list[tuple[float, float]]:
        """Outline points turned partway from the profile to the front."""
        t = min(1.0, self.turn)
        return [
            (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
            for a, b in zip(side, front, strict=True)
        ]

    def face(self, skin: str) -> str:
        """The skull and jaw, with brow, eye and mouth when near enough to see."""
        art, s = self.art, self.f.s
        outline = self.path(self.between(_PROFILE, _FRONT))
        out = art.form(outline, skin, deepen(skin, 0.4), amount=0.5, hold=0.5)
        if s < 1.7:
            return out
        dark, t = deepen(skin, 0.72), self.turn
        eyes = [3.3 - 1.3 * t] + ([3.0 - 5.2 * t] if t > 0.3 else [])
        for x in eyes:
            lid = [self.spot(x - 0.9, -0.9), self.spot(x, -0.45), self.spot(x + 0.8, -0.9)]
            out += art.line(smooth(lid, closed=False), dark, s * 0.5, 0.9)
            brow = [self.spot(x - 1.2, -2.5), self.spot(x + 0.1, -3.0), self.spot(x + 1.2, -2.6)]
            out += art.line(smooth(brow, closed=False), dark, s * 0.55, 0.8)
        mid = 4.1 - 4.0 * t
        mouth = [self.spot(mid - 1.0, 3.9), self.spot(mid, 4.25), self.spot(mid + 0.8, 3.85)]
        out += art.line(smooth(mouth, closed=False), dark, s * 0.45, 0.7)
        if t > 0.3:
            nose = [self.spot(mid + 0.5, -0.2), self.spot(mid + 1.1, 1.9), self.spot(mid, 2.2)]
            out += art.line(smooth(nose, closed=False), dark, s * 0.4, 0.45)
        if t < 0.6:
            out += art.flat(
                self.path([(-2, -1), (-0.7, -0.8), (-0.9, 1.5), (-1.9, 1.3)]), deepen(skin, 0.18)
            )
        return out

    def mask(self, color: str) -> str:
        """A cloth mask over nose and mouth."""
        side = [
            (-1.4, 1.2),
            (2.5, 0.6),
            (5.6, 1.0),
            (6.2, 3.0),
            (4.6, 6.6),
            (1.6, 6.0),
            (-1.0, 3.4),
        ]
        front = [(-4.7, 1.2), (-2, 0.9), (2.4, 0.9), (4.8, 1.2), (3.8, 4.8), (0, 7.0), (-3.8, 4.8)]
        return self.art.form(self.path(self.between(side, front)), color, amount=0.4)

    def beard(self, color: str) -> str:
        """A full short beard with a moustache."""
        side = [
            (-1.6, 0.4),
            (-0.2, 2.6),
            (3.0, 2.7),
            (5.1, 2.6),
            (5.2, 5.0),
            (4.2, 8.6),
            (1.0, 7.6),
            (-2.2, 4.2),
        ]
        front = [
            (-4.8, 0.6),
            (-3.2, 2.9),
            (0, 2.7),
            (3.2, 2.9),
            (4.8, 0.6),
            (3.8, 5.8),
            (0, 8.8),
            (-3.8, 5.8),
        ]
        return self.art.form(self.path(self.between(side, front)), color, amount=0.5)

    def mustache(self, color: str) -> str:
        """A mustache alone."""
        mid = 4.6 - 4.6 * self.turn
        ends = [(mid - 2.2, 3.7), (mid, 2.7), (mid + 1.4 + self.turn, 3.6)]
        return self.art.line(
            smooth([self.spot(*p) for p in ends], closed=False), color, self.f.s * 1.2
        )

    def hair(self, color: str, style: str = "short") -> str:
        """Hair: short, bun, braid, long, or the back of a head."""
        art, out = self.art, ""
        if style == "long":
            out += art.form(
                self.path(
                    [(-1, -8), (-6.6, -5), (-7.4, 3), (-6.8, 12), (-2, 13), (0.5, 8), (0, 0)]
                ),
                color,
                amount=0.5,
            )
        if style == "braid":
            spine = [
                self.spot(-5.5, -1),
                self.spot(-6.8, 6),
                self.spot(-5.6, 14),
                self.spot(-6.2, 21),
            ]
            out += art.form(limb(spine, [w * self.f.s for w in (4.4, 4, 3.2, 1.2)]), color)
        if style == "bun":
            out += art.form(self.path([(-5, -5), (-8.6, -4.6), (-9, -1), (-6, 0.4)]), color)
        if self.f.pose.back:
            full = [
                (0, -8),
                (4.4, -6.2),
                (5.6, -1.8),
                (4.4, 3.6),
                (0, 5.2),
                (-4.4, 3.6),
                (-5.6, -1.8),
                (-4.4, -6.2),
            ]
            return out + art.form(self.path(full), color, lift(color, 0.2), amount=0.3)
        return out + art.form(self.path(self.between(_HAIR_SIDE, _HAIR_FRONT)), color, amount=0.5)

    def scarf(self, color: str, close: bool = False) -> str:
        """A dupatta over the head and shoulders; ``close`` wraps the chin."""
        art, f, t = self.art, self.f, self.turn
        crown = [
            (4.2 + 0.8 * t, -4.8),
            (2.6, -7.8),
            (-1.2, -8.7),
            (-5.6, -6.8),
            (-7.4, -1.8),
            (-6.8 + 0.6 * t, 3.8),
        ]
        outer = [self.spot(*p) for p in crown]
        outer += [
            f.out(f.body(*p))
            for p in (
                (-6.2 - 2.2 * t, 0.4),
                (-f.sx - 3.6, 5.5),
                (-f.sx - 2, 12),
                (1.5, 13.5),
                (f.sx + 2.4, 8.5),
                (f.sx + 1.4, 2.6),
            )
        ]
        if f.pose.back:
            outer += [self.spot(6.4, 3.4), self.spot(6, -4)]
            return art.form(smooth(outer), color, deepen(color, 0.55), 0.8)
        edge = [
            (3.6 + t, 6.9),
            (1.2 - 1.4 * t, 5.4 + t),
            (-1.2 - 3.1 * t, 0.6),
            (-0.2 - 4.2 * t, -3.2),
            (1.9 - 2 * t, -5.0),
        ]
        if close:
            edge = [
                (4.8, 5.9),
                (2.2 - t, 6.2 + 0.6 * t),
                (-0.1 - 3.9 * t, 1.6),
                (0.9 - 5 * t, -3.0),
                (2.6 - 3 * t, -5.3),
            ]
        if t > 0.55:
            edge = [(4.7, 3.2), (2.4, 7.2), (-2.4, 7.2), (-4.5, 2), (-4.3, -2.6), (0.6, -5.6)]
            outer = [*outer[1:], self.spot(6.2, 2.8), self.spot(5.8, -3.6)]
            outer = [*outer, self.spot(4.4, -6.6)]
            ring = smooth(outer) + smooth([self.spot(*p) for p in [*edge, (4.4, -2.6)]])
            shade = art.grained(ring, deepen(color, 0.55), 0.8)
            return (art.flat(ring, color) + shade).replace("<path ", '<path fill-rule="evenodd" ')
        outline = smooth(outer + [self.spot(*p) for p in edge])
        fold = smooth(
            [self.spot(-3.4, -3), self.spot(-4.6, 3), f.out(f.body(-3, 2)), f.out(f.body(2, 8))],
            closed=False,
        )
        return art.form(outline, color, deepen(color, 0.55), 0.8) + art.line(
            fold, deepen(color, 0.4), f.s * 0.5, 0.5
        )
