"""Shalwar kameez, coats, kits, vests and shawls, drawn on a figure's joints."""

from __future__ import annotations

from dataclasses import dataclass

from pictures.art import Art
from pictures.color import deepen, lift
from pictures.figure import Frame
from pictures.geometry import Point, limb, smooth

SKINS = ("#b97f5a", "#a56d4a", "#c8946b", "#936043", "#d0a27a")


@dataclass(frozen=True)
class Look:
    """What a figure wears.  ``cut`` is kameez, shirt, coat, kit or gown."""

    top: str
    bottom: str
    skin: str = SKINS[0]
    hair: str = "#1d1216"
    shoe: str = "#2a1a1a"
    cut: str = "kameez"
    style: str = "short"
    scarf: str | None = None
    close: bool = False
    hat: tuple[str, str] | None = None
    vest: str | None = None
    shawl: str | None = None
    beard: str | None = None
    mustache: str | None = None
    trim: str | None = None
    mask: str | None = None
    child: bool = False


HEM = {"kameez": 0.86, "shirt": 0.18, "coat": 0.7, "kit": 0.2, "gown": 1.0}


def leg(art: Art, f: Frame, joints: tuple[Point, Point, Point], look: Look, dim: float) -> str:
    """A leg in shalwar or trousers, with its shoe."""
    hip, knee, ankle = joints
    baggy = look.cut in ("kameez", "gown")
    cloth = deepen(look.bottom, dim)
    low = knee + (ankle - knee) * 0.72
    points = [hip, knee, low, ankle + (ankle - knee) * 0.02]
    widths = (10.2, 9.2, 7.8, 5.2) if baggy else (9.2, 7.0, 5.8, 5.0)
    out = foot(art, f, ankle, knee, deepen(look.shoe, dim))
    tube = limb([f.out(p) for p in points], [w * f.s for w in widths])
    return out + art.form(tube, cloth, deepen(cloth, 0.6), 0.75)


def foot(art: Art, f: Frame, ankle: Point, knee: Point, shoe: str) -> str:
    """A shoe, flat on the ground or lifted with the shin."""
    turn = min(f.pose.turn, 1)
    long = 9.2 * (1 - 0.5 * turn)
    shin = (ankle - knee) / (abs(ankle - knee) or 1)
    lifted = ankle.imag < -5.5
    spin = shin / 1j if lifted else 1
    if lifted and abs(spin - 1) < 0.15:
        spin = 1
    spots = [
        (-2.5, -1.6),
        (-3, 2.2),
        (-1.6, 3.6),
        (long - 1, 3.6),
        (long, 2.4),
        (long * 0.5, 0.2),
        (2.4, -1.6),
    ]
    return art.form(
        smooth([f.out(ankle + complex(*p) * spin) for p in spots], ease=0.4), shoe, amount=0.5
    )


def arm(art: Art, f: Frame, joints: tuple[Point, Point, Point], look: Look, dim: float) -> str:
    """A sleeve and the hand out of it."""
    root, elbow, wrist = joints
    cloth = deepen(look.top if look.cut != "vest" else look.bottom, dim)
    skin = deepen(look.skin, dim * 0.7)
    way = (wrist - elbow) / (abs(wrist - elbow) or 1)
    palm = [wrist - way, wrist + way * 2.6, wrist + way * 5.4]
    out = art.form(
        limb([f.out(p) for p in palm], [w * f.s for w in (3.2, 4.0, 2.4)]),
        skin,
        deepen(skin, 0.5),
        0.6,
    )
    thumb = [wrist + way * 1.2, wrist + way * 3.2 + way * -1j * 1.9]
    out += art.flat(limb([f.out(p) for p in thumb], [1.6 * f.s, 1.2 * f.s]), skin)
    loose = 1.0 if look.cut in ("kameez", "gown", "coat") else 0.86
    widths = [w * f.s * loose for w in (6.6, 6.2, 5.4, 5.0)]
    sleeve = limb([f.out(p) for p in (root, elbow, elbow + (wrist - elbow) * 0.6, wrist)], widths)
    out += art.form(sleeve, cloth, deepen(cloth, 0.6), 0.75)
    crease = [elbow + way * 1j * 2.4, elbow + way * 1.2, elbow + way * 3.4 - way * 1j]
    return out + art.line(
        smooth([f.out(p) for p in crease], closed=False), deepen(cloth, 0.5), f.s * 0.5, 0.5
    )


def trunk(art: Art, f: Frame, look: Look) -> str:
    """The kameez, shirt or coat, its hem following the legs."""
    t = f.pose.turn
    chest, waist, hips = 6.3 + 2.1 * t, 5.7 + 1.5 * t, 6.7 + 1.6 * t
    if look.cut in ("coat",):
        chest, waist, hips = chest + 0.8, waist + 1.4, hips + 1
    legs = sorted((f.far_leg, f.near_leg), key=lambda leg: (leg[1] - leg[0]).real)
    (bh, bk, _), (fh, fk, fa) = legs
    share = HEM[look.cut]
    front, rear = (fk - fh), (bk - bh)
    if f.pose.crossed:
        front, rear = complex(17, -1), complex(-10 - 4 * t, 2)
        share = 0.55
    fn, rn = front / abs(front) * -1j, rear / abs(rear) * 1j
    flare = 5.6 if look.cut in ("kameez", "gown") else 4.6
    hem_front, hem_rear = fh + front * share + fn * flare, bh + rear * share + rn * flare
    mid = (fh + bh + (front + rear) * share) / 2 + 1.2j
    if look.cut == "gown" and not f.pose.crossed:
        hem_front, hem_rear = fa + 4.5 - 1j, legs[0][2] - 4.5 - 1j
        mid = (hem_front + hem_rear) / 2 + 1j
    side_f, side_r = f.body(f.sx + 2.0, 2.6), f.body(-f.sx - 2.0, 2.6)
    points = [
        f.body(2.5, -1.6),
        side_f,
        f.body(chest, 9.5),
        f.body(waist, 19),
        f.body(hips, 27),
        fh + front * share * 0.55 + fn * (flare + 0.4),
        hem_front,
        mid,
        hem_rear,
        bh + rear * share * 0.55 + rn * (flare + 0.4),
        f.body(-hips, 27),
        f.body(-waist, 18.5),
        f.body(-chest, 9),
        side_r,
        f.body(-2.7, -1.8),
    ]
    outline = smooth([f.out(p) for p in points], ease=0.42)
    out = art.form(outline, look.top, deepen(look.top, 0.6), 0.85)
    fold = deepen(look.top, 0.45)
    for a, b in ((0.35, 0.4), (-0.3, -0.45)):
        way = [f.body(waist * a, 20), f.body(hips * a, 27), mid + (hem_front - hem_rear) * b / 2]
        out += art.line(smooth([f.out(p) for p in way], closed=False), fold, f.s * 0.5, 0.5)
    if not f.pose.back and look.cut in ("kameez", "shirt"):
        x = 3.4 - 3.4 * t
        placket = [f.body(x, -0.5), f.body(x + 1.2 * (1 - t), 6), f.body(x + 1.4 * (1 - t), 12)]
        out += art.line(smooth([f.out(p) for p in placket], closed=False), fold, f.s * 0.5, 0.6)
    if look.trim:
        edge = smooth([f.out(p - 1.2j) for p in (hem_front, mid, hem_rear)], closed=False)
        out += art.clipped(outline, art.line(edge, look.trim, f.s * 1.6))
    if look.vest:
        out += vest(art, f, look.vest, chest, waist, hips)
    return out


def vest(art: Art, f: Frame, color: str, chest: float, waist: float, hips: float) -> str:
    """A waistcoat over the trunk."""
    t = f.pose.turn
    gap = 0.0 if f.pose.back else 1.0 + 1.3 * t
    x = 3.6 * (1 - t)
    rear = [
        (x - gap, 27.5),
        (-hips - 0.3, 27.5),
        (-waist - 0.5, 18.5),
        (-chest - 0.2, 9),
        (-f.sx - 0.6, 1.6),
        (-2.6, -1.4),
        (x - gap * 0.4, 8),
    ]
    front = [
        (x + gap, 27.5),
        (hips + 0.3, 27.5),
        (waist + 0.4, 18.5),
        (chest + 0.2, 9),
        (f.sx + 0.6, 1.6),
        (2.6, -1.2),
        (x + gap * 0.4, 8),
    ]
    out = ""
    for side in (rear, front):
        out += art.form(
            smooth([f.out(f.body(*p)) for p in side], ease=0.3), color, deepen(color, 0.6), 0.8
        )
    return out


def lap(art: Art, f: Frame, look: Look) -> str:
    """Crossed legs, seated on the ground."""
    t = f.pose.turn
    k, shift = 0.8 + 0.25 * t, 5 * (1 - t)
    out = ""
    for x in () if f.pose.back else (-9, 11):
        foot = [
            (x * k - 4 + shift, -2.4),
            (x * k + shift, -3.6),
            (x * k + 5 + shift, -1.8),
            (x * k + shift, 0.2),
        ]
        out += art.form(smooth([f.out(complex(*p)) for p in foot]), look.skin, amount=0.5)
    points = [
        (-9, -13),
        (-17 * k + shift, -9.5),
        (-21 * k + shift, -4.4),
        (-16 * k + shift, -0.4),
        (-3 + shift, -2),
        (4 + shift, -2),
        (17 * k + shift, -0.3),
        (22 * k + shift, -4.6),
        (18 * k + shift, -10),
        (9, -13),
    ]
    cloth = smooth([f.out(complex(*p)) for p in points])
    out = art.form(cloth, look.bottom, deepen(look.bottom, 0.6), 0.8) + out
    fold = [
        f.out(complex(shift + 16 * k, -6)),
        f.out(complex(shift + 2, -3.4)),
        f.out(complex(shift - 13 * k, -1.4)),
    ]
    return out + art.line(smooth(fold, closed=False), deepen(look.bottom, 0.5), f.s * 0.6, 0.6)


def shawl(art: Art, f: Frame, color: str) -> str:
    """A shawl about the shoulders."""
    t = f.pose.turn
    points = [
        (2.6, -2),
        (f.sx + 3, 2),
        (8 + 3 * t, 12),
        (7 + 4 * t, 24),
        (2, 29),
        (-7 - 3 * t, 27),
        (-9 - 3.5 * t, 14),
        (-f.sx - 3.4, 2),
        (-3, -2),
    ]
    out = art.form(smooth([f.out(f.body(*p)) for p in points]), color, deepen(color, 0.6), 0.85)
    for a, b, c in (
        ((2, 0), (3, 10), (-5, 22)),
        ((-2, 0), (-3, 12), (-8, 20)),
        ((5, 4), (6, 14), (0, 27)),
    ):
        way = smooth([f.out(f.body(*p)) for p in (a, b, c)], closed=False)
        out += art.line(way, deepen(color, 0.45), f.s * 0.55, 0.55)
    edge = smooth([f.out(f.body(*p)) for p in points[2:6]], closed=False)
    return out + art.line(edge, lift(color, 0.35), f.s * 0.7, 0.7)
