"""Datelines: a report says where it was written, in its city field or at its first words."""

import re
from collections.abc import Iterator
from functools import cache

from roznama.copydesk.copy import Copy
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.copydesk.story import Kind
from roznama.copydesk.tables import rows
from roznama.urdu.letters.folding import fold
from roznama.urdu.spelling.alike import may_be_name
from roznama.urdu.spelling.lexicon import places

_REACH = 160  # characters of a first paragraph in which a dateline ends
_NAME = r"\w+(?:\s\w+){0,3}"
_CITY = rf"(?P<city>{_NAME}(?:\s*[/،,]\s*{_NAME}){{0,2}}?)"
_DATE = r"(?:\s*[۔،,\-–—]?\s*\d{1,2}\s?\w+(?:\s?\d{4})?)?"
_WITH_CREDIT = re.compile(rf"\s*{_CITY}{_DATE}\s*[:۔،\-–—]*\s*\((?P<credit>[^()]+)\)")
_CREDIT_ONLY = re.compile(r"\s*\((?P<credit>[^()]+)\)")
_BARE = re.compile(rf"\s*{_CITY}{_DATE}\s*(?:[:۔]|\s[-–]|[–—])")


def find_no_dateline(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """A story with no city of its own, and none at the start of its first paragraph."""
    paragraphs = (
        piece.text
        for piece in copy.story.pieces
        if piece.kind == Kind.PARAGRAPH and piece.text.strip()
    )
    first = next(paragraphs, None)
    if first is not None and not copy.story.city.strip() and not has_dateline(first):
        yield Mark(0, 0, whole=True)


def has_dateline(paragraph: str) -> bool:
    """Whether a paragraph begins as "لاہور (نمائندہ خصوصی)" or "کراچی: " do.

    A bracket is believed by its words, a city without one only if it is a known place.
    """
    start = _start(paragraph)
    with_credit = _WITH_CREDIT.match(start)
    if with_credit and (_is_credit(with_credit["credit"]) or _is_place(with_credit["city"])):
        return True
    credit_only = _CREDIT_ONLY.match(start)
    if credit_only and _is_credit(credit_only["credit"]):
        return any(_is_place(part) for part in re.split("[،,/]", credit_only["credit"]))
    bare = _BARE.match(start)
    if bare is None:
        return False
    return _is_unknown(bare["city"]) or all(map(_is_place, re.split("[/،,]", bare["city"])))


def has_credit(paragraph: str) -> bool:
    """Whether a paragraph begins with a credit in brackets: "لاہور (نمائندہ خصوصی)"."""
    start = _start(paragraph)
    found = _WITH_CREDIT.match(start) or _CREDIT_ONLY.match(start)
    return found is not None and _is_credit(found["credit"])


def _start(paragraph: str) -> str:
    return fold(paragraph[:_REACH]).lstrip("\u200f\u200e")


def _is_credit(folded: str) -> bool:
    return any(re.search(rf"\b{re.escape(words)}", folded) for words in _credit_words())


@cache
def _credit_words() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("credit_words"))


@cache
def _places() -> frozenset[str]:
    return frozenset(map(fold, places()))


def _is_place(folded: str) -> bool:
    words = folded.split()
    if " ".join(words) in _cities():
        return True
    return bool(words) and all(word in _places() for word in words)


def _is_unknown(folded: str) -> bool:
    """Whether one word before a colon is no ordinary one, as the name of a small town is not."""
    words = folded.split()
    return len(words) == 1 and may_be_name(words[0])


@cache
def _cities() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in rows("dateline_cities"))
