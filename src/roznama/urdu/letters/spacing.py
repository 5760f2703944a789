"""Spacing: no space before a mark, one after it; brackets and quotation marks hug their words."""

import re

from roznama.urdu.letters.codepage import LATIN_RUN, decode, page
from roznama.urdu.letters.composing import shape_table, swap_table
from roznama.urdu.letters.context import CLOSERS, DIGITS, LATIN, STOPS, URDU, one_of
from roznama.urdu.letters.edits import Replace, Rewrite, Step, Swap
from roznama.urdu.roman.letters import LETTER_NAMES

_STOP, _FULL_STOP = one_of(STOPS), page("۔")
_WORD = URDU | LATIN | DIGITS
_BEGINS = one_of(_WORD | frozenset(page("([{“‘")))
_ENDS = one_of(URDU | DIGITS | STOPS | CLOSERS | frozenset(page("!:…٪%")))
_LAST_WORD = re.compile(one_of(URDU) + b"{1,6}$")
_NEXT_WORD = re.compile(one_of(URDU) + b"{1,6}")


def _stop(match: re.Match[bytes]) -> bytes:
    """A mark that is followed by a word: with a space, but not in numbers and initials."""
    data, at = match.string, match.start()
    mark = match.group()
    if at and data[at - 1] in DIGITS and data[at + 1] in DIGITS:
        return mark
    return mark if mark == _FULL_STOP and _is_initial(data, at) else mark + b" "


def _is_initial(data: bytes, at: int) -> bool:
    """Whether the full stop at `at` stands between initials: ایم۔کیو۔ایم."""
    before = _LAST_WORD.search(data[max(0, at - 7) : at])
    after = _NEXT_WORD.match(data, at + 1)
    return (
        before is not None
        and after is not None
        and all(_names_letter(word.group()) for word in (before, after))
    )


def _names_letter(word: bytes) -> bool:
    if LATIN_RUN in word or b"\x01" in word:
        return False
    return len(word) == 1 or decode(word) in LETTER_NAMES


_SPACED = shape_table(w=bytes(_WORD), p=bytes(STOPS), c=b")]}!:", o=b"([{", s=b" ")

WHITE_SPACE: tuple[Step, ...] = (
    Replace(b"\r\n", b"\n"),
    Swap(swap_table(["\r\n", "\t ", "\u00a0 "])),
)
"""One kind of space and one kind of line break."""

SPACING: tuple[Step, ...] = (
    Rewrite(re.compile(b"  +"), b" ", needs=(b"  ",)),
    Replace(b" \n", b"\n"),
    Replace(b"\n ", b"\n"),
    Rewrite(re.compile(b" (?=" + _STOP + b")"), b"", shape=(_SPACED, b"sp")),
    Rewrite(
        re.compile(b" (?<=" + _ENDS + b" )(?=[:!)\\]}])"), b"", shape=(_SPACED, b"sc"),
    ),
    Rewrite(
        re.compile(b"([(\\[{]) (?=" + _BEGINS + b")"), rb"\1", shape=(_SPACED, b"os")
    ),
    Rewrite(re.compile(_STOP + b"(?=" + _BEGINS + b")"), _stop),
    Rewrite(
        re.compile(b"([:!])(?<=" + one_of(URDU | CLOSERS | STOPS) + b"[:!])(?="
                   + one_of(_WORD | frozenset(page("“‘"))) + b")"),
        rb"\1 ", needs=(b":", b"!"),
    ),
    Rewrite(
        re.compile(b"([(\\[])(?<=" + one_of(URDU | STOPS) + b"[(\\[])"), rb" \1", needs=(b"(", b"[")
    ),
    Rewrite(
        re.compile(b"([)\\]])(?<=" + one_of(URDU | DIGITS | STOPS | LATIN | {0x21})
                   + b".)(?=" + one_of(URDU) + b")"),
        rb"\1 ", needs=(b")", b"]"),
    ),
)  # fmt: skip
"""Runs of spaces first, then spaces too many, then spaces missing."""
