"""The limited inks each section of the paper prints with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Inks from the lightest to the darkest, with one or two accents.

    ``sky`` runs from the top of the sky to the horizon.  ``far``, ``mid``,
    ``near`` and ``ink`` are the receding planes, the farthest first.
    """

    sky: tuple[str, str, str]
    light: str
    haze: str
    far: str
    mid: str
    near: str
    ink: str
    accent: str
    spark: str


POLITICS = Palette(
    sky=("#d98d78", "#efc9a4", "#faeccf"),
    light="#fff4dd",
    haze="#efcdae",
    far="#d49a86",
    mid="#b2404a",
    near="#741a2c",
    ink="#2e0c1a",
    accent="#c3202f",
    spark="#e9ae4b",
)
WORLD = Palette(
    sky=("#5d679f", "#b7adb5", "#f0dcb4"),
    light="#fbf0d6",
    haze="#d9cbb4",
    far="#9c9fbd",
    mid="#5c659d",
    near="#323a74",
    ink="#14183c",
    accent="#e0764a",
    spark="#e9bf6c",
)
BUSINESS = Palette(
    sky=("#4f9a97", "#a9c9b8", "#f3e3b6"),
    light="#fbf3da",
    haze="#c5d5bf",
    far="#84b2a8",
    mid="#30807d",
    near="#14545a",
    ink="#072a33",
    accent="#dc9426",
    spark="#f0c25f",
)
SPORT = Palette(
    sky=("#7fb28b", "#c3d9ae", "#f4f1d8"),
    light="#fbf9ea",
    haze="#cfdfb8",
    far="#97bd8d",
    mid="#4a8f58",
    near="#1f5f43",
    ink="#0a2d27",
    accent="#d5482f",
    spark="#efc04f",
)
HEALTH = Palette(
    sky=("#8d94a8", "#dcb9bb", "#fbe6da"),
    light="#fdf1ea",
    haze="#efcfc9",
    far="#d79ca0",
    mid="#b85d70",
    near="#475267",
    ink="#1f2838",
    accent="#d8475d",
    spark="#f1b37a",
)
SCIENCE = Palette(
    sky=("#0b2150", "#25558f", "#e9b566"),
    light="#fde9b8",
    haze="#7d9cbf",
    far="#5580b4",
    mid="#26518c",
    near="#123163",
    ink="#071a3b",
    accent="#f0a02c",
    spark="#ffd27a",
)
CULTURE = Palette(
    sky=("#6e3263", "#bd7286", "#f5cf8a"),
    light="#fbe9c3",
    haze="#dba79b",
    far="#b4768f",
    mid="#7d3a69",
    near="#4d1c4c",
    ink="#240b2a",
    accent="#dda437",
    spark="#f6cf73",
)
CITIES = Palette(
    sky=("#8e8a8b", "#d9ae8f", "#f7dfbf"),
    light="#fbeedd",
    haze="#dcc1ac",
    far="#b0a29b",
    mid="#7b7372",
    near="#494548",
    ink="#211d22",
    accent="#d05c22",
    spark="#efa650",
)
