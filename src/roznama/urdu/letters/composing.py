"""Composition: look-alikes, invisible characters, hamza and madda, so that one letter is one code.

Half to two thirds of the stories on Urdu news sites hold آ as ا and a madda sign, or a hamza as
a sign of its own; that, not ي or ك, is the main disorder of Urdu text on the web. The result is
in Unicode's composed form (NFC, UAX #15), with Urdu's yeh and heh taking part in it as their
Arabic look-alikes do there.
"""

import re
import unicodedata

from roznama.urdu.letters import alphabet as a
from roznama.urdu.letters.codepage import URDU_RUN, decode, page
from roznama.urdu.letters.edits import Replace, Rewrite, Step, Swap

IN_WORD = b"[" + page(a.LETTERS + "هأإٱ" + a.PAGE_MARKS) + URDU_RUN + b"]"
"""A class of the characters that Urdu words consist of, for regular expressions."""

WORD_END = b"(?!" + IN_WORD + b")"


def whole_word(word: bytes) -> re.Pattern[bytes]:
    """`word` where nothing is joined to it on either side.

    The look back comes after the word: a pattern that begins with a literal is found faster.
    """
    return re.compile(word + b"(?<!" + IN_WORD + word + b")" + WORD_END)


_PAIRS = ["يی", "ىی", "ېی", "ۍی", "كک", "ڪک", "ەہ", "ةۃ", "ۀۂ", "ٲأ", "ٳإ", "\u0674\u0654"]
_PAIRS += [arabic + urdu for arabic, urdu in zip(a.ARABIC_DIGITS, a.URDU_DIGITS, strict=True)]

_COMPOSITES = {
    page(pair): page(one)
    for pair, one in {
        "ا" + a.MADDA: "آ",
        "ا" + a.HAMZA_ABOVE: "أ",
        "ا" + a.HAMZA_BELOW: "إ",
        "و" + a.HAMZA_ABOVE: "ؤ",
        "ی" + a.HAMZA_ABOVE: "ئ",
        "ہ" + a.HAMZA_ABOVE: "ۂ",
        "ه" + a.HAMZA_ABOVE: "ۂ",
        "ے" + a.HAMZA_ABOVE: "ۓ",
    }.items()
}


def swap_table(pairs: list[str]) -> bytes:
    """A table for `Swap`: the first character of each pair becomes the second."""
    codes = bytearray(range(256))
    for pair in pairs:
        codes[page(pair[0])[0]] = page(pair[1])[0]
    return bytes(codes)


def shape_table(**classes: bytes) -> bytes:
    """A table for a rule's `shape`: the members of each class become its one-letter name."""
    codes = bytearray(b"." * 256)
    for name, members in classes.items():
        for code in members:
            codes[code] = ord(name)
    return bytes(codes)


_ALIFS, _BELOW = frozenset(page(one) for one in "اآأإ"), page(a.HAMZA_BELOW)
_SINGLE = a.HAMZA_ABOVE + a.HAMZA_BELOW + a.MADDA + a.SMALL_MADDA


def _once(marks: str) -> str:
    for mark in _SINGLE:
        if marks.count(mark) > 1:
            marks = mark + marks.replace(mark, "")
    return marks


def _in_order(match: re.Match[bytes]) -> bytes:
    """A letter and its marks, these in canonical order and joined to it where they can be.

    Hamza and madda once only: what is typed twice is one sign, and on an alif with a madda a
    hamza below is as little Urdu's as it is alone.
    """
    letter = match[1]
    marks = [page(mark) for mark in sorted(_once(decode(match[2])), key=unicodedata.combining)]
    if letter in _ALIFS and _BELOW in marks:
        marks.remove(_BELOW)
    for mark in marks:
        if one := _COMPOSITES.get(letter + mark):
            marks.remove(mark)
            return one + b"".join(marks)
    return letter + b"".join(marks)


_MARK = b"[" + page(a.PAGE_MARKS) + b"]"
_TATWEEL = page(a.TATWEEL)

COMPOSING: tuple[Step, ...] = (
    Swap(swap_table(_PAIRS), delete=page(a.INVISIBLE)),
    Rewrite(re.compile(b"(?<=" + IN_WORD + b")" + _TATWEEL + b"+"), b"", needs=(_TATWEEL,)),
    Rewrite(
        re.compile(b"(?<!" + _TATWEEL + b")" + _TATWEEL + b"+(?=" + IN_WORD + b")"),
        b"",
        needs=(_TATWEEL,),
    ),
    Rewrite(re.compile(b"(?<=[0-9])" + _TATWEEL + b"(?=[0-9])"), b"-", needs=(_TATWEEL,)),
    Replace(_TATWEEL, b""),
    Replace(page("ا" + a.SMALL_MADDA), page("آ")),
    Rewrite(
        re.compile(b"(^|[^" + _MARK[1:] + b")(" + _MARK + b"{2,})"),
        _in_order,
        shape=(shape_table(m=page(a.PAGE_MARKS)), b"mm"),
    ),
    *(Replace(page(alif + a.HAMZA_BELOW), page(alif)) for alif in "آأ"),
    *(Replace(page(one + a.HAMZA_ABOVE), page(one)) for one in "أؤئۂ"),
    Replace(page("آ" + a.MADDA), page("آ")),
    Replace(page("ۓ"), page("ئے")),
    *(Replace(pair, one) for pair, one in _COMPOSITES.items()),
    Replace(page("ۓ"), page("ئے")),
    Rewrite(re.compile(page("(?<!ئ)ئ{2,}(?=ے)")), page("ئ"), needs=(page("ئئے"),)),
    Replace(page("إ"), page("ا")),
    Rewrite(
        re.compile(page("أ") + b"(?<!" + IN_WORD + page("أ") + b")"), page("ا"), needs=(page("أ"),)
    ),
    Rewrite(
        re.compile(page("[ہهھ]ء") + WORD_END),
        page("ۂ"),
        needs=tuple(page(heh + "ء") for heh in "ہهھ"),
    ),
)
"""From any spelling of a letter to Urdu's one; heh, which needs its neighbors, comes after."""
