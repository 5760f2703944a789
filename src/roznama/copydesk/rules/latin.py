"""Latin letters: words in them that Urdu has, and words that stand among Urdu's in lower case."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from roznama.copydesk.copy import Copy
from roznama.copydesk.house import HouseList, Keys, keys_of
from roznama.copydesk.marks import Mark
from roznama.copydesk.matching import Match, matches
from roznama.copydesk.tables import rows

Forms = dict[str, list[tuple[Keys, tuple[str, bool]]]]

_SHORTEST = 4  # letters of a word that no table has: km, ft and vs stand for themselves
_LONGEST_INITIALS = 4  # capitals: IT and CASE are rather abbreviations
_BESIDE_NAMES = frozenset("()[]{}‘’“”\"'«»/\\_@#&+=<>|") | {"’’", "‘‘", "''"}
"""Marks beside which a word is a gloss, a title or part of a code."""


def find_latin_words(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """The words of data/latin_words.tsv; other English ones in lower case, without a suggestion."""
    told: set[int] = set()
    for match in matches(copy, _forms()):
        told.update(range(match.first, match.last))
        if not house.has(match.keys) and _is_word(copy, match):
            preferred = match.value[0]
            yield Mark(*match.place(copy), (preferred,), {"preferred": preferred})
    for at, token in enumerate(copy.tokens):
        if token.kind == "latin" and at not in told and _is_unknown(copy, at, house):
            yield Mark(token.start, token.end, (), {"kind": "unknown"})


@cache
def _forms() -> Forms:
    """The words and their plurals as their keys, by the first of them, longer ones first."""
    table = {keys_of(latin): (urdu, bool(lower)) for latin, urdu, lower in rows("latin_words")}
    for _, latin, urdu, _ in rows("english_words"):
        for written in filter(None, latin.split("|")):
            table.setdefault(keys_of(written), (urdu, False))
    for keys, value in list(table.items()):
        table.setdefault((*keys[:-1], keys[-1] + "s"), value)
    found: Forms = defaultdict(list)
    for keys, value in sorted(table.items(), key=lambda item: -len(item[0])):
        found[keys[0]].append((keys, value))
    return dict(found)


def _is_word(copy: Copy, match: Match[tuple[str, bool]]) -> bool:
    """Whether the match is no name, abbreviation or gloss."""
    first = copy.tokens[match.first].text
    is_short = first.isupper() and len(first) <= _LONGEST_INITIALS
    is_name = match.value[1] and first[0].isupper()
    return not is_short and not is_name and _is_alone(copy, match.first, match.last)


def _is_unknown(copy: Copy, at: int, house: HouseList) -> bool:
    word = copy.tokens[at].text
    is_plain = word.isascii() and word.isalpha() and word.islower() and len(word) >= _SHORTEST
    return is_plain and not house.has((copy.keys[at],)) and _is_alone(copy, at, at + 1)


def _is_alone(copy: Copy, first: int, last: int) -> bool:
    """Whether a word is part of no name in Latin letters and explains nothing in brackets.

    Said twice it is no name: Messenger Messenger.
    """
    for at in (first - 1, last):
        if not 0 <= at < len(copy.tokens):
            continue
        token = copy.tokens[at]
        is_same = copy.keys[at] == copy.keys[first]
        if token.text in _BESIDE_NAMES or (token.kind in ("latin", "url") and not is_same):
            return False
    return True
