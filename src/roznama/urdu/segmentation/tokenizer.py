"""Tokens: words, numbers, marks and foreign matter, each with its place in the text."""

import re
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


_TOKEN = re.compile(
    rf"""
    (?P<url>(?:https?://|www\.)[^\s،۔؟]+|[\w.+-]+@[\w-]+\.[\w.-]+)
  | (?P<number>[0-9۰-۹٠-٩]+(?:[.,٫٬:/-][0-9۰-۹٠-٩]+)*)
  | (?P<latin>[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*)
  | (?P<word>[^\W\d_](?:[^\W_]|[{MARKS}\u200c])*)
  | (?P<emoji>[\U0001f000-\U0001faff\u2600-\u27bf][\ufe0f\u200d\U0001f000-\U0001faff]*)
  | (?P<punctuation>\S)
    """,
    re.VERBOSE,
)


def tokens(text: str) -> list[Token]:
    """The tokens of `text` in order; white space is between them."""
    return [
        Token(match.group(), match.start(), match.end(), match.lastgroup or "")
        for match in _TOKEN.finditer(text)
    ]
