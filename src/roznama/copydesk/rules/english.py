"""English: words that the paper says in Urdu, in Latin letters or in Urdu's."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from roznama.copydesk.copy import Copy, key_of
from roznama.copydesk.grammar import is_verb
from roznama.copydesk.house import HouseList, Keys, keys_of
from roznama.copydesk.marks import Mark
from roznama.copydesk.matching import Match, matches
from roznama.copydesk.rules.house_words import marks_of
from roznama.copydesk.rules.latin import find_latin_words
from roznama.copydesk.tables import rows, word_class
from roznama.urdu.segmentation.tokenizer import Token
from roznama.urdu.stop_words import STOP_WORDS

QUOTES = frozenset("‘’“”\"'«»") | {"’’", "‘‘", "''"}
"""Marks inside which a word is part of a title (’مرڈر مبارک‘)."""


class English(NamedTuple):
    """What the paper writes, and whether the word is no part of a name, whatever precedes it."""

    preferred: str
    is_sure: bool  # whatever stands before it


Forms = dict[str, list[tuple[Keys, English]]]


def find_english_words(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """English words in either script; what the house list says of a word goes before."""
    yield from marks_of(copy, house, ("english",))
    yield from find_latin_words(copy, house)
    for match in matches(copy, _forms()):
        if _is_part_of_name(copy, match) or house.has(match.keys):
            continue
        place = match.place(copy)
        preferred = match.value.preferred
        yield Mark(*place, (preferred,), {"preferred": preferred})


@cache
def _forms() -> Forms:
    """The words as their keys, by the first of them, longer ones first."""
    found: Forms = defaultdict(list)
    for urdu, _, preferred, sure in rows("english_words"):
        for written in filter(None, urdu.split("|")):
            keys = keys_of(written)
            found[keys[0]].append((keys, English(preferred, bool(sure))))
    for several in found.values():
        several.sort(key=lambda form: -len(form[0]))
    return dict(found)


def _is_part_of_name(copy: Copy, match: Match[English]) -> bool:
    """Whether the word may stand in a name or a term: among other words than Urdu's small ones."""
    beside = [
        copy.tokens[at]
        for at in (match.first - 1, match.last)
        if 0 <= at < len(copy.tokens) and _is_near(copy, match, at)
    ]
    after = [near for near in beside if near.start > copy.tokens[match.first].start]
    return not all(map(_is_small, after if match.value.is_sure else beside))


def _is_near(copy: Copy, match: Match[English], at: int) -> bool:
    """Whether only spaces stand between the word and the token at `at`."""
    start, end = match.place(copy)
    token = copy.tokens[at]
    between = copy.text[token.end : start] if at < match.first else copy.text[end : token.start]
    return "\n" not in between


def _is_small(token: Token) -> bool:
    key = key_of(token.text)
    if token.kind != "word":
        return token.kind == "punctuation" and token.text not in QUOTES
    return key in STOP_WORDS or key in word_class("small_words", "beside") or is_verb(key)
