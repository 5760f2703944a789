"""Open books, spectacles, pens and inkpots, phones in hands, monitors."""

from __future__ import annotations

from collections.abc import Sequence

from pictures.art import Art
from pictures.color import deepen, lift, mix
from pictures.geometry import Point, at, box, ellipse, limb, poly, smooth
from pictures.stamp import Stamp
from pictures.things import Quad, patch, script


def open_book(
    art: Art,
    x: float,
    y: float,
    w: float,
    h: float,
    cover: str,
    *,
    rows: int = 13,
    columns: int = 1,
    seed: int = 3,
    page: str = "",
    pinch: float = 0.1,
    flow: bool = True,
    ink: str = "",
) -> tuple[str, Quad, Quad]:
    """A book lying open, its near edge on y; returns its two pages as well."""
    page, ink = page or art.p.light, ink or art.p.near
    half, tuck = w / 2, w * pinch
    top = y - h
    out = art.flat(ellipse(complex(x, y + 16), half * 1.08, h * 0.13), art.p.ink, 0.4)
    board = [
        x - half - 16 + (y + 8) * 1j,
        x - half + tuck - 12 + (top - 8) * 1j,
        x + half - tuck + 12 + (top - 8) * 1j,
        x + half + 16 + (y + 8) * 1j,
    ]
    out += art.form(poly(board), cover, amount=0.5)
    quads: list[Quad] = []
    for side in (-1, 1):
        far, near = complex(x + side * (half - tuck), top), complex(x + side * half, y)
        gut_far, gut_near = complex(x, top + h * 0.05), complex(x, y + h * 0.05)
        for k in (10, 5, 0):
            lower = near + 1j * k + side * k * 0.4
            way = (
                f"M{at(gut_far)}C{at(gut_far + side * w * 0.1 - 1j * h * 0.12)} "
                f"{at(far - side * w * 0.16 - 1j * h * 0.04)} {at(far)}L{at(lower)}"
                f"C{at(lower - side * w * 0.2 - 1j * h * 0.06)} "
                f"{at(gut_near + side * w * 0.12 + 1j * (k - h * 0.14))} {at(gut_near + 1j * k)}Z"
            )
            tone = page if k == 0 else mix(page, art.p.far, 0.35 + 0.03 * k)
            dark = "left" if side > 0 else "right"
            out += art.form(way, tone, mix(art.p.near, page, 0.25), 0.55, dark, 0.55)
        lift_up = -1j * h * 0.055
        inner_far, inner_near = (
            gut_far + side * w * 0.055 + lift_up,
            gut_near + side * w * 0.06 + lift_up,
        )
        outer_far, outer_near = far - side * w * 0.03 + 1j * h * 0.02, near - side * w * 0.035
        quad = (
            (outer_far, inner_far, inner_near, outer_near)
            if side < 0
            else (inner_far, outer_far, outer_near, inner_near)
        )
        quads.append(quad)
        share = 1 / columns
        for c in range(columns):
            out += script(
                art,
                quad,
                rows,
                ink,
                max(2.0, h / rows * 0.12),
                seed + c + side,
                (0.05 + c * share, 0.1, share * 0.86 - 0.04, 0.8),
                flow,
            )
    return out, quads[0], quads[1]


def spectacles(art: Art, x: float, y: float, s: float, color: str) -> str:
    """Reading glasses lying folded open; four units wide."""
    st = Stamp(art, x, y, s)
    for dx in (-1, 1):
        st.out.append(art.flat(ellipse(st.p(dx, 0.1), 0.78 * s, 0.5 * s), art.p.light, 0.35))
        st.out.append(art.line(ellipse(st.p(dx, 0.1), 0.78 * s, 0.5 * s), color, 0.13 * s))
        st.line([(dx * 1.75, 0.25), (dx * 1.9, 0.9), (dx * 1.5, 1.7)], color, 0.11, 0.4)
        st.line([(dx - 0.35, 0.3), (dx - 0.05, 0.42)], art.p.light, 0.08)
    st.line([(-0.25, 0.2), (0, 0.34), (0.25, 0.2)], color, 0.13, 0.6)
    return st.svg()


def inkpot(art: Art, x: float, y: float, s: float, color: str) -> str:
    """A squat inkpot, two units wide."""
    st = Stamp(art, x, y, s)
    st.shadow(0.2, 1.3, 0.2)
    st.form(
        [(-1, 0.1), (-1.05, 0.6), (-0.6, 1.15), (0.6, 1.15), (1.05, 0.6), (1, 0.1), (0, -0.08)],
        color,
        0.8,
        0.4,
    )
    st.disc(0, 1.2, 0.58, lift(color, 0.25), 0.17)
    st.disc(0, 1.2, 0.43, deepen(art.p.ink, 0.4), 0.11)
    st.line([(-0.72, 0.35), (-0.68, 0.72)], lift(color, 0.6), 0.09, opacity=0.7)
    return st.svg()


def phone_in_hand(
    art: Art, x: float, y: float, h: float, skin: str, sleeve: str, tilt: float = 0
) -> tuple[str, Quad]:
    """A hand holding a phone up, its screen toward us; returns the screen too."""
    st = Stamp(art, x, y, h)
    dark = deepen(skin, 0.45)

    def t(px: float, py: float) -> tuple[float, float]:
        return px + tilt * py, py

    arm = [st.p(*t(0.24, -0.2)), st.p(0.42, -0.75), st.p(0.66, -1.5)]
    art_arm = art.form(
        limb([*arm[:2], st.p(0.5, -1)], [h * 0.34, h * 0.31, h * 0.34]), skin, dark, 0.6
    )
    cuff = art.form(
        limb([st.p(0.44, -0.72), st.p(0.56, -1.2), st.p(0.7, -1.8)], [h * 0.42, h * 0.52, h * 0.6]),
        sleeve,
        deepen(sleeve, 0.6),
        0.7,
    )
    palm = smooth(
        [
            st.p(*t(*q))
            for q in (
                (-0.16, 0.3),
                (0.2, 0.46),
                (0.4, 0.3),
                (0.46, 0.02),
                (0.4, -0.36),
                (0.12, -0.42),
                (-0.1, -0.12),
            )
        ]
    )
    out = art_arm + cuff + art.form(palm, skin, dark, 0.7)
    frame = [t(-0.25, 0), t(-0.25, 1), t(0.25, 1), t(0.25, 0)]
    st.form(frame, deepen(art.p.ink, 0.3), 0.3)
    screen = (
        st.p(*t(-0.228, 0.965)),
        st.p(*t(0.228, 0.965)),
        st.p(*t(0.228, 0.06)),
        st.p(*t(-0.228, 0.06)),
    )
    out += st.svg() + art.flat(poly(screen), art.p.light)
    for i, fy in enumerate((0.4, 0.29, 0.18, 0.08)):
        tip = limb(
            [st.p(*t(-0.31, fy)), st.p(*t(-0.26, fy + 0.012)), st.p(*t(-0.205, fy + 0.02))],
            [h * 0.085, h * 0.095, h * 0.075],
        )
        out += art.form(tip, mix(skin, dark, 0.12 * i), dark, 0.5)
        out += art.flat(
            ellipse(st.p(*t(-0.212, fy + 0.022)), h * 0.02, h * 0.026), lift(skin, 0.35), 0.7
        )
    thumb = [st.p(*t(0.38, 0.06)), st.p(*t(0.35, 0.28)), st.p(*t(0.235, 0.46))]
    out += art.form(limb(thumb, [h * 0.17, h * 0.13, h * 0.085]), skin, dark, 0.6)
    out += art.flat(
        ellipse(st.p(*t(0.222, 0.475)), h * 0.022, h * 0.032, 28), lift(skin, 0.35), 0.7
    )
    return out, screen


def monitor(art: Art, x: float, y: float, w: float, h: float, body: str) -> tuple[str, Quad]:
    """A wide monitor on its foot; (x, y) the middle of the foot."""
    st = Stamp(art, x, y, 1)
    st.disc(0, 6, w * 0.17, deepen(body, 0.2), w * 0.022)
    st.form([(-w * 0.045, 4), (-w * 0.03, h * 0.3), (w * 0.03, h * 0.3), (w * 0.045, 4)], body, 0.7)
    top = y - h * 1.22
    out = st.svg() + art.form(box(x - w / 2, top, w, h, 14), body, amount=0.5)
    s = (
        complex(x - w / 2 + 16, top + 16),
        complex(x + w / 2 - 16, top + 16),
        complex(x + w / 2 - 16, top + h - 34),
        complex(x - w / 2 + 16, top + h - 34),
    )
    return out, s


def keyboard(art: Art, quad: Quad, color: str) -> str:
    """A keyboard lying in perspective."""
    out = art.form(poly(list(quad)), color, amount=0.4)
    for r in range(4):
        for c in range(13):
            out += art.flat(
                patch(quad, 0.025 + c * 0.0735, 0.09 + r * 0.22, 0.06, 0.16), lift(color, 0.22)
            )
    return out


def magnifier(art: Art, center: Point, r: float, handle: Point, color: str, *seen: str) -> str:
    """A lens over things, its handle reaching to a point."""
    out = art.flat(ellipse(center + complex(14, 18), r * 1.04), art.p.ink, 0.3)
    out += art.clipped(ellipse(center, r), *seen)
    way = (handle - center) / abs(handle - center)
    out += art.form(limb([center + way * r * 1.3, handle], [r * 0.22, r * 0.3]), color, amount=0.6)
    out += art.flat(
        limb([center + way * r, center + way * r * 1.34], [r * 0.14, r * 0.16]), art.p.spark
    )
    out += art.line(ellipse(center, r), art.p.spark, r * 0.13)
    out += art.line(ellipse(center, r * 1.06), deepen(art.p.spark, 0.45), r * 0.03)
    arc = smooth(
        [
            center + r * 0.72 * (-0.95 - 0.2j),
            center + r * 0.72 * (-0.7 - 0.7j),
            center + r * 0.72 * (-0.2 - 0.95j),
        ],
        closed=False,
    )
    return out + art.line(arc, art.p.light, r * 0.08, 0.55)


def rubber_stamp(art: Art, x: float, y: float, s: float, color: str) -> str:
    """A rubber stamp standing on its pad end, two units wide."""
    st = Stamp(art, x, y, s)
    st.shadow(0.2, 1.4, 0.2)
    st.box(-1, 0, 2, 0.22, deepen(art.p.ink, 0.2))
    st.form([(-1.05, 0.22), (-1.0, 0.6), (1.0, 0.6), (1.05, 0.22)], color, 0.7)
    st.form(
        [
            (-0.3, 0.6),
            (-0.24, 1.3),
            (-0.5, 1.75),
            (-0.46, 2.3),
            (0, 2.52),
            (0.46, 2.3),
            (0.5, 1.75),
            (0.24, 1.3),
            (0.3, 0.6),
        ],
        lift(color, 0.1),
        0.85,
        0.5,
    )
    return st.svg()


def spines(art: Art) -> Sequence[str]:
    """Book-cloth inks of a section."""
    p = art.p
    return (
        p.mid,
        p.near,
        p.far,
        p.spark,
        mix(p.mid, p.spark, 0.4),
        p.accent,
        deepen(p.near, 0.2),
        mix(p.haze, p.far, 0.4),
    )
