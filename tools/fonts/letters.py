"""Which code points the paper's font keeps, and why.

A smaller choice was tried and shows holes on the page: quotation marks,
digits, or letters typed on an Arabic keyboard. A character that is not
here comes from the next font of the reader's machine. The signs that are
drawn under digits (U+0600 to U+0604) are left out on purpose: the small
digits they need take 5 KB, and the web's Urdu writes ۱۹۴۷ء without them.
"""

from __future__ import annotations

from typing import NamedTuple


class Keep(NamedTuple):
    """Code points that are kept for one reason."""

    reason: str
    code_points: frozenset[int]


def _chars(text: str) -> frozenset[int]:
    return frozenset(map(ord, text))


def _span(first: int, last: int) -> frozenset[int]:
    return frozenset(range(first, last + 1))


TABLE: tuple[Keep, ...] = (
    Keep(
        "the Urdu alphabet",
        _chars("آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے"),
    ),
    Keep(
        "Urdu's letters with hamza, and the round te of زکوٰۃ",
        _chars("أؤئۂۓۃ"),
    ),
    Keep(
        "letters an Arabic keyboard types in place of Urdu's",
        _chars("يكهىةإۀ"),
    ),
    Keep(
        "alef wasla, in quoted Arabic",
        frozenset({0x0671}),
    ),
    Keep(
        "honorific marks, the poet's mark, the small tah",
        _span(0x0610, 0x0615),
    ),
    Keep(
        "vowels, doubling, madda, hamza above and below, subscript alef, "
        "inverted pesh, the mark of noon ghunna",
        _span(0x064B, 0x0658),
    ),
    Keep(
        "standing alef, as in اعلیٰ",
        frozenset({0x0670}),
    ),
    Keep(
        "Urdu's comma, semicolon, question mark, full stop and date separator",
        _chars("،؛؟۔؍"),
    ),
    Keep(
        "the signs before a verse and a line of verse",
        frozenset({0x060E, 0x060F}),
    ),
    Keep(
        "percent, decimal and thousands signs of the Arabic digits",
        _chars("٪٫٬"),
    ),
    Keep(
        "stretching a word",
        frozenset({0x0640}),
    ),
    Keep(
        "three digit sets: Urdu's, Arabic's and ASCII's",
        _span(0x06F0, 0x06F9) | _span(0x0660, 0x0669) | _span(0x0030, 0x0039),
    ),
    Keep(
        "the names ﷲ and ﷺ as single characters",
        frozenset({0xFDF2, 0xFDFA}),
    ),
    Keep(
        "ASCII punctuation that stands between Urdu words",
        _chars(" !\"#%&'()*+,-./:;=?@[]"),
    ),
    Keep(
        "quotation marks, single, double and angled",
        _chars("‘’“”«»‹›"),
    ),
    Keep(
        "dashes, hyphens, ellipsis, bullets and the signs of arithmetic",
        frozenset({0x2010, 0x2011, 0x2013, 0x2014, 0x2026, 0x2022, 0x00B7, 0x00D7, 0x00F7, 0x2212}),
    ),
    Keep(
        "the space that does not break and the one that has no width",
        frozenset({0x00A0, 0x200B}),
    ),
    Keep(
        "ZWNJ and ZWJ, which part and join letters",
        frozenset({0x200C, 0x200D}),
    ),
    Keep(
        "marks of direction (the font draws no others; shapers hide those)",
        frozenset({0x200E, 0x200F, 0x061C}),
    ),
    Keep(
        "the circle that carries a mark shown alone",
        frozenset({0x25CC}),
    ),
)

REQUIRED: frozenset[int] = frozenset().union(*(row.code_points for row in TABLE))
