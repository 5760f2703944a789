"""Punctuation: , ; ? . as ، ؛ ؟ ۔ where they stand in Urdu, and nowhere else."""

import re
from collections.abc import Iterator

from roznama.urdu.letters import alphabet as a
from roznama.urdu.letters.codepage import page
from roznama.urdu.letters.context import (
    CLOSERS,
    DIGITS,
    LATIN,
    NEIGHBORHOOD,
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

_TO_URDU = bytes.maketrans(a.ASCII_PUNCTUATION.encode(), page(a.URDU_PUNCTUATION))
_ABBREVIATIONS = frozenset(
    b"Dr Mr Mrs Ms Prof St No Jr Sr Inc Ltd Co vs etc Gen Col Maj Lt".split()
)
_ASCII = frozenset(a.ASCII_PUNCTUATION.encode())
_MARKS = re.compile(rb"[,;?.]+(?: +[,;?.]+)*")
_BEFORE = CLOSERS | QUOTES | {SPACE}
_AFTER = OPENERS | QUOTES | {SPACE}
_LIST_REACH = 60
_LETTER = re.compile(one_of(URDU | LATIN))
_TOKEN_END = re.compile(rb"[A-Za-z0-9.]{1,40}$")
_LIST_NUMBER = re.compile(b"(?:^|\n) *" + one_of(DIGITS) + b"{1,4}$")


def _in_urdu(data: bytes) -> Iterator[Edit]:
    """Marks, several with spaces between as one: or a second pass would see them differently."""
    urdu = False
    for match in _MARKS.finditer(data):
        urdu = _is_urdu(data, *match.span(), after_urdu=urdu)
        if urdu:
            yield *match.span(), match.group().translate(_TO_URDU)


def _is_urdu(data: bytes, start: int, end: int, *, after_urdu: bool) -> bool:
    """Whether the ASCII marks `data[start:end]` punctuate Urdu.

    `after_urdu`: whether the ASCII marks before them did, if only brackets stand between.
    """
    before = data[start - 1] if start else NEWLINE
    after = data[end] if end < len(data) else NEWLINE
    dot = data[end - 1 : end] == b"."
    if (before in DIGITS and after in DIGITS) or (dot and after in LATIN):
        return False
    left = left_of(data, start, _BEFORE)
    if left is None:
        return False
    if left in URDU or left in STOPS or (after_urdu and left in _ASCII):
        return True
    if after in LATIN or after in DIGITS or (dot and _is_part(data, start, end)):
        return False
    right = right_of(data, end, _AFTER | CLOSERS)
    if left in DIGITS and right in DIGITS and after == SPACE:
        right = _next_letter(data, end)
    return right in URDU if right is not None else _begins_in_urdu(data, start)


def _is_part(data: bytes, start: int, end: int) -> bool:
    """Whether a full stop belongs to a list number, initials or an abbreviation."""
    head = data[max(0, start - 40) : start]
    if end - start > 1:
        return False
    if _LIST_NUMBER.search(head if start <= len(head) else b" " + head):
        return True
    token = _TOKEN_END.search(head)
    if token is None or token.group()[-1:].isdigit():
        return False
    word = token.group()
    return b"." in word or len(word) == 1 or word in _ABBREVIATIONS


def _next_letter(data: bytes, at: int) -> int | None:
    """The first letter of the rest of a line, to tell what a list of numbers belongs to."""
    letter = _LETTER.search(data, at, at + _LIST_REACH)
    return letter.group()[0] if letter and b"\n" not in data[at : letter.start()] else None


def _begins_in_urdu(data: bytes, at: int) -> bool:
    start = data.rfind(b"\n", max(0, at - NEIGHBORHOOD), at) + 1
    letter = _LETTER.search(data, max(start, at - NEIGHBORHOOD), at)
    return letter is not None and letter.group()[0] in URDU


PUNCTUATION: tuple[Step, ...] = (Correct(_in_urdu),)
"""From ASCII's marks to Urdu's, by what stands on either side."""
