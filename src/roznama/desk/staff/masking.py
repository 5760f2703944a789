"""Taking out of a text who its writer is.

Rules, no understanding: what they miss an editor must find, so what is made of it is a draft.
E-mail addresses, links, runs of digits as long as a telephone number, names that are known or
introduced, and what follows the words of an address are replaced by what they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from django.utils.translation import gettext as _

from roznama.urdu.letters.folding import fold

_EMAIL = re.compile(r"[^\s@،,;:()<>]+@[^\s@،,;:()<>]+\.[^\s@،,;:()<>]+")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_DIGITS = re.compile(r"\+?\d(?:[\s().\-–/]{0,2}\d){4,}")  # five: ages, doses and years stay
_HANDLE = re.compile(r"(?<!\S)@\w{2,}")
_WORD = re.compile(r"[^\s،۔؟!.,:;()\[\]\"'«»“”/\\-]+")
_CLAUSE_ENDS = re.compile(r"[،۔؟!.,:;\n]")
_MOST_OF_NAME = 3  # words
_MOST_OF_PLACE = 3

Span = tuple[int, int, str]
Words = list[tuple[int, int, str]]
"""Begin, end and folded form of each word."""


def masked(text: str, names: Iterable[str] = ()) -> str:
    """Return the text without what tells who somebody is; `names` are known from elsewhere."""
    words = _words(text)
    spans = [
        *_matches(_EMAIL, text, _("[e-mail]")),
        *_matches(_LINK, text, _("[link]")),
        *_matches(_HANDLE, text, _("[name]")),
        *_matches(_DIGITS, text, _("[number]")),
        *_known(words, names),
        *_introduced(text, words),
        *_places(text, words),
    ]
    return _replaced(text, sorted(spans))


def names_in(text: str) -> list[str]:
    """Return the names by which somebody introduces themselves or another in a text."""
    words = _words(text)
    return [text[begin:end] for begin, end, _label in _introduced(text, words)]


def _words(text: str) -> Words:
    return [(m.start(), m.end(), fold(m.group())) for m in _WORD.finditer(text)]


def _matches(pattern: re.Pattern[str], text: str, label: str) -> Iterator[Span]:
    return ((match.start(), match.end(), label) for match in pattern.finditer(text))


def _known(words: Words, names: Iterable[str]) -> Iterator[Span]:
    parts = {fold(part) for name in names for part in _WORD.findall(name)}
    parts = {part for part in parts if len(part) > 1} - _phrases("stop").keys()
    return ((begin, end, _("[name]")) for begin, end, word in words if word in parts)


def _introduced(text: str, words: Words) -> Iterator[Span]:
    stops = _phrases("stop")
    for after in _ends(words, _phrases("name")):
        taken = _following(text, words, after, _MOST_OF_NAME, stops)
        if taken:
            yield taken[0][0], taken[-1][1], _("[name]")


def _places(text: str, words: Words) -> Iterator[Span]:
    for after in _ends(words, _phrases("place")):
        taken = _following(text, words, after, _MOST_OF_PLACE, {})
        yield words[after - 1][0], (taken or [words[after - 1]])[-1][1], _("[address]")


def _ends(words: Words, phrases: dict[str, int]) -> Iterator[int]:
    """Yield the index after each phrase in the text."""
    longest = max(phrases.values(), default=0)
    for at in range(len(words)):
        for length in range(min(longest, len(words) - at), 0, -1):
            if " ".join(word for _, _, word in words[at : at + length]) in phrases:
                yield at + length
                break


def _following(text: str, words: Words, after: int, most: int, stops: dict[str, int]) -> Words:
    """Return the words after an index, to a stop word or the end of the clause."""
    taken: Words = []
    end = words[after - 1][1]
    for begin, following_end, word in words[after : after + most]:
        # A colon may stand between "name" and the name itself.
        gap = text[end:begin].replace(":", "") if not taken else text[end:begin]
        if word in stops or _CLAUSE_ENDS.search(gap):
            break
        taken.append((begin, following_end, word))
        end = following_end
    return taken


def _replaced(text: str, spans: list[Span]) -> str:
    """Put labels where spans are; one that touches or overlaps another is one with it."""
    merged: list[Span] = []
    for begin, end, label in spans:
        if merged and (
            begin < merged[-1][1]
            or (label == merged[-1][2] and not text[merged[-1][1] : begin].strip())
        ):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]), merged[-1][2])
        else:
            merged.append((begin, end, label))
    edges = [(0, 0, ""), *merged, (len(text), len(text), "")]
    return "".join(before[2] + text[before[1] : after[0]] for before, after in pairwise(edges))


@cache
def _phrases(kind: str) -> dict[str, int]:
    """Return the phrases of a kind, folded, with how many words each has."""
    text = files("roznama.desk.staff").joinpath("masking.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    phrases = [fold(phrase) for found, phrase in rows if found == kind]
    return {phrase: len(phrase.split()) for phrase in phrases}
