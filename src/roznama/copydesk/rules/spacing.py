"""Spacing: no space before a mark, one after it, one between words.

The house form knows where a mark is none (numbers, initials, addresses, Latin): what it would
change beside a mark is told here. Marks that are Latin themselves are told by `punctuation`.
"""

import re
from collections.abc import Iterator

from roznama.copydesk.copy import Copy
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.copydesk.rules.gluing import find_glued
from roznama.copydesk.rules.quote_spaces import QUOTES, find_tight_quotes
from roznama.copydesk.rules.tearing import find_torn

_CLOSE = re.compile("[،؛؟۔)\\]!:]")
_OPEN = re.compile("[(\\[]")
_BLANK = " \u00a0\t"
_SPACES = re.compile(f"(?<=[^\\s])[{_BLANK}]{{2,}}(?=[^\\s])")


def find_bad_spacing(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """Spaces before marks, none after them, inside brackets, two in a row, none or one too many."""
    yield from find_glued(copy)
    yield from find_torn(copy)
    yield from find_tight_quotes(copy)
    text, (form, origins) = copy.text, copy.house
    for match in _SPACES.finditer(text):
        if not _CLOSE.match(text, match.end()) and not _OPEN.match(text, match.start() - 1):
            yield Mark(*match.span(), (" ",), {"kind": "double"})
    for match in _CLOSE.finditer(form):
        at, place = match.start(), origins[match.start()]
        if text[place] == form[at]:
            yield from _closing(text, place, is_spaced_in(form, origins, at))
    for match in _OPEN.finditer(form):
        place = origins[match.start()]
        if text[place] == form[match.start()]:
            yield from _opening(
                text, place, is_spaced=form[match.start() - 1 : match.start()] == " "
            )


def spaces_before(text: str, at: int) -> int:
    """Where the spaces before `at` begin, or `at`; those that begin a line count as none."""
    start = at
    while start and text[start - 1] in _BLANK:
        start -= 1
    return start if start and text[start - 1] != "\n" else at


def is_spaced_in(form: str, origins: list[int], at: int) -> bool:
    """Whether the house form puts a space behind its mark at `at` that the text has not."""
    return form[at + 1 : at + 2] == " " and origins[at + 1] == origins[at]


def _closing(text: str, place: int, is_spaced: bool) -> Iterator[Mark]:
    start, mark = spaces_before(text, place), text[place]
    behind = text[place + 1 : place + 2]
    lacks = is_spaced and behind.isprintable() and behind.strip() != ""
    lacks = lacks and not _is_closing_quote(text, place + 1)
    if start < place or lacks:
        kind = "before" if start < place else "after"
        after = " " if lacks else ""
        yield Mark(start, place + 1, (mark + after,), {"kind": kind, "mark": mark})


def _is_closing_quote(text: str, at: int) -> bool:
    """Whether a quotation mark ends the words before it, whichever way it is turned (۔‘)."""
    return text[at] in QUOTES and not text[at + 1 : at + 2].strip()


def _opening(text: str, place: int, *, is_spaced: bool) -> Iterator[Mark]:
    end = place + 1
    while text[end : end + 1] and text[end] in _BLANK:
        end += 1
    if text[end : end + 1] in ("", "\n"):
        end = place + 1
    lacks = is_spaced and place > 0 and not text[place - 1].isspace()
    if end > place + 1 or lacks:
        kind = "inside" if end > place + 1 else "bracket"
        before = " " if lacks else ""
        yield Mark(place, end, (before + text[place],), {"kind": kind, "mark": text[place]})
