"""Punctuation: marks that are not Urdu's, too many of them, or without their fellow."""

import re
from collections.abc import Iterator

from roznama.copydesk.copy import BODY, Copy
from roznama.copydesk.grammar import ends_clause, last_word
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.copydesk.rules.endings import find_no_final_mark
from roznama.copydesk.rules.pairs import find_lone_marks
from roznama.copydesk.rules.spacing import is_spaced_in, spaces_before

_RUN = re.compile("[،؛؟۔!]+")
_LATIN = frozenset(",;?.")
_TOGETHER = frozenset({"؟!", "!؟"})
_ELLIPSIS = re.compile("۔{3,}[!؟]?")
_STRONGEST = "؟!۔؛،"
_DASH = re.compile("(?<=[^\\s-]) ?[-–](?=\\s|$)")
_REACH = 24  # characters before a dash in which the verb stands


def find_bad_punctuation(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """Latin marks in Urdu, doubled marks, dashes for stops, lone brackets, no mark at an end."""
    form, origins = copy.house
    for match in _RUN.finditer(form):
        yield from _run(copy.text, form, origins, match)
    for match in _DASH.finditer(copy.text):
        before = last_word(copy.text[max(0, match.start() - _REACH) : match.start()])
        after = copy.text[match.end() : match.end() + 1]
        if copy.kind_at(match.start()) in BODY and ends_clause(before) and after in ("", "\n", " "):
            yield Mark(*match.span(), ("۔",), {"kind": "dash", "mark": "-"})
    yield from find_lone_marks(copy)
    yield from find_no_final_mark(copy)


def _run(text: str, form: str, origins: list[int], match: re.Match[str]) -> Iterator[Mark]:
    """What is wrong with one or more marks in a row, as the house form has them."""
    first, last = match.start(), match.end() - 1
    marks, place = match.group(), origins[last]
    if len(marks) > 1 and not _ELLIPSIS.fullmatch(marks) and marks not in _TOGETHER:
        start = spaces_before(text, origins[first])
        strongest = next(mark for mark in _STRONGEST if mark in marks)
        yield Mark(start, place + 1, (strongest,), {"kind": "doubled", "mark": marks})
    elif len(marks) == 1 and text[place] in _LATIN:
        start = spaces_before(text, place)
        after = " " if is_spaced_in(form, origins, last) else ""
        detail = {"kind": "latin", "mark": text[place]}
        yield Mark(start, place + 1, (marks + after,), detail)
