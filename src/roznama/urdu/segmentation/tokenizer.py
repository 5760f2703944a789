"""Tokens: words, numbers, marks and foreign matter, each with its place in the text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from roznama.urdu.letters.marks import MARKS


class Token(NamedTuple):
    """A piece of a text: `text[start:end]`, and what it is.

    `kind` is one of "word", "number", "punctuation", "latin", "url", "emoji".
    """

    text: str
    start: int
    end: int
    kind: str


_DIGIT = "0-9۰-۹٠-٩"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_ACCENT = "\u0300-\u036f"
_ARABIC = (
    "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u08a0-\u08c9"
)
_FORM = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd40-\ufdf9\ufe70-\ufefc"
_SIGN = "\ufdfa-\ufdfd"
_IN_WORD = f"{_ARABIC}{_FORM}{MARKS}\u0674\u0640"
_JOINER = "[\u200c\u200d_]"
_PICTURE = (
    "[\u203c\u2049\u2139\u2194-\u21aa\u231a-\u23ff\u25aa-\u27bf\u2934-\u2b55\u3030\u303d"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
)
_MODIFIER = "[\ufe0f\ufe0e\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"

_TOKEN = re.compile(
    rf"""
    (?P<word>[{_SIGN}]|[{_ARABIC}{_FORM}][{_IN_WORD}]*(?:{_JOINER}[{_IN_WORD}]+)*)
  | (?P<url>(?:https?://|ftp://|www\.)[^\s<>"“”،؟۔]+(?<![.,;:!?)\]'’])
       | [A-Za-z0-9_.+-]{{1,64}}@[A-Za-z0-9-]{{1,64}}(?:\.[A-Za-z0-9-]{{1,64}}){{1,5}}
       | [@\#][\w{MARKS}\u200c]{{1,100}})
  | (?P<latin>(?=[0-9]*[{_LATIN}])[{_LATIN}0-9{_ACCENT}]+(?:['’&.-](?=[{_LATIN}0-9])
       [{_LATIN}0-9{_ACCENT}]+)*)
  | (?P<number>[{_DIGIT}]+(?:[.,٫٬:/۔،؍-][{_DIGIT}]+)*)
  | (?P<emoji>[\U0001f1e6-\U0001f1ff]{{1,2}}|[0-9\#*]\ufe0f?\u20e3
       |{_PICTURE}{_MODIFIER}(?:\u200d{_PICTURE}{_MODIFIER})*)
  | (?P<other>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff\u200c\u200d])*)
  | (?P<punctuation>(?P<mark>[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad])(?P=mark)*)
    """,
    re.VERBOSE,
)


def tokens(text: str) -> list[Token]:
    """The tokens of `text` in order; white space and invisible characters are between them.

    A word keeps its diacritics and the ZWNJ inside it, a number its separators (1,500; 3.5;
    10:30; 12/11/2026), Latin its digits and hyphens (F-16). A run of one mark is one token.
    Addresses, @names and #tags are "url"; an emoji sequence is one token. Scripts other than
    Arabic and Latin count as words. Never fails; linear.
    """
    return [
        Token(match.group(), match.start(), match.end(), _KINDS.get(kind, kind))
        for match in _TOKEN.finditer(text)
        if (kind := match.lastgroup or "")
    ]


def kinds(text: str) -> Iterator[str]:
    """Yield the kind of each token alone: what counting takes, at half the cost."""
    return (_KINDS.get(kind, kind) for match in _TOKEN.finditer(text) if (kind := match.lastgroup))


_KINDS = {"other": "word", "mark": "punctuation"}
