"""An object's own measure: draw it upright at the origin, stamp it anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from pictures.art import Art
from pictures.color import deepen
from pictures.geometry import Point, ellipse, limb, poly, smooth

Spot = tuple[float, float]


class Stamp:
    """Places marks given in units of ``s`` pixels, x forward and y upward."""

    def __init__(self, art: Art, x: float, y: float, s: float = 1, face: int = 1) -> None:
        self.art, self.x, self.y, self.s, self.face = art, x, y, s, face
        self.out: list[str] = []

    def p(self, x: float, y: float) -> Point:
        """A spot in the picture."""
        return complex(self.x + self.face * x * self.s, self.y - y * self.s)

    def edges(self, spots: Sequence[Spot], curve: float = 0) -> str:
        """The outline through spots, straight or curved."""
        points = [self.p(*spot) for spot in spots]
        return smooth(points, ease=curve) if curve else poly(points)

    def form(
        self,
        spots: Sequence[Spot],
        color: str,
        amount: float = 0.6,
        curve: float = 0,
        angle: str = "",
        shade: str = "",
    ) -> None:
        """A shaded shape."""
        self.out.append(
            self.art.form(
                self.edges(spots, curve), color, shade or deepen(color, 0.6), amount, angle
            )
        )

    def flat(self, spots: Sequence[Spot], color: str, curve: float = 0, opacity: float = 1) -> None:
        """A plain shape."""
        self.out.append(self.art.flat(self.edges(spots, curve), color, opacity))

    def box(self, x: float, y: float, w: float, h: float, color: str, amount: float = 0.6) -> None:
        """A shaded rectangle standing on (x, y)."""
        self.form([(x, y), (x, y + h), (x + w, y + h), (x + w, y)], color, amount)

    def disc(
        self, x: float, y: float, r: float, color: str, ry: float = 0, amount: float = 0
    ) -> None:
        """A disc or an upright ellipse."""
        outline = ellipse(self.p(x, y), r * self.s, (ry or r) * self.s)
        self.out.append(
            self.art.form(outline, color, amount=amount)
            if amount
            else self.art.flat(outline, color)
        )

    def line(
        self,
        spots: Sequence[Spot],
        color: str,
        width: float = 1,
        curve: float = 0,
        opacity: float = 1,
    ) -> None:
        """A stroke; its width is in the object's measure."""
        points = [self.p(*spot) for spot in spots]
        way = smooth(points, False, curve) if curve else poly(points, False)
        self.out.append(self.art.line(way, color, width * self.s, opacity))

    def rod(
        self, spots: Sequence[Spot], widths: Sequence[float], color: str, amount: float = 0.6
    ) -> None:
        """A tapering rod through spots."""
        outline = limb([self.p(*spot) for spot in spots], [w * self.s for w in widths])
        self.out.append(self.art.form(outline, color, deepen(color, 0.6), amount))

    def shadow(self, x: float, w: float, h: float = 0, opacity: float = 0.25) -> None:
        """The dark under an object."""
        outline = ellipse(self.p(x, 0), w * self.s, (h or w * 0.08) * self.s)
        self.out.append(self.art.flat(outline, self.art.p.ink, opacity))

    def wheel(self, x: float, r: float, hub: str = "#b9b2a6", y: float | None = None) -> None:
        """A tire with its hub, touching the ground."""
        y = r if y is None else y
        ink = self.art.p.ink
        self.disc(x, y, r, deepen(ink, 0.3))
        self.disc(x, y, r * 0.72, deepen(self.art.p.near, 0.4))
        self.disc(x, y, r * 0.5, hub, amount=0.7)
        self.disc(x, y, r * 0.16, ink)

    def svg(self) -> str:
        """What was stamped."""
        return "".join(self.out)
