"""Gluing: two words typed as one, and a number typed as one with a word.

After a letter that does not join the next one a missing space hardly shows in print, so it is
there that spaces are forgotten: اوریونیورسٹی, تھاکہ. A final ے or ں inside a word is such a place
whatever stands around it. Words that print joins on purpose (کردیا, وزیراعظم) are in the lists.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from roznama.copydesk.copy import Copy
from roznama.copydesk.grammar import in_class
from roznama.copydesk.marks import Mark
from roznama.copydesk.tables import forms
from roznama.urdu.roman.letters import LETTER_NAMES
from roznama.urdu.spelling.inflections import is_frequent, is_inflected, parts
from roznama.urdu.spelling.lexicon import (
    is_listed,
    is_people_name,
    listed_words,
    names,
    share,
    slips,
)
from roznama.urdu.spelling.wording import Word
from roznama.urdu.tables import rows

_OPEN = frozenset("اآدڈذرڑزژوؤےںہء")  # letters that do not join, or look as at a word's end
_FINAL = re.compile("(?<=[ےں])(?=[ء-ۓ])")
_SHORTEST, _PART, _LONGEST = 5, 3, 24  # letters of the whole, of a part, of what is looked at
_FULL = 4  # letters of the other word beside one that may be an ending as well
_OFTEN, _VERY_OFTEN = 3e-5, 1e-4  # shares of running text
_NUMBER = re.compile(
    "(?<![\\w.،])(?:(?P<word>[ء-ۓ]{2,})(?P<after>[0-9۰-۹]+)|"
    "(?P<before>[0-9۰-۹]+(?:[.,:٫٬][0-9۰-۹]+)*)(?P<unit>[آ-ۓ][ء-ۓ]{2,}|فی|سے|کے|کا|کی|کو|پر))"
    "(?![\\w-])"
)
_BETWEEN = re.compile("(?<!\\w)([ء-ۓ]{2,})([0-9۰-۹]+)([آ-ۓ][ء-ۓ]{2,})(?!\\w)")
_YEAR = re.compile("(?<!\\w)([0-9۰-۹]{4} ?ء)([آ-ۓ][ء-ۓ]+)(?!\\w)")


def find_glued(copy: Copy) -> Iterator[Mark]:
    """Words and numbers that lack the space between them."""
    for word in copy.words:
        if len(word.form) >= _SHORTEST - 1 and (cut := _cut(word.form)):
            yield from _parted(copy, word, cut)
    for match in (*_BETWEEN.finditer(copy.text), *_YEAR.finditer(copy.text)):
        yield Mark(*match.span(), (" ".join(match.groups()),), {"kind": "glued"})
    for match in _NUMBER.finditer(copy.text):
        if not _may_touch(match["word"] or "", match["unit"] or ""):
            parts = [part for part in match.groups() if part]
            yield Mark(*match.span(), (" ".join(parts),), {"kind": "glued"})


def _parted(copy: Copy, word: Word, cut: int) -> Iterator[Mark]:
    text = copy.text[word.start : word.end]
    if len(text) == len(word.form):  # with marks in it the letters stand elsewhere
        yield Mark(word.start, word.end, (f"{text[:cut]} {text[cut:]}",), {"kind": "glued"})


@lru_cache(maxsize=50_000)
def _cut(form: str) -> int:
    """Where `form` is to be parted, 0 when it is one word."""
    if len(form) > _LONGEST or form in listed_words() or form in slips():
        return 0
    if is_listed(form):  # counted as a word, as what is often glued is
        return next((cut for cut in range(2, len(form) - 1) if _are_sure(form, cut)), 0)
    if final := _FINAL.search(form):
        return _at_final(form, final.start())
    cuts = range(2, len(form) - 1)
    return next((cut for cut in cuts if _are_two(form[:cut], form[cut:])), 0)


def _are_sure(form: str, cut: int) -> bool:
    """Whether two words that print has as one now and then are two all the same."""
    first, rest = form[:cut], form[cut:]
    if first[-1] not in _OPEN:
        return False
    return rest in forms("glued_words", "clause") and in_class("finite", first)


def _at_final(form: str, cut: int) -> int:
    first, rest = form[:cut], form[cut:]
    if rest in forms("glued_words", "joined") or first in parts("prefix"):
        return 0
    return cut if len(rest) > 1 and is_listed(first) and is_listed(rest) else 0


def _are_two(first: str, rest: str) -> bool:
    if first[-1] not in _OPEN or is_inflected(first + rest):
        return False
    if first in forms("glued_words", "front"):
        return _is_whole(rest, first)
    if rest in forms("glued_words", "back"):
        return _is_whole(first, rest)
    return min(len(first), len(rest)) >= _PART and _are_full_words(first, rest)


def _is_whole(word: str, small: str) -> bool:
    """Whether `word` beside the `small` one is surely a word of its own."""
    if len(word) >= _FULL or small in forms("glued_words", "telling"):
        return len(word) >= _PART and is_frequent(word)
    return len(word) == _PART and share(word) >= _OFTEN


def _are_full_words(first: str, rest: str) -> bool:
    """Whether the two are a name of two words, or two words that are no compound together."""
    if {first, rest} <= names() and is_people_name(min(first, rest, key=share)):
        return first not in parts("prefix") and rest not in parts("suffix")
    if first in parts("prefix") or rest in parts("suffix") or rest in _light_verbs():
        return False
    return min(share(first), share(rest)) >= _VERY_OFTEN and first not in names()


@cache
def _light_verbs() -> frozenset[str]:
    """Words that print writes as one with the verb before them."""
    return frozenset(row[1] for row in rows("tied_words") if row[0] == "light verb")


def _may_touch(word: str, unit: str) -> bool:
    """Whether a word may stand beside a number: names of letters (ایف16), endings (27ویں)."""
    if unit:
        return unit in forms("glued_words", "ordinal")
    return word in LETTER_NAMES or word in forms("glued_words", "number")
