"""Sky, light, mountains, water, ground and haze."""

from __future__ import annotations

from collections.abc import Sequence

from pictures.art import HEIGHT, WIDTH, Art
from pictures.color import lift, mix
from pictures.geometry import Point, box, ellipse, noise, num, poly, smooth


def sky(art: Art, horizon: float = 620, colors: tuple[str, str, str] | None = None) -> str:
    """The sky, paling to the horizon."""
    top, middle, low = colors or art.p.sky
    paint = art.gradient([(0, top, 1), (0.55, middle, 1), (1, low, 1)])
    full = box(0, 0, WIDTH, horizon)
    rest = box(0, horizon - 1, WIDTH, HEIGHT - horizon + 1)
    out = art.painted(full, paint) + art.flat(rest, low)
    return out + art.grained(full, top, 0.4, "up", 0.3)


def sun(art: Art, center: Point, radius: float, color: str = "", halo: float = 4.5) -> str:
    """A disc of sun or moon in its glow."""
    color = color or art.p.light
    return art.glow(center, radius * halo, color, 0.75) + art.flat(ellipse(center, radius), color)


def stars(art: Art, count: int, low: float, color: str = "#fff3d6") -> str:
    """Stars, small and uneven, thinning toward the horizon."""
    out = []
    for _ in range(count):
        x, y = art.rng.uniform(0, WIDTH), low * art.rng.random() ** 1.3
        size = art.rng.choice((0.9, 1.1, 1.3, 1.6, 2.3))
        out.append(
            f'<circle cx="{num(x)}" cy="{num(y)}" r="{size}" fill="{color}" '
            f'opacity="{art.rng.uniform(0.35, 0.95):.2f}"/>'
        )
    return "".join(out)


def crest(
    base: float,
    height: float,
    seed: int,
    points: int = 65,
    span: tuple[float, float] = (-20, 1620),
    roughness: float = 0.52,
) -> list[Point]:
    """The points of a ridge line."""
    heights = noise(seed, points, roughness)
    step = (span[1] - span[0]) / (points - 1)
    return [
        complex(span[0] + i * step, base - height * (v * 0.5 + 0.5)) for i, v in enumerate(heights)
    ]


def below(line: Sequence[Point], bottom: float = HEIGHT + 10) -> list[Point]:
    """Close a line down to a level."""
    return [*line, complex(line[-1].real, bottom), complex(line[0].real, bottom)]


def ridge(
    art: Art,
    base: float,
    height: float,
    seed: int,
    color: str,
    *,
    points: int = 65,
    mist: str = "",
    bottom: float = HEIGHT + 10,
    roughness: float = 0.52,
    soft: bool = False,
) -> str:
    """A mountain ridge, paling into mist at its foot."""
    line = crest(base, height, seed, points, roughness=roughness)
    outline = smooth(below(line, bottom)) if soft else poly(below(line, bottom))
    out = art.flat(outline, color)
    if mist:
        foot = box(0, base - height, WIDTH, height * 1.15)
        paint = art.gradient([(0, mist, 0), (0.45, mist, 0.15), (1, mist, 0.95)])
        out += art.clipped(outline, art.painted(foot, paint))
    return out + art.grained(outline, mix(color, art.p.ink, 0.4), 0.28, "up", 0.55)


def peak(
    art: Art,
    top: Point,
    left: float,
    right: float,
    base: float,
    color: str,
    seed: int,
    snow: str = "",
    snow_share: float = 0.4,
    shade: str = "",
) -> str:
    """One mountain: a lit face, a shaded face, broken snow."""
    rise, n = base - top.imag, 33
    shade = shade or mix(color, art.p.ink, 0.42)

    def slope(end: float, salt: int) -> list[Point]:
        foot, jag = complex(end, base), noise(seed + salt, n, 0.62)
        return [
            top + (foot - top) * (i / (n - 1)) + complex(0, jag[i] * rise * 0.075 * min(i, 5) / 5)
            for i in range(n)
        ]

    west, east = slope(left, 0), slope(right, 1)
    wander = noise(seed + 2, n, 0.66)
    spine = [
        top
        + complex(
            wander[i] * rise * 0.15 * min(i, 8) / 8 + (i / n) * rise * 0.1 * -art.light,
            rise * i / (n - 1),
        )
        for i in range(n)
    ]
    whole = poly(west[::-1] + east[1:])
    dark = poly((east if art.light < 0 else west) + spine[::-1])
    ribs = []
    for k, (side, lean) in enumerate(((west, -1), (east, 1), (west, -1), (east, 1), (west, -1))):
        start = side[4 + 4 * k] * 0.72 + spine[4 + 4 * k] * 0.28
        jag = noise(seed + 10 + k, 12, 0.6)
        long = rise * (0.5 - 0.05 * k)
        edge = [
            start + complex(lean * long * 0.42 * i / 11 + jag[i] * long * 0.06, long * i / 11)
            for i in range(12)
        ]
        back = [
            e - complex(art.light * -long * 0.2 * i / 11, -long * 0.05) for i, e in enumerate(edge)
        ]
        ribs.append(poly(edge + back[::-1]))

    def faces(tone: str, dim: str) -> str:
        body = art.flat(whole, tone) + art.form(dark, dim, amount=0.3, angle="down")
        cuts = "".join(art.flat(rib, mix(dim, art.p.ink, 0.15), 0.5) for rib in ribs)
        return body + art.clipped(whole, cuts)

    out = faces(color, shade)
    if snow:
        line = noise(seed + 3, 65, 0.9)
        level = [
            complex(left + (right - left) * i / 64, top.imag + rise * (snow_share + 0.22 * v))
            for i, v in enumerate(line)
        ]
        cap = poly([complex(left, top.imag - 40), complex(right, top.imag - 40), *level[::-1]])
        out += art.clipped(cap, faces(snow, mix(snow, color, 0.58)))
    return out


def haze(art: Art, y: float, depth: float, color: str = "", strength: float = 0.8) -> str:
    """A level band of mist, densest at its middle."""
    color = color or art.p.haze
    paint = art.gradient([(0, color, 0), (0.5, color, strength), (1, color, 0)])
    return art.painted(box(0, y - depth / 2, WIDTH, depth), paint)


def veil(art: Art, color: str, strength: float) -> str:
    """Thin fog over everything drawn so far."""
    return art.flat(box(0, 0, WIDTH, HEIGHT), color, strength)


def ground(
    art: Art, y: float, top: str, bottom: str, seed: int = 0, rise: float = 0, grain: float = 0.5
) -> str:
    """Land from a level (or gently rising line) to the foot of the picture."""
    line = (
        crest(y + rise / 2, rise, seed or art.seed, 17)
        if rise
        else [complex(-10, y), complex(WIDTH + 10, y)]
    )
    outline = smooth(below(line), ease=0.5) if rise else poly(below(line))
    return art.wash(outline, top, bottom) + art.grained(outline, bottom, grain, "down", 0.15)


def water(
    art: Art,
    y: float,
    bottom: float,
    top: str,
    low: str,
    gleam: str = "",
    at_x: float = 800,
    lines: int = 60,
    clip: str = "",
) -> str:
    """Water from its far edge down, with dashes of light widening nearer."""
    outline = box(-5, y, WIDTH + 10, bottom - y)
    out = [art.wash(outline, top, low)]
    gleam = gleam or lift(top, 0.5)
    for _ in range(lines):
        t = art.rng.random() ** 1.7
        yy = y + 3 + (bottom - y) * t
        near = abs(art.rng.gauss(0, 0.16 + 0.3 * t))
        x = at_x + art.rng.choice((-1, 1)) * near * WIDTH
        w = (14 + 120 * t) * art.rng.uniform(0.4, 1.3)
        h = 1 + 4.5 * t
        dash = smooth(
            [
                complex(x - w / 2, yy),
                complex(x, yy - h / 2),
                complex(x + w / 2, yy),
                complex(x, yy + h / 2),
            ]
        )
        out.append(art.flat(dash, gleam, max(0.12, 0.6 - near)))
    svg = "".join(out) + art.grained(outline, low, 0.4, "down", 0.3)
    return art.clipped(clip, svg) if clip else svg


def cloud(art: Art, x: float, y: float, w: float, color: str, opacity: float = 0.8) -> str:
    """A long flat-footed cloud."""
    rng = art.rng
    tops = [
        complex(x + w * i / 8, y - w * 0.1 * rng.uniform(0.3, 1) * (1 - abs(i - 4) / 5))
        for i in range(1, 8)
    ]
    outline = smooth([complex(x, y), *tops, complex(x + w, y), complex(x + w * 0.5, y + w * 0.012)])
    return f'<g opacity="{opacity}">{art.form(outline, color, art.p.far, 0.4, "down", 0.4)}</g>'


def boulder(art: Art, x: float, y: float, w: float, color: str) -> str:
    """A rock with a lit top and a shaded side, resting at (x, y)."""
    rng = art.rng
    h = w * rng.uniform(0.5, 0.8)
    pts = [
        (-0.5, 0),
        (-0.48, -0.4),
        (-0.28, -0.85),
        (0.1, -1),
        (0.36, -0.7),
        (0.52, -0.28),
        (0.46, 0),
    ]
    spots = [
        complex(x + px * w * rng.uniform(0.9, 1.1), y + py * h * rng.uniform(0.85, 1.1))
        for px, py in pts
    ]
    spots[0], spots[-1] = complex(spots[0].real, y), complex(spots[-1].real, y)
    heart = complex(x + w * 0.06 * -art.light, y - h * 0.55)
    side = spots[3:] if art.light < 0 else spots[:4]
    foot = complex(x, y)
    edge = [heart, *side, foot] if art.light < 0 else [*side, heart, foot]
    return art.form(poly(spots), color, amount=0.4, angle="down") + art.flat(
        poly(edge), mix(color, art.p.ink, 0.4), 0.75
    )
