"""The words of the card that a red flag shows; whom to call is in `numbers.py`."""

from __future__ import annotations

from functools import cache

from roznama.desk.flags.tables import rows


def card(flags: tuple[str, ...], language: str) -> str:
    """The words for the most pressing of `flags`: English for "en", Urdu for anything else.

    Empty where there is no flag. ValueError for a flag that has no words.
    """
    if not flags:
        return ""
    words = _words()
    unknown = [flag for flag in flags if flag not in words]
    if unknown:
        raise ValueError(f"no such red flag: {', '.join(unknown)}")
    pressing = min(flags, key=list(words).index)
    return words[pressing][1 if language == "en" else 0]


@cache
def _words() -> dict[str, tuple[str, str]]:
    return {name: (urdu, english) for name, urdu, english in rows("categories", 3)}
