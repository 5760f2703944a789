"""Analysis: what the index keeps of a text, and what a query asks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from roznama.urdu import fold, from_roman, search_terms
from roznama.urdu.stemming.terms import Term

WORD = 64
"""Letters of a word that count. PostgreSQL refuses a query with a word of 2 KB."""

TEXT = 200_000
"""Letters of a text that are indexed, some 40,000 words. PostgreSQL's vectors end at 1 MB."""

QUERY = 500
"""Letters of a query that are read. One of 10,000 is a paste by mistake."""

_TERMS = 32  # of a query
_READINGS = 3  # of a query in Roman Urdu
_ROMAN_WORDS = 6  # each takes some 10 ms to read; a longer query is English
_WORDS = re.compile(r"\w+")
_LATIN = re.compile("[A-Za-z]{2,}")
_OUTSIDE = re.compile(r"[^\w.]+")


class Piece(NamedTuple):
    """A word of a query, in the index's form, or the beginning of one; several are a phrase."""

    text: str
    is_prefix: bool = False


Alternatives = list[list[Piece]]
"""What a query asks: all pieces of the first list, or all of the second, and so on."""


@lru_cache(maxsize=16)
def whole_words(text: str) -> str:
    """Return the terms of `text` in their order, as a text: what whole words are found by."""
    return " ".join(map(_plain, search_terms(text[:TEXT])))


@lru_cache(maxsize=16)
def begun_words(text: str) -> str:
    """Return the terms of `text`, then its words as they are written.

    A word that is still being typed has no stem: کتابو begins کتابوں, not کتاب.
    """
    terms = whole_words(text)
    known = set(terms.split())
    written = dict.fromkeys(word[:WORD] for word in _written(text[:TEXT]))
    return " ".join([terms, *(word for word in written if word not in known)])


def phrase(text: str) -> Alternatives:
    """Return what a text between quotation marks asks: its terms in a row."""
    terms = _terms(text[:QUERY])
    return [[Piece(" ".join(map(_plain, terms)))]] if terms else []


def plain_query(text: str, *, either: bool = False, unfinished: bool = False) -> Alternatives:
    """Return what the words of `text` ask: all of them, or with `either` any of them.

    Words that say little by themselves may be missing from what is found. `unfinished`: the
    last word may be the beginning of one. Latin letters are read as Roman Urdu as well.
    No words, no alternatives: nothing is found.
    """
    asked = list(chain.from_iterable(_asked(reading, unfinished) for reading in _readings(text)))
    if either:
        asked = [[piece] for pieces in asked for piece in pieces]
    return [list(pieces) for pieces in dict.fromkeys(map(tuple, asked)) if pieces]


def _readings(text: str) -> list[str]:
    text = text[:QUERY]
    if 0 < len(_LATIN.findall(text)) <= _ROMAN_WORDS:
        return [text, *from_roman(text, _READINGS)]
    return [text]


def _asked(text: str, unfinished: bool) -> Iterator[list[Piece]]:
    terms = _terms(text)
    yield _pieces(_telling(terms) or terms)
    words = _written(text)[:_TERMS]
    if unfinished and words:
        yield from _begun(words)


def _begun(words: list[str]) -> Iterator[list[Piece]]:
    """The last word as a beginning; and with the one before as the beginning of a single word.

    What is typed as پیونگ یا is in the index as پیونگیانگ.
    """
    for length in range(1, min(len(words), 2) + 1):
        before = _telling(_terms(" ".join(words[:-length])))
        yield [*_pieces(before), Piece("".join(words[-length:])[:WORD], is_prefix=True)]


def _pieces(terms: list[Term]) -> list[Piece]:
    return [Piece(_plain(term)) for term in terms]


def _telling(terms: list[Term]) -> list[Term]:
    return [term for term in terms if not term.is_stop]


def _terms(text: str) -> list[Term]:
    return list(islice(search_terms(text), _TERMS))


def _written(text: str) -> list[str]:
    """The words of `text`, folded and no more."""
    return _WORDS.findall(fold(text).replace("_", " "))


def _plain(term: str) -> str:
    """A term without a sign that means something to a database; two words where one stood."""
    return _OUTSIDE.sub(" ", term[:WORD])
