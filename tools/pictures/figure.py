"""The human frame: where the joints of a posed figure are."""

from __future__ import annotations

from dataclasses import dataclass

from pictures.geometry import Point, bend, polar, reach_to

THIGH, SHIN, FOOT = 24.0, 22.0, 3.6
UPPER, FORE = 16.5, 14.5
Angles = tuple[float, float]


@dataclass(frozen=True)
class Reach:
    """A hand or a foot set on a spot of the picture; ``side`` turns the joint."""

    spot: Point
    side: float = 0


@dataclass(frozen=True)
class Pose:
    """How a figure stands.

    ``turn`` runs from 0, a profile, to 1, seen from the front.  Angles are in
    degrees forward of hanging down: (upper arm, forearm), (thigh, shin), the
    far limb and the near one.  ``lift`` raises the whole figure.
    """

    turn: float = 0.35
    lean: float = 0
    nod: float = 0
    far_arm: Angles | Reach = (6, 14)
    near_arm: Angles | Reach = (-4, 10)
    far_leg: Angles | Reach = (4, 1)
    near_leg: Angles | Reach = (-3, -5)
    crossed: bool = False
    back: bool = False
    lift: float = 0
    far_over: bool | None = None


@dataclass
class Frame:
    """Joints in the figure's own measure, a hundred to its height, y downward."""

    x: float
    y: float
    s: float
    face: int
    pose: Pose
    pelvis: Point = 0
    neck: Point = 0
    up: Point = -1j
    fwd: Point = 1
    head: Point = 0
    sx: float = 0
    far_arm: tuple[Point, Point, Point] = (0, 0, 0)
    near_arm: tuple[Point, Point, Point] = (0, 0, 0)
    far_leg: tuple[Point, Point, Point] = (0, 0, 0)
    near_leg: tuple[Point, Point, Point] = (0, 0, 0)
    head_scale: float = 1.07

    def out(self, p: Point) -> Point:
        """From the figure's measure to the picture's."""
        return complex(self.x + self.face * p.real * self.s, self.y + p.imag * self.s)

    def into(self, p: Point) -> Point:
        """From the picture's measure to the figure's."""
        return complex((p.real - self.x) / (self.face * self.s), (p.imag - self.y) / self.s)

    def body(self, forward: float, down: float) -> Point:
        """A spot on the trunk, measured from the base of the neck."""
        return self.neck + self.fwd * forward - self.up * down


def _limb(
    frame: Frame, root: Point, how: Angles | Reach, one: float, two: float, side: float
) -> tuple[Point, Point, Point]:
    if isinstance(how, Reach):
        end = reach_to(root, frame.into(how.spot), one + two - 0.1)
        return root, bend(root, end, one, two, how.side or side), end
    joint = root + polar(how[0], one)
    return root, joint, joint + polar(how[1], two)


def stand(x: float, y: float, height: float, pose: Pose, face: int = 1) -> Frame:
    """Set a figure's joints; (x, y) is the ground it stands on."""
    f = Frame(x, y, height / 100, face, pose)
    drop = 6.5
    if not pose.crossed:
        drop = 0
        for leg in (pose.far_leg, pose.near_leg):
            if isinstance(leg, Reach):
                drop = max(drop, THIGH + SHIN + FOOT - 1.5)
            else:
                low = polar(leg[0], THIGH) + polar(leg[1], SHIN)
                knee = polar(leg[0], THIGH).imag
                drop = max(drop, low.imag + FOOT, knee + FOOT)
    f.pelvis = complex(0, -drop - pose.lift)
    turned = polar(180 - pose.lean, 1)
    f.up, f.fwd = turned, turned * 1j
    f.neck = f.pelvis + f.up * 30
    f.sx = 2.0 + 5.9 * pose.turn
    hip = 1.2 + 2.9 * pose.turn
    front = pose.turn > 0.7
    tilt = polar(180 - pose.lean * 0.6 - pose.nod * 0.5, 1)
    f.head = f.neck + tilt * 9.9 + polar(90 - pose.nod, 1) * (1.5 * (1 - pose.turn))
    near_root, far_root = f.body(-f.sx, 4.3), f.body(f.sx * 0.92, 4.3)
    f.far_arm = _limb(f, far_root, pose.far_arm, UPPER, FORE, -1 if front else 1)
    f.near_arm = _limb(f, near_root, pose.near_arm, UPPER, FORE, 1)
    f.far_leg = _limb(f, f.pelvis + hip, pose.far_leg, THIGH, SHIN, -1)
    f.near_leg = _limb(f, f.pelvis - hip, pose.near_leg, THIGH, SHIN, 1 if front else -1)
    return f
