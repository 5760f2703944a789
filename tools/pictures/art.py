"""A picture under composition: its inks, its light, its definitions and layers."""

from __future__ import annotations

import random
from collections.abc import Sequence

from pictures.color import brightness, mix
from pictures.geometry import Point, ellipse, num, smooth
from pictures.palette import Palette

WIDTH, HEIGHT = 1600, 1000
Stop = tuple[float, str, float]


class Art:
    """Collects SVG layers from the back of the picture to the front."""

    def __init__(self, inks: Palette, seed: int, light: int = -1) -> None:
        """``light`` is -1 when it falls from the left, 1 from the right."""
        self.p = inks
        self.rng = random.Random(seed)
        self.seed = seed
        self.light = light
        self.defs: list[str] = []
        self.layers: list[str] = []
        self._count = 0

    def add(self, *svg: str) -> None:
        """Lay pieces over what is there."""
        self.layers.extend(svg)

    def uid(self) -> str:
        """A fresh name for a definition."""
        self._count += 1
        return f"d{self._count}"

    def gradient(self, stops: Sequence[Stop], angle: str = "down") -> str:
        """A linear gradient over the painted shape; returns its paint."""
        name = self.uid()
        x1, y1, x2, y2 = {
            "down": (0, 0, 0, 1),
            "up": (0, 1, 0, 0),
            "right": (0, 0, 1, 0),
            "left": (1, 0, 0, 0),
            "slant": (0.1, 0, 0.9, 1),
            "slant-left": (0.9, 0, 0.1, 1),
        }[angle]
        body = "".join(
            f'<stop offset="{num(o * 100)}%" stop-color="{c}" stop-opacity="{a:.2f}"/>'
            for o, c, a in stops
        )
        self.defs.append(
            f'<linearGradient id="{name}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">'
            f"{body}</linearGradient>"
        )
        return f"url(#{name})"

    def glow(self, center: Point, radius: float, color: str, strength: float = 0.8) -> str:
        """A soft disc of light."""
        name = self.uid()
        self.defs.append(
            f'<radialGradient id="{name}"><stop offset="0" stop-color="{color}" '
            f'stop-opacity="{strength}"/><stop offset="45%" stop-color="{color}" '
            f'stop-opacity="{strength * 0.38:.2f}"/>'
            f'<stop offset="1" stop-color="{color}" stop-opacity="0"/></radialGradient>'
        )
        return f'<path d="{ellipse(center, radius)}" fill="url(#{name})"/>'

    def clipped(self, outline: str, *svg: str) -> str:
        """Pieces seen only inside an outline."""
        name = self.uid()
        self.defs.append(f'<clipPath id="{name}"><path d="{outline}"/></clipPath>')
        return f'<g clip-path="url(#{name})">{"".join(svg)}</g>'

    def flat(self, outline: str, color: str, opacity: float = 1) -> str:
        """A plain shape."""
        fade = "" if opacity >= 1 else f' opacity="{opacity:.2f}"'
        return f'<path d="{outline}" fill="{color}"{fade}/>'

    def painted(self, outline: str, paint: str, blur: int = 0, opacity: float = 1) -> str:
        """A shape filled with a gradient's paint, its edge blurred by 4, 12 or 30."""
        fade = "" if opacity >= 1 else f' opacity="{opacity:.2f}"'
        haze = f' filter="url(#blur{blur})"' if blur else ""
        return f'<path d="{outline}" fill="{paint}"{fade}{haze}/>'

    def line(
        self, outline: str, color: str, width: float = 3, opacity: float = 1, cap: str = "round"
    ) -> str:
        """A stroke along an outline."""
        fade = "" if opacity >= 1 else f' opacity="{opacity:.2f}"'
        return (
            f'<path d="{outline}" fill="none" stroke="{color}" stroke-width="{num(width)}" '
            f'stroke-linecap="{cap}" stroke-linejoin="round"{fade}/>'
        )

    def grained(
        self, outline: str, color: str, amount: float = 0.8, angle: str = "", hold: float = 0.25
    ) -> str:
        """A stippled shade over a shape, deepening away from the light.

        ``hold`` is how far into the shape it stays clear.
        """
        angle = angle or ("right" if self.light < 0 else "left")
        paint = self.gradient([(0, color, 0), (hold, color, 0), (1, color, amount)], angle)
        return f'<path d="{outline}" fill="{paint}" filter="url(#stipple)"/>'

    def form(
        self,
        outline: str,
        color: str,
        shade: str | None = None,
        amount: float = 0.75,
        angle: str = "",
        hold: float = 0.25,
    ) -> str:
        """A shape with its stippled shade: the house style's basic mark."""
        pale = max(0.0, (brightness(color) - 0.6) / 0.4)
        tint = mix(shade or self.p.ink, color, 0.45 * pale)
        return self.flat(outline, color) + self.grained(
            outline, tint, amount * (1 - 0.2 * pale), angle, hold
        )

    def wash(self, outline: str, top: str, bottom: str, angle: str = "down") -> str:
        """A shape with a smooth blend of two inks."""
        return f'<path d="{outline}" fill="{self.gradient([(0, top, 1), (1, bottom, 1)], angle)}"/>'

    def blob(self, points: Sequence[Point], color: str, **shade: float | str) -> str:
        """A smooth closed form through points."""
        return self.form(smooth(points), color, **shade)  # type: ignore[arg-type]

    def svg(self) -> str:
        """The whole picture, grain and all."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
            f'viewBox="0 0 {WIDTH} {HEIGHT}"><defs>{_FILTERS}{"".join(self.defs)}</defs>'
            f"{''.join(self.layers)}{self._finish()}</svg>"
        )

    def _finish(self) -> str:
        """Uneven ink, a warm edge, and the paper's grain."""
        full = f'x="0" y="0" width="{WIDTH}" height="{HEIGHT}"'
        name = self.uid()
        edge = (
            f'<radialGradient id="{name}" cx=".5" cy=".46" r=".78">'
            f'<stop offset="58%" stop-color="{self.p.ink}" stop-opacity="0"/>'
            f'<stop offset="1" stop-color="{self.p.ink}" stop-opacity=".3"/></radialGradient>'
        )
        return (
            f'<defs>{edge}</defs><rect {full} fill="url(#{name})"/>'
            f'<rect {full} filter="url(#uneven)" opacity=".09" style="mix-blend-mode:soft-light"/>'
            f'<rect {full} filter="url(#grain)" opacity=".3" style="mix-blend-mode:soft-light"/>'
        )


_FILTERS = """
<filter id="stipple" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
<feTurbulence type="fractalNoise" baseFrequency=".62" numOctaves="2" seed="7"/>
<feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0" result="n"/>
<feComposite in="SourceAlpha" in2="n" operator="arithmetic" k2=".62" k3="1" k4="-.62"/>
<feComponentTransfer result="m"><feFuncA type="linear" slope="5" intercept="0"/>
</feComponentTransfer>
<feComponentTransfer in="SourceGraphic" result="c"><feFuncA type="linear" slope="40"/>
</feComponentTransfer>
<feComposite in="c" in2="m" operator="in" result="dots"/>
<feComponentTransfer in="SourceGraphic" result="soft"><feFuncA type="linear" slope=".45"/>
</feComponentTransfer>
<feComponentTransfer in="dots" result="dim"><feFuncA type="linear" slope=".6"/>
</feComponentTransfer>
<feMerge><feMergeNode in="soft"/><feMergeNode in="dim"/></feMerge>
</filter>
<filter id="grain" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
<feTurbulence type="fractalNoise" baseFrequency=".7" numOctaves="2" seed="3"/>
<feColorMatrix values="0 0 0 2.4 -.7 0 0 0 2.4 -.7 0 0 0 2.4 -.7 0 0 0 0 1"/></filter>
<filter id="uneven" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
<feTurbulence type="fractalNoise" baseFrequency=".012 .017" numOctaves="4" seed="11"/>
<feColorMatrix values="0 0 0 3 -1 0 0 0 3 -1 0 0 0 3 -1 0 0 0 0 1"/></filter>
<filter id="blur4" x="-30%" y="-30%" width="160%" height="160%">
<feGaussianBlur stdDeviation="4"/></filter>
<filter id="blur12" x="-50%" y="-50%" width="200%" height="200%">
<feGaussianBlur stdDeviation="12"/></filter>
<filter id="blur30" x="-50%" y="-50%" width="200%" height="200%">
<feGaussianBlur stdDeviation="30"/></filter>
"""
