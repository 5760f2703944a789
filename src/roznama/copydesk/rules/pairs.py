"""Pairs: quotation marks and brackets that have lost their fellow."""

import re
from collections.abc import Iterator

from roznama.copydesk.copy import Copy
from roznama.copydesk.marks import Mark

_DOUBLE = re.compile("[“”„\"]|’’|‘‘|''")
_SINGLE = re.compile("[‘’']")
_ANGLE = re.compile("[«»]")
_BRACKET = {"(": ")", "[": "]", "{": "}"}
_BRACKETS = re.compile("[()\\[\\]{}]")
_LIST_NUMBER = re.compile("(?:^|\\n|\\s)[\\w\\u0600-\\u06ff]{1,3}$")
_SMILEY = re.compile("[:;]-?$")


def find_lone_marks(copy: Copy) -> Iterator[Mark]:
    """The marks without a fellow in their piece: at most one of each sort."""
    for base, piece in copy.parts():
        for lone in _lone_marks(piece.text):
            start, end = lone.span()
            detail = {"kind": "lone", "mark": lone.group()}
            yield Mark(base + start, base + end, (), detail)


def _lone_marks(text: str) -> Iterator[re.Match[str]]:
    yield from _lone_brackets(text)
    doubles = list(_DOUBLE.finditer(text))
    taken = {at for mark in doubles for at in range(*mark.span())}
    yield from _odd_one(text, [mark for mark in doubles if not _is_inches(text, mark)])
    yield from _odd_one(text, list(_ANGLE.finditer(text)))
    singles = [mark for mark in _SINGLE.finditer(text) if mark.start() not in taken]
    yield from _odd_one(text, [mark for mark in singles if not _is_apostrophe(text, mark)])


def _lone_brackets(text: str) -> Iterator[re.Match[str]]:
    """The first bracket that is never closed, or was never opened."""
    opened: list[re.Match[str]] = []
    for mark in _BRACKETS.finditer(text):
        if mark.group() in _BRACKET:
            opened.append(mark)
        elif opened and _BRACKET[opened[-1].group()] == mark.group():
            opened.pop()
        elif not _is_list_number(text, mark.start()):
            yield mark
            return
    if opened:
        yield opened[0]


def _is_list_number(text: str, at: int) -> bool:
    """Whether a closing bracket stands behind the number of a list (1)) or in a smiley."""
    before = text[max(0, at - 5) : at]
    return bool(_LIST_NUMBER.search(before) or _SMILEY.search(before))


def _odd_one(text: str, marks: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The mark that is too many, where their number is odd: one that opens while one is open."""
    if len(marks) % 2 == 0:
        return
    opened: re.Match[str] | None = None
    for mark in marks:
        if opened is None:
            if _closes(text, mark):
                if not _is_latin_plural(text, mark):
                    yield mark
                    return
            else:
                opened = mark
        elif _opens(text, mark) and not _closes(text, mark):
            yield opened
            return
        else:
            opened = None
    if opened is not None:
        yield opened


def _opens(text: str, mark: re.Match[str]) -> bool:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return (not mark.start() or not before.strip() or before in "([:") and bool(after.strip())


def _closes(text: str, mark: re.Match[str]) -> bool:
    before, after = text[max(0, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
    return bool(before.strip()) and (not after.strip() or after in ")]،۔؟!,.:؛")


def _is_latin_plural(text: str, mark: re.Match[str]) -> bool:
    """Whether a single mark stands behind a Latin word, as the apostrophe of a plural does."""
    before = text[max(0, mark.start() - 1) : mark.start()]
    return mark.group() in "'’" and before.isascii() and before.isalpha()


def _is_inches(text: str, mark: re.Match[str]) -> bool:
    return mark.group() == '"' and text[max(0, mark.start() - 1) : mark.start()].isdigit()


def _is_apostrophe(text: str, mark: re.Match[str]) -> bool:
    """Whether a single mark stands inside a Latin word or before a year ('90s)."""
    before = text[max(0, mark.start() - 1) : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
        return True
    return after.isdigit() and not before.strip()
