"""Search terms: what a text is found by."""

import re

from roznama.urdu.letters.folding import fold
from roznama.urdu.segmentation.tokenizer import tokens
from roznama.urdu.stemming.joining import one_way
from roznama.urdu.stemming.stems import stem
from roznama.urdu.stop_words import STOP_WORDS

_KINDS = ("word", "number", "latin", "url")
_SPLIT = ("latin", "url")


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
    `is_stop`. Numbers lose their thousands separators. Two texts that a reader would search
    for with the same words give the same terms. Never fails; linear.
    """
    words = [
        word
        for token in tokens(fold(text).replace("_", " "))
        if token.kind in _KINDS
        for word in _plain(token.text, token.kind)
    ]
    return [Term(stem(word), is_stop=word in STOP_WORDS) for word in one_way(words)]


def _plain(token: str, kind: str) -> list[str]:
    """The words of a token: 1,500 is 1500, covid-19 two words, #پاکستان one."""
    if kind == "number":
        return [token.replace(",", "").replace("\u066c", "")]
    return (
        re.findall(r"\w+", token.replace("'", "").replace("’", "")) if kind in _SPLIT else [token]
    )
