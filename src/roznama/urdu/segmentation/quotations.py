"""Quotations and brackets: stretches inside which a sentence does not end."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Enclosed(NamedTuple):
    """A quotation or bracket: where its first mark begins and its last one ends."""

    start: int
    end: int
    bracket: bool


_MARK = re.compile("’’|‘‘|''|[“”\"«»()\\[\\]\n]")
_FELLOWS = {
    "“": "”", "”": "“", '"': '"', "«": "»", "»": "«", "’’": "‘‘", "‘‘": "’’", "''": "''",
    "(": ")", "[": "]",
}  # fmt: skip
_LONGEST = 600  # characters; a mark without its fellow must not swallow a story


def enclosed(text: str) -> Iterator[Enclosed]:
    """The outermost quotations and brackets that open and close within one line, in order."""
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n" or (opened and at - opened[0] > _LONGEST):
            opened = None
        if opened and mark == _FELLOWS.get(opened[1]):
            yield Enclosed(opened[0], match.end(), opened[1] in "([")
            opened = None
        elif opened is None and mark in _FELLOWS and _may_open(text, *match.span()):
            opened = (at, mark)


def _may_open(text: str, start: int, end: int) -> bool:
    """Whether a mark has room before it and a word after it, as an opening one has."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (not before or not before.isalnum()) and bool(after.strip())
