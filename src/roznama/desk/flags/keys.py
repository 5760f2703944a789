"""Keys: what the spellings of one word have in common, for three writings at once.

A reader in distress does not look up a spelling. Urdu letters of one sound are one here
(ذ ز ض ظ, س ص ث, ت ط, ہ ح), and of a word in Latin letters two keys are made: its letters, for
English, and what the spellings of Roman Urdu share, its consonants and long vowels.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from roznama.urdu import fold

LONGEST = 4000
"""How many characters of a text are read; what is said after them is not seen."""

END = "."
"""Stands among the words where a sentence ends, so that words apart are further apart."""

MANY = "00"
"""The key of a number that no dose has."""

_ONE_SOUND = [("ث", "س"), ("ص", "س"), ("ط", "ت"), ("ذ", "ز"), ("ض", "ز"), ("ظ", "ز"), ("ژ", "ز")]
_ONE_SOUND += [("ح", "ہ"), ("ے", "ے "), ("ں", "ں ")] + [(mark, "") for mark in "'’‘`ʼ´"]
_SAID = "کخ"
"""کہ becomes letters that no word has: کہا (said) is not کھا (ate), which folding makes one."""

_TOKEN = re.compile(r"[a-z]+|[ء-يٮ-ۓ]+|[0-9]+|[.۔?؟!\n]+")
_LATIN = re.compile("[a-z]")
_FOREIGN = re.compile("[\u00aa-\u024f\u1e00-\u1eff\uff01-\uff5e]")
"""Latin letters with marks, and full-width ones."""

_ROMAN_SPELLINGS = [("ck", "k"), ("q", "k"), ("w", "v"), ("ph", "f"), ("aa", "a"), ("ee", "i")]
_ROMAN_SPELLINGS += [("ii", "i"), ("oo", "o"), ("uu", "o"), ("ou", "o"), ("au", "o"), ("ay", "e")]
_ROMAN_SPELLINGS += [("ai", "e"), ("ey", "e"), ("ei", "e"), ("ie", "i"), ("iy", "i")]
_DOUBLED = re.compile(r"([a-z])\1+")
# From the first of the letters alone: from each of 4,000 the rest would be read again.
_FIRST_PERSON = re.compile(r"(?<!a)a+[ou]+n?\b")
_LAST_H = re.compile(r"(?<=[aeiou])h\b")
_LAST_E = re.compile(r"[ey]\b")
_LAST_U = re.compile(r"u\b")
_SHORT = re.compile(r"(?<=[a-z])[aeu]+(?=[a-z])")
_CHCH = re.compile("c+h+c*h*")


def prepared(text: str) -> str:
    """The text's first characters, folded, letters of one sound as one, glued words apart.

    ے and ں only end words, so what follows one is the next word (سینےمیں).
    """
    return _folded(text[:LONGEST])[: 2 * LONGEST]


def _folded(text: str) -> str:
    marked = text.replace("\n", f" {END} ").replace("کہ", _SAID)
    plain = _without_accents(fold(_readable(marked)))
    for old, new in _ONE_SOUND:
        plain = plain.replace(old, new)
    return plain


def _readable(text: str) -> str:
    """The text without what cannot be written out (lone surrogates)."""
    return text.encode("utf-8", "ignore").decode("utf-8") if not text.isascii() else text


def _without_accents(text: str) -> str:
    """Latin letters without marks (ā, é), full-width ones as plain; Urdu is left as it is."""
    if not _FOREIGN.search(text):
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in apart if not "\u0300" <= sign < "\u0370").casefold()


def tokens(text: str) -> list[str]:
    """The words of `prepared` text, END where a sentence ends, MANY for a great number."""
    return [_named(token) if token[0] < "a" or token[0] in "۔؟" else token
            for token in _TOKEN.findall(text)]  # fmt: skip


def _named(token: str) -> str:
    if not token.isdigit():
        return END
    return MANY if len(token) == 2 else token


def roman_keys(words: list[str]) -> list[str]:
    """For each word of `tokens` the key of Roman Urdu; the word itself in other letters."""
    text = " ".join(words)
    if not _LATIN.search(text):
        return words
    text = _FIRST_PERSON.sub("aw", text)
    for old, new in _ROMAN_SPELLINGS:
        text = text.replace(old, new)
    text = _CHCH.sub("ch", _DOUBLED.sub(r"\1", text))
    text = _LAST_U.sub("o", _LAST_E.sub("i", _LAST_H.sub("", text)))
    return _SHORT.sub("", text).split(" ")


def keys_of(lines: list[str], *, roman: bool) -> list[list[str]]:
    """The keys of each line of the lists, all at once, because one by one takes seconds."""
    words = tokens(_folded("\n".join(lines)))
    words = roman_keys(words) if roman else words
    ends = [-1, *(place for place, word in enumerate(words) if word == END), len(words)]
    return [words[start + 1 : end] for start, end in pairwise(ends)]
