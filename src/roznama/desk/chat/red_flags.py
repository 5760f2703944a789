"""The red flags in a text, and the card that shows the numbers to call."""

from __future__ import annotations


def flags_in(text: str) -> tuple[str, ...]:
    """Return the red flags in a text, the most pressing first."""
    return ()


def card(flags: tuple[str, ...], province: str, language: str) -> dict[str, object]:
    """Return the words and numbers of the card for some flags."""
    return {}
