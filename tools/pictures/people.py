"""Dressed figures: shalwar kameez, dupatta, coats, kits, and the hands they use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pictures.art import Art
from pictures.color import deepen
from pictures.figure import Frame, Pose, stand
from pictures.garments import SKINS, Look, arm, lap, leg, shawl, trunk
from pictures.geometry import Point, at, limb, smooth
from pictures.hats import hat
from pictures.heads import Head

__all__ = ["SKINS", "Drawn", "Look", "joined", "person", "silhouette"]


@dataclass
class Drawn:
    """A drawn figure and where its hands came to be."""

    svg: str
    far_hand: Point
    near_hand: Point
    frame: Frame


def person(
    art: Art,
    x: float,
    y: float,
    height: float,
    look: Look,
    pose: Pose | None = None,
    face: int = 1,
    held: Callable[[Point, Point], str] | None = None,
    shadow: float = 0.22,
) -> Drawn:
    """Draw a figure standing at (x, y); ``held`` gets the far and near hands."""
    pose = pose or Pose()
    f = stand(x, y, height, pose, face)
    if look.child:
        f.head_scale = 1.36
        f.head += f.up * 2.2
    out = ""
    if shadow:
        wide = 15 if not pose.crossed else 24
        cast = -art.light * 5 * f.s
        out += (
            f'<ellipse cx="{x + cast:.0f}" cy="{y:.0f}" rx="{wide * f.s:.0f}" '
            f'ry="{2.4 * f.s:.0f}" fill="{art.p.ink}" opacity="{shadow}"/>'
        )
    head = Head(art, f)
    far_over = pose.turn > 0.7 if pose.far_over is None else pose.far_over
    far_arm = arm(art, f, f.far_arm, look, 0.0 if far_over else 0.22)
    near_arm = arm(art, f, f.near_arm, look, 0)
    if not far_over:
        out += far_arm
    if pose.crossed:
        legs = lap(art, f, look)
    else:
        dim = 0.25 if pose.turn < 0.7 else 0.05
        legs = leg(art, f, f.far_leg, look, dim) + leg(art, f, f.near_leg, look, 0)
    out += trunk(art, f, look) + legs if look.cut == "" else legs + trunk(art, f, look)
    nape = [f.out(f.body(0, 2)), f.out(f.head + (f.neck - f.head) * 0.3)]
    out += art.form(limb(nape, [5.4 * f.s, 4.8 * f.s]), deepen(look.skin, 0.16))
    out += _head(head, look)
    if far_over:
        out += far_arm
    far, near = (_palm(f, arm) for arm in (f.far_arm, f.near_arm))
    if held:
        out += held(far, near)
    out += near_arm
    if look.shawl:
        out += shawl(art, f, look.shawl)
    return Drawn(out, far, near, f)


def _palm(f: Frame, arm: tuple[Point, Point, Point]) -> Point:
    way = (arm[2] - arm[1]) / (abs(arm[2] - arm[1]) or 1)
    return f.out(arm[2] + way * 3.4)


def _head(head: Head, look: Look) -> str:
    back = head.f.pose.back
    out = "" if back else head.face(look.skin)
    if look.beard and not back:
        out += head.beard(look.beard)
    if look.mustache and not back:
        out += head.mustache(look.mustache)
    if look.mask and not back:
        out += head.mask(look.mask)
    out += head.hair(look.hair, look.style if not look.scarf else "short")
    if look.scarf:
        out += head.scarf(look.scarf, look.close)
    if look.hat:
        out += hat(head, *look.hat)
    return out


def silhouette(x: float, y: float, h: float, lean: float = 0, woman: bool = False) -> str:
    """One dark far figure's outline, for crowds: a path."""
    s = h / 100
    half = [
        (0, 100),
        (4.6, 97),
        (5, 90),
        (2.8, 85),
        (9.5, 80.5),
        (11.5, 70),
        (11, 50),
        (9, 45),
        (10.5, 26),
        (7, 24),
        (6.5, 3),
        (9, 0),
        (2, 0),
        (0.8, 22),
    ]
    if woman:
        half = [
            (0, 100),
            (5.8, 97),
            (6.6, 89),
            (8.5, 81),
            (12, 66),
            (11, 46),
            (12.5, 18),
            (7, 16),
            (6, 2),
            (8, 0),
            (2, 0),
            (1, 15),
        ]
    right = [complex(x + (px + lean * py / 100) * s, y - py * s) for px, py in half]
    left = [complex(x + (-px + lean * py / 100) * s, y - py * s) for px, py in half[1:]][::-1]
    return smooth(right + left, ease=0.4)


def joined(points: list[Point]) -> str:
    """A straight line through hands and tools."""
    return "M" + "L".join(at(p) for p in points)
