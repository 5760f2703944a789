"""Joining: words that are written as one or as two, brought to one way of writing."""

import re
from collections.abc import Iterator
from functools import cache

from roznama.urdu.letters.folding import fold
from roznama.urdu.tables import rows

_LONGEST = 4  # words in a row of the table


def _parts(place: str) -> str:
    """The words of `data/tied_words.tsv` that stand in `place`, for a regular expression."""
    words = {fold(word) for kind, word in rows("tied_words") if kind == place}
    return "|".join(sorted(words, key=len, reverse=True))


_PLACE = "اباد"  # آباد, folded: the second half of many names of towns

_FUTURE = re.compile("(.{1,20}?)(?:یگا|یگی|ینگے|ینگی|یگے)$")
_TIED = re.compile(f"({_parts('pronoun')})({_parts('postposition')})$")
_COMPOUND = re.compile(f"({_parts('verb')})({_parts('light verb')})$")
_TOWN = re.compile(f"(.{{2,20}}){_PLACE}$")


@cache
def _joined() -> dict[tuple[str, ...], str]:
    """The rows of `data/joined_words.tsv`: the separate words, and the one they make."""
    table: dict[tuple[str, ...], str] = {}
    for one, apart in rows("joined_words"):
        key = tuple(fold(apart).split())
        table.setdefault(key, fold(one))
        table[(fold(one),)] = table[key]
    return table


def compounds() -> list[tuple[str, tuple[str, ...]]]:
    """The folded compounds of the table, each with the words that it may be written as."""
    return [(one, words) for words, one in _joined().items() if len(words) > 1]


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key[0] for key in _joined())


def joined(words: list[str]) -> list[str]:
    """Folded words with names and compounds of the table made one word."""
    result: list[str] = []
    at = 0
    for start in _starts(words):
        if start >= at:
            length, word = _match(words, start)
            result += words[at:start]
            result.append(word)
            at = start + length
    result += words[at:]
    return result


def matches(words: list[str]) -> Iterator[tuple[str, int, int]]:
    """Yield what `joined` gives, each with the numbers of the first and last word it is of."""
    at = 0
    starts = set(_starts(words))
    while at < len(words):
        length, word = _match(words, at) if at in starts else (1, words[at])
        yield word, at, at + length - 1
        at += length


def _starts(words: list[str]) -> list[int]:
    """Where something may begin that is written as one: few of a text's words."""
    first = _first_words()
    found = [at for at, word in enumerate(words) if word in first]
    if _PLACE in words:
        before = (at - 1 for at, word in enumerate(words) if at and word == _PLACE)
        found = sorted({*found, *before})
    return found


def _match(words: list[str], at: int) -> tuple[int, str]:
    """How many words from `at` on make one, and that one."""
    if words[at] in _first_words():
        for length in range(_LONGEST, 0, -1):
            one = _joined().get(tuple(words[at : at + length]))
            if one is not None:
                return min(length, len(words) - at), one
    if at + 1 < len(words) and words[at + 1] == _PLACE:
        return 2, words[at] + _PLACE
    return 1, words[at]


@cache
def _full_names() -> dict[str, list[str]]:
    """Names of people as some type them, without the blank, and their words."""
    names = [fold(name).split() for (name,) in rows("full_names")]
    return {"".join(words): words for words in names}


def untied(word: str) -> list[str]:
    """A folded word as the words that it is."""
    if len(word) > 40 or (word,) in _joined():
        return [word]
    if names := _full_names().get(word):
        return names
    if tied := _TIED.match(word) or _COMPOUND.match(word):
        return [tied[1], tied[2]]
    if future := _FUTURE.match(word):
        root = future[1].rstrip("ی")
        ending = "یں" if word[-3:] in ("نگے", "نگی") else "ے"
        return [root + ("ی" if root[-1:] in ("ا", "و") else "") + ending, "گا"]
    return [word]
