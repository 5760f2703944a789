"""The words of numbers, as `data/numbers.tsv` has them."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from roznama.urdu.letters.marks import strip_marks
from roznama.urdu.letters.normalizing import normalize
from roznama.urdu.tables import rows


class Meaning(NamedTuple):
    """What a word says in a number: its kind in the data file, and its value."""

    kind: str
    value: Fraction


def _entries(*kinds: str) -> Iterator[tuple[str, str, str, list[str]]]:
    for kind, value, word, *others in rows("numbers"):
        if kind in kinds:
            yield kind, value, word, " ".join(others).split()


@cache
def small_numbers() -> list[str]:
    """The names of 0 to 99."""
    return [word for _, _, word, _ in _entries("number")]


@cache
def word_of(kind: str) -> str:
    """The word that we write for a kind that has one only: "minus", "point"."""
    return next(word for _, _, word, _ in _entries(kind))


@cache
def scale() -> dict[int, str]:
    """The steps of the South Asian scale that have a name, the greatest first."""
    steps = {int(value): word for _, value, word, _ in _entries("scale")}
    return dict(sorted(steps.items(), reverse=True))


@cache
def ordinals() -> dict[int, tuple[str, str]]:
    """The irregular ordinals: alone, and as the last word of a longer number."""
    return {int(value): (word, last) for _, value, word, (last,) in _entries("ordinal")}


def plain_spelling(word: str) -> str:
    """`word` as the table of meanings knows it: Urdu's letters, no marks."""
    return strip_marks(normalize(word)).strip()


@cache
def meanings() -> dict[str, Meaning]:
    """Every spelling of every number word with its meaning; steps of both scales are "scale"."""
    known = {}
    for kind, value, word, others in _entries(
        "number", "scale", "loan", "quarter", "broken", "minus", "point"
    ):
        meaning = Meaning("scale" if kind == "loan" else kind, Fraction(value))
        known.update(dict.fromkeys(map(plain_spelling, [word, *others]), meaning))
    return known
