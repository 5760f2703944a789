"""Offsets as browsers count: a sign beyond the first plane, such as an emoji, is two of them."""

from __future__ import annotations

from bisect import bisect_left

_LAST_SINGLE = 0xFFFF


class Utf16:
    """Turns offsets in code points of one text into offsets in UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._doubles = [at for at, sign in enumerate(text) if ord(sign) > _LAST_SINGLE]

    def __call__(self, offset: int) -> int:
        """Return how many code units stand before the code point at `offset`."""
        return offset + bisect_left(self._doubles, offset)
