"""Wording: the words of a text as the spelling checks see them."""

import unicodedata
from typing import NamedTuple

from roznama.urdu.letters.marks import MARKS, strip_marks
from roznama.urdu.letters.normalizing import normalize_with_map
from roznama.urdu.segmentation.tokenizer import tokens

_UNSEEN = frozenset(MARKS) | {"\u200c", "\u200d"}


class Word(NamedTuple):
    """A word: how it is compared (`form`, no diacritics), printed (`house`), and where it stands.

    `start` and `end` are offsets into the text as it was given. `follows` tells whether only
    white space stands between it and the word before.
    """

    form: str
    house: str
    start: int
    end: int
    follows: bool


def words_of(text: str) -> list[Word]:
    """The Urdu words of `text`, in order: those with nothing but Arabic letters in them."""
    return words_in(text, *normalize_with_map(text))


def words_in(text: str, house: str, places: list[int]) -> list[Word]:
    """The words of `text` for a caller who has its house form and the map already."""
    words: list[Word] = []
    last = -2  # the end of the word before, in `house`
    for token in tokens(house):
        if token.kind == "word" and "\u0600" <= token.text[0] <= "\u06ff":
            start, end = places[token.start], _end(text, places[token.end - 1])
            follows = token.start == last + 1 and house[last] == " "
            form = strip_marks(token.text).replace("\u200c", "")
            words.append(Word(form, token.text, start, end, follows))
            last = token.end
    return words


def _end(text: str, at: int) -> int:
    """Where the letter at `at` ends: behind its marks."""
    end = at + 1
    while end < len(text) and (text[end] in _UNSEEN or unicodedata.combining(text[end])):
        end += 1
    return end
