"""The paper's colors as a card has them; `site.css` is their source, and a test compares."""

from __future__ import annotations

Color = tuple[int, int, int]


def _color(sign: str) -> Color:
    return int(sign[1:3], 16), int(sign[3:5], 16), int(sign[5:7], 16)


PAPER, INK, SOFT = _color("#fbf7ee"), _color("#1d1813"), _color("#62574a")

# A section's color on paper, and the lighter one over a picture (site.css's dark theme).
TONES = {
    section: (_color(light), _color(dark))
    for section, light, dark in (
        ("politics", "#a8201a", "#f58a78"),
        ("world", "#1d4b8f", "#8fb8f2"),
        ("business", "#12684b", "#74c9a3"),
        ("sport", "#9a4a04", "#eda559"),
        ("health", "#0b6670", "#70c4cd"),
        ("science", "#5f3a96", "#c0a5ee"),
        ("culture", "#99205c", "#f093bd"),
        ("cities", "#765116", "#d9b36e"),
    )
}
