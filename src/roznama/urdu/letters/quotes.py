"""Quotation marks: “…” and ‘…’ for whatever pairs an Urdu text has, with their spaces.

Only pairs are touched, and spaces beside them only: what is done to one mark never changes how
another one looks, so a second pass finds the same pairs.
"""

import re
from collections.abc import Iterator

from roznama.urdu.letters.codepage import page
from roznama.urdu.letters.context import (
    DIGITS,
    LATIN,
    NEWLINE,
    OPENERS,
    QUOTES,
    SPACE,
    STOPS,
    URDU,
    left_of,
    one_of,
    right_of,
)
from roznama.urdu.letters.edits import Correct, Edit, Step

Mark = tuple[int, int]
"""Where a quotation mark stands: start and end."""

_SINGLES = frozenset(page("'‘’"))
_ANGLES = page("«»")
_ANY = re.compile(one_of(QUOTES | {NEWLINE}))
_ONE = re.compile(one_of(_SINGLES | {NEWLINE}))
_WORD = URDU | LATIN | DIGITS
_SKIP = QUOTES | OPENERS | {SPACE} | frozenset(page(")]}…!:،؛؟۔"))
_SPACED_AFTER = _WORD | frozenset(b"([")
_SPACED_BEFORE = _WORD | STOPS | frozenset(page(":!)]"))


def _double_marks(data: bytes) -> Iterator[Mark]:
    """Double quotation marks, also as two single ones, and line ends."""
    done = 0
    for match in _ANY.finditer(data):
        start, end = match.span()
        if start < done:
            continue
        if data[start] in _SINGLES:
            if data[end : end + 1] != data[start:end]:
                continue
            end += 1
        done = end
        yield start, end


def _single_marks(data: bytes) -> Iterator[Mark]:
    """Single quotation marks that open or close a word, and line ends; no apostrophes."""
    for match in _ONE.finditer(data):
        start, end = match.span()
        if data[start] == NEWLINE or _opens(data, start, end) or _closes(data, start, end):
            yield start, end


def _pairs(
    data: bytes, marks: Iterator[Mark], *, strict: bool = False
) -> Iterator[tuple[Mark, Mark]]:
    """The marks of each line two by two, where the pair stands in Urdu text.

    `strict`: the first of a pair must look like an opening one (it may be an apostrophe).
    """
    opening: Mark | None = None
    for start, end in marks:
        if data[start] == NEWLINE:
            opening = None
        elif _opens(data, start, end) and (opening is None or not _closes(data, start, end)):
            opening = (start, end)
        elif opening is None:
            opening = None if strict else (start, end)
        else:
            if _in_urdu(data, opening, (start, end)):
                yield opening, (start, end)
            opening = None


def _opens(data: bytes, start: int, end: int) -> bool:
    """Whether a mark looks like an opening one: a word after it, none before."""
    if data[start] in _ANGLES:
        return data[start] == _ANGLES[0]
    before = data[start - 1] if start else SPACE
    after = data[end] if end < len(data) else SPACE
    return before not in _WORD and before not in STOPS and after in _WORD


def _closes(data: bytes, start: int, end: int) -> bool:
    """Whether a mark looks like a closing one: no space before it, no word after."""
    if data[start] in _ANGLES:
        return data[start] == _ANGLES[1]
    before = data[start - 1] if start else SPACE
    after = data[end] if end < len(data) else SPACE
    return before != SPACE and after not in _WORD


def _in_urdu(data: bytes, opening: Mark, closing: Mark) -> bool:
    inside = right_of(data, opening[1], _SKIP)
    outside = (left_of(data, opening[0], _SKIP), right_of(data, closing[1], _SKIP))
    if any(code in LATIN for code in outside if code is not None):
        return all(code in URDU for code in outside if code is not None)
    return inside in URDU or any(code in URDU for code in outside)


def _set(data: bytes, pairs: Iterator[tuple[Mark, Mark]], marks: str) -> Iterator[Edit]:
    """The pairs as `marks` (an opening and a closing one), each close to its words."""
    left, right = page(marks[0]), page(marks[1])
    for (start, after), (before, end) in pairs:
        inner = data[after:before]
        first = after + len(inner) - len(inner.lstrip(b" "))
        last = max(first, after + len(inner.rstrip(b" ")))
        spaced = start > 0 and data[start - 1] in _SPACED_BEFORE
        yield start, first, b" " + left if spaced else left
        spaced = end < len(data) and data[end] in _SPACED_AFTER
        yield last, end, right + b" " if spaced else right


_OTHERS_THAN_SINGLES = bytes(frozenset(range(256)) - _SINGLES)
_OTHERS = bytes(frozenset(range(256)) - QUOTES)


def _doubles(data: bytes) -> Iterator[Edit]:
    if not data.translate(None, _OTHERS):  # the cheapest look for several characters at once
        return iter(())
    return _set(data, _pairs(data, _double_marks(data)), "“”")


def _singles(data: bytes) -> Iterator[Edit]:
    if not data.translate(None, _OTHERS_THAN_SINGLES):
        return iter(())
    return _set(data, _pairs(data, _single_marks(data), strict=True), "‘’")


QUOTATION: tuple[Step, ...] = (Correct(_doubles), Correct(_singles))
"""First the double marks (also those made of two single ones), then the single ones."""
