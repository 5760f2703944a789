"""Context: what stands around a mark, as sets of bytes of the code page."""

from roznama.urdu.letters import alphabet as a
from roznama.urdu.letters.codepage import LATIN_RUN, URDU_RUN, page

URDU = frozenset(page(a.LETTERS + "أٱ" + a.PAGE_MARKS + a.SIGNS) + URDU_RUN)
"""Letters, marks and signs of Urdu words."""

DIGITS = frozenset(page(a.ASCII_DIGITS + a.URDU_DIGITS))
LATIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + LATIN_RUN)
STOPS = frozenset(page(a.URDU_PUNCTUATION))
OPENERS = frozenset(page("([{“‘"))
CLOSERS = frozenset(page(")]}”’"))
QUOTES = frozenset(page("\"'“”‘’«»„‟″"))
SPACE, NEWLINE = 0x20, 0x0A

NEIGHBORHOOD = 2000
"""How far back a rule looks for the beginning of a line, in characters: keeps it linear."""


def left_of(data: bytes, at: int, skip: frozenset[int], reach: int = 8) -> int | None:
    """The nearest byte before `at` that is not in `skip`; None at a line's start."""
    for place in range(at - 1, max(at - 1 - reach, -1), -1):
        if data[place] == NEWLINE:
            return None
        if data[place] not in skip:
            return data[place]
    return None


def right_of(data: bytes, at: int, skip: frozenset[int], reach: int = 8) -> int | None:
    """The nearest byte from `at` on that is not in `skip`; None at a line's end."""
    for place in range(at, min(at + reach, len(data))):
        if data[place] == NEWLINE:
            return None
        if data[place] not in skip:
            return data[place]
    return None


def one_of(members: frozenset[int] | bytes) -> bytes:
    """A class of `members` for a regular expression."""
    return b"[" + b"".join(b"\\x%02x" % code for code in sorted(members)) + b"]"
