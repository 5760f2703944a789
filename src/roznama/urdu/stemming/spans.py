"""Where a text's search terms stand in it: for marking what was found."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from roznama.urdu.letters.folding import fold
from roznama.urdu.stemming.joining import matches
from roznama.urdu.stemming.terms import Term, terms_of_word, words_of

_PIECE = re.compile(r"\S+")
_EDGE = re.compile(r"\w(?:.*\w)?", re.DOTALL)


class TermSpan(NamedTuple):
    """A search term and the characters that it was made of: `text[start:end]`."""

    term: Term
    start: int
    end: int


def term_spans(text: str) -> list[TermSpan]:
    """The search terms of `text` in order, each with its place.

    Words that make one term share a span from the first to the last; the words of one piece
    (covid-19) have all of the piece. The terms are those of `search_terms` but where folding
    looks across white space. Never fails; linear.
    """
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for start, end, piece in _pieces(text):
        made = words_of(fold(piece).replace("_", " ").strip())
        words += made
        places += [(start, end)] * len(made)
    return [
        TermSpan(terms_of_word(word), places[first][0], places[last][1])
        for word, first, last in matches(words)
    ]


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what stands between blanks, without the punctuation at its ends."""
    for match in _PIECE.finditer(text):
        if inner := _EDGE.search(match.group()):
            start = match.start() + inner.start()
            yield start, start + len(inner.group()), match.group()
