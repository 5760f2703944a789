"""The red flags in a text, and the card that shows whom to call."""

from __future__ import annotations

from roznama.desk import flags as red
from roznama.desk.flags.numbers import numbers_for


def flags_in(text: str) -> tuple[str, ...]:
    """Return the red flags in a text, the most pressing first."""
    return red.red_flags(text)


def card(flags: tuple[str, ...], province: str, language: str) -> dict[str, object]:
    """Return the words and numbers of the card for some flags."""
    return {
        "text": red.card(flags, language),
        "numbers": numbers_for(province, flags, language),
    }
