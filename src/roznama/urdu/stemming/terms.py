"""Search terms: what a text is found by."""

import re
from collections.abc import Callable
from itertools import chain
from typing import TypeVar

from roznama.urdu.letters.folding import fold
from roznama.urdu.segmentation.tokenizer import tokens
from roznama.urdu.stemming.joining import joined, untied
from roznama.urdu.stemming.stems import stem
from roznama.urdu.stop_words import STOP_WORDS

Value = TypeVar("Value")

_KINDS = ("word", "number", "latin", "url")
_SPLIT = ("latin", "url")
_LONGEST_KEPT = 40  # characters; longer pieces seldom come again


class Term(str):
    """A search term: its text, and whether it says little by itself (`is_stop`)."""

    __slots__ = ("is_stop",)
    is_stop: bool

    def __new__(cls, text: str, *, is_stop: bool = False) -> "Term":
        """A term of `text`."""
        term = super().__new__(cls, text)
        term.is_stop = is_stop
        return term


def search_terms(text: str) -> list[Term]:
    """The terms of `text` in order: folded, brought to one way of writing, stemmed.

    Stop words (postpositions, auxiliaries, pronouns) are there, flagged: a `Term` is a str with
    `is_stop`. Numbers lose their thousands separators, decimals have one sign. Two texts that a
    reader would search for with the same words give the same terms. Never fails; linear.
    """
    # No token holds white space, and most of what stands between two blanks was met before.
    pieces = fold(text).replace("_", " ").split()
    words = list(chain.from_iterable(map(_words.__getitem__, pieces)))
    return list(map(_terms.__getitem__, joined(words)))


def words_of(piece: str) -> tuple[str, ...]:
    """The words in a piece of folded text that holds no white space, joined to no other."""
    return _words[piece]


def terms_of_word(word: str) -> Term:
    """The term of a word as `words_of` gives it."""
    return _terms[word]


class _Kept(dict[str, Value]):
    """What a function makes of strings, kept; a look-up costs a third of `lru_cache`'s."""

    def __init__(self, make: Callable[[str], Value], most: int) -> None:
        self._make = make
        self._most = most

    def __missing__(self, key: str) -> Value:
        value = self._make(key)
        if len(key) <= _LONGEST_KEPT:
            if len(self) >= self._most:
                self.clear()
            self[key] = value
        return value


def _cut(piece: str) -> tuple[str, ...]:
    """The words in a piece of folded text."""
    return tuple(
        part
        for token in tokens(piece)
        if token.kind in _KINDS
        for word in _plain(token.text, token.kind)
        for part in untied(word)
    )


def _made(word: str) -> Term:
    return Term(stem(word), is_stop=word in STOP_WORDS)


_words = _Kept(_cut, 1 << 18)
_terms = _Kept(_made, 1 << 17)


# Thousands go; decimals stand behind the one sign, whichever key was at hand.
_ONE_NUMBER = str.maketrans({",": None, "\u066c": None, "\u066b": ".", "\u06d4": "."})


def _plain(token: str, kind: str) -> list[str]:
    """The words of a token: 1,500 is 1500, covid-19 two words, #پاکستان one."""
    if kind == "number":
        return [token.translate(_ONE_NUMBER)]
    return (
        re.findall(r"\w+", token.replace("'", "").replace("’", "")) if kind in _SPLIT else [token]
    )
