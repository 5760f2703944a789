"""Readers' queries: what they would type to find stories of a synthetic archive."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from bench_archive.coining import name
from bench_archive.pool import pool, telling_words
from roznama.urdu import fold, to_roman
from roznama.urdu.stop_words import STOP_WORDS
from roznama.urdu.tables import rows

_RESPELLED = 0.2  # the share of queries that are typed in other letters than the house's
_COMMON = 100
_EARLY_NAMES = 20_000  # coined names that any archive of 100,000 stories has


def queries(kind: str, count: int, seed: int) -> list[str]:
    """`count` queries of a kind (one of `KINDS`), drawn from the headlines of the seed articles.

    one, two, three: so many telling words in their order (three: or four); phrase: two to four
    words as they stand, between quotation marks; name: a person's (of no headline, where none
    has one); rare: a word of one article or a coined name; common: one of the hundred commonest
    words; roman: two or three words in Latin letters; variant: two words in other letters. A
    fifth of the first three kinds and of the names is in other letters, too. Raises KeyError for
    another kind.
    """
    ask, chance = _KINDS[kind], Random(f"{kind} {seed}")
    asked: list[str] = []
    while len(asked) < count:
        query = ask(chance)
        if kind in _RESPELLED_KINDS and chance.random() < _RESPELLED:
            query = _respelled(query, chance)
        asked += [query] if query else []
    return asked


def _headline(chance: Random) -> str:
    return chance.choice(pool().articles).headline.text


def _telling(least: int, most: int) -> Callable[[Random], str]:
    def ask(chance: Random) -> str:
        words, length = telling_words(_headline(chance)), chance.randint(least, most)
        start = chance.randrange(max(1, len(words) - length + 1))
        return " ".join(words[start : start + length]) if len(words) >= length else ""

    return ask


def _phrase(chance: Random) -> str:
    words, length = re.findall(r"\w+", _headline(chance)), chance.randint(2, 4)
    start = chance.randrange(max(1, len(words) - length + 1))
    return '"' + " ".join(words[start : start + length]) + '"'


@cache
def _people() -> frozenset[str]:
    return frozenset(word for row in rows("names_people") for word in row[0].split())


@cache
def _named() -> list[str]:
    """Two or more names in a row, out of all headlines."""
    found = [_names(telling_words(article.headline.text)) for article in pool().articles]
    return [" ".join(names) for names in found if len(names) > 1]


def _names(words: list[str]) -> list[str]:
    """The first two or more names in a row; fewer when there are no two."""
    names: list[str] = []
    for word in words:
        if word in _people():
            names.append(word)
        elif len(names) > 1:
            break
        else:
            names.clear()
    return names


def _name(chance: Random) -> str:
    return chance.choice(_named()) if _named() else " ".join(chance.sample(sorted(_people()), 2))


@cache
def _hapaxes() -> list[str]:
    return sorted(word for word, articles in pool().shares.items() if articles == 1)


@cache
def _commonest() -> list[str]:
    counted = pool().shares.most_common()
    return [word for word, _ in counted if fold(word) not in STOP_WORDS][:_COMMON]


def _rare(chance: Random) -> str:
    coined = name(chance.randrange(_EARLY_NAMES))
    return coined if chance.random() < 0.5 else chance.choice(_hapaxes())


def _common(chance: Random) -> str:
    return chance.choice(_commonest())


def _roman(chance: Random) -> str:
    return to_roman(_telling(2, 3)(chance))


def _respelled(query: str, chance: Random) -> str:
    """`query` with one or two of its letters typed otherwise, all of their kind."""
    possible = [swap for swap in _swaps() if swap[0] in query]
    for letter, typed in chance.sample(possible, min(len(possible), chance.randint(1, 2))):
        query = query.replace(letter, typed)
    return query


def _variant(chance: Random) -> str:
    query = _telling(2, 2)(chance)
    other = _respelled(query, chance)
    return other if other != query else ""


@cache
def _swaps() -> list[tuple[str, str]]:
    text = Path(__file__).with_name("respelling.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return [(letter, _character(typed)) for letter, typed in lines]


def _character(cell: str) -> str:
    return cell.encode("latin-1", "backslashreplace").decode("unicode_escape")


_KINDS: dict[str, Callable[[Random], str]] = {
    "one": _telling(1, 1),
    "two": _telling(2, 2),
    "three": _telling(3, 4),
    "phrase": _phrase,
    "name": _name,
    "rare": _rare,
    "common": _common,
    "roman": _roman,
    "variant": _variant,
}
_RESPELLED_KINDS = ("one", "two", "three", "name")

KINDS = tuple(_KINDS)
"""The kinds of queries."""
