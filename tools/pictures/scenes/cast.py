"""The people of the pictures, dressed in each section's inks."""

from __future__ import annotations

from pictures.art import Art
from pictures.color import deepen, lift, mix
from pictures.people import SKINS, Look


def cloths(art: Art) -> tuple[str, ...]:
    """Fabric inks that sit well together in a section."""
    p = art.p
    return (p.mid, p.light, p.spark, p.near, p.far, mix(p.mid, p.light, 0.45), p.accent, p.haze)


def man(art: Art, i: int, **other: object) -> Look:
    """A man in shalwar kameez, a different one for each number."""
    inks = cloths(art)
    tone = inks[(i * 3 + 1) % len(inks)]
    hats = (
        None,
        ("topi", lift(art.p.light, 0.3)),
        None,
        ("pakol", mix(art.p.far, "#8a6b4a", 0.5)),
        None,
        ("turban", art.p.accent),
    )
    base: dict[str, object] = {
        "top": tone,
        "bottom": lift(tone, 0.08),
        "skin": SKINS[i % len(SKINS)],
        "vest": deepen(art.p.near, 0.1) if i % 3 == 0 else None,
        "hat": hats[i % len(hats)],
        "mustache": "#241416" if i % 2 == 0 else None,
        "beard": ("#2a1a1a", None, "#8d8580", None)[i % 4],
    }
    return Look(**(base | other))  # type: ignore[arg-type]


def woman(art: Art, i: int, **other: object) -> Look:
    """A woman in shalwar kameez and dupatta."""
    inks = cloths(art)
    tone = inks[(i * 5 + 6) % len(inks)]
    scarf = inks[(i * 5 + 1) % len(inks)]
    base: dict[str, object] = {
        "top": tone,
        "bottom": mix(scarf, art.p.light, 0.3),
        "skin": SKINS[(i * 2 + 2) % len(SKINS)],
        "scarf": scarf,
        "trim": scarf,
        "close": i % 3 == 1,
    }
    return Look(**(base | other))  # type: ignore[arg-type]


def youth(art: Art, i: int, girl: bool, **other: object) -> Look:
    """A student: a shirt and trousers, or a kurta and a loose scarf."""
    inks = cloths(art)
    tone = inks[(i * 3 + 2) % len(inks)]
    base: dict[str, object] = {
        "top": tone,
        "bottom": deepen(art.p.near, 0.2) if not girl else mix(art.p.light, tone, 0.2),
        "skin": SKINS[(i + 1) % len(SKINS)],
        "cut": "kameez" if girl or i % 2 else "shirt",
    }
    if girl:
        base |= {"scarf": inks[(i * 3 + 5) % len(inks)] if i % 3 else None, "style": "braid"}
    return Look(**(base | other))  # type: ignore[arg-type]
