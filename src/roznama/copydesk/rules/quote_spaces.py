"""Quote spaces: a quotation mark without a space outside (کہ’جب), or with one inside (’ فلم ‘).

Which way a mark is turned says nothing in Urdu: newsrooms write ’so‘ and ‘so’. So the first of
two opens and the second closes; a piece in which one is missing is left alone but for marks
between two letters.
"""

import re
from collections import Counter
from collections.abc import Iterator

from roznama.copydesk.copy import Copy
from roznama.copydesk.marks import Mark

QUOTES = "'\"‘’“”"
_MARK = re.compile(f"([{QUOTES}])\\1?")
_FAMILY = {"‘": "’", "“": "”"}
_LETTER = re.compile("[ء-ۓ]")
_APOSTROPHE = re.compile("[A-Za-z0-9۰-۹]['’\"”]")
_WORD_BEFORE = re.compile("[ء-ۓ]+[،:]?$")
_REACH = 32  # characters in which the word before a mark ends


def find_tight_quotes(copy: Copy) -> Iterator[Mark]:
    """Quotation marks between two words without a space, and spaces inside quotations."""
    for base, piece in copy.parts():
        text = piece.text
        marks = [mark for mark in _MARK.finditer(text) if not _is_apostrophe(text, mark)]
        totals = Counter(map(_family, marks))
        seen: Counter[str] = Counter()
        for mark in marks:
            seen[_family(mark)] += 1
            opens, is_even = seen[_family(mark)] % 2 == 1, totals[_family(mark)] % 2 == 0
            yield from _tight(text, base, mark, opens=opens)
            if is_even:
                yield from _loose(text, base, mark, opens=opens)


def _family(mark: re.Match[str]) -> str:
    return "".join(_FAMILY.get(sign, sign) for sign in mark.group())


def _is_apostrophe(text: str, mark: re.Match[str]) -> bool:
    return mark.start() > 0 and bool(_APOSTROPHE.match(text, mark.start() - 1))


def _tight(text: str, base: int, mark: re.Match[str], *, opens: bool) -> Iterator[Mark]:
    """A mark that touches the words on both sides."""
    start, end = mark.span()
    before = _WORD_BEFORE.search(text[max(0, start - _REACH) : start])
    if before and _LETTER.match(text, end):
        spaced = f" {mark.group()}" if opens else f"{mark.group()} "
        first = start - len(before.group())
        detail = {"kind": "bracket" if opens else "after", "mark": mark.group()}
        yield Mark(base + first, base + end, (before.group() + spaced,), detail)


def _loose(text: str, base: int, mark: re.Match[str], *, opens: bool) -> Iterator[Mark]:
    """A mark with a space between it and what it quotes, that stands alone."""
    start, end = mark.span()
    first, last = start, end
    if opens and text[start - 1 : start] in ("", " ", "\n"):
        while text[last : last + 1] == " ":
            last += 1
    elif not opens and text[end : end + 1] in ("", " ", "،", "۔", "\n"):
        while first and text[first - 1] == " ":
            first -= 1
    if last - first > end - start and (last < len(text) or not opens):
        detail = {"kind": "inside" if opens else "before", "mark": mark.group()}
        yield Mark(base + first, base + last, (mark.group(),), detail)
