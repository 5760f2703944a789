"""House names: the names that the house list keeps, laid beside those of a story."""

from functools import lru_cache

from roznama.copydesk.copy import Copy
from roznama.copydesk.house import HouseEntry, HouseList
from roznama.urdu.letters.normalizing import normalize
from roznama.urdu.spelling.inflections import is_frequent
from roznama.urdu.spelling.wording import Word, words_of

_REACH = 2  # letters that a spelling may be longer or shorter


def _kept(entry: HouseEntry) -> str:
    """The spelling that an entry keeps: of a name alone, the name."""
    return entry.preferred or entry.written


@lru_cache(maxsize=16)
def _names(house: HouseList) -> tuple[tuple[Word, ...], ...]:
    """The words of every name that the house list keeps."""
    return tuple(
        tuple(word._replace(start=-1, end=-1) for word in words_of(_kept(entry)))
        for entry in house.entries
        if entry.kind == "name"
    )


@lru_cache(maxsize=16)
def kept_names(house: HouseList) -> frozenset[str]:
    """The spellings that the house list keeps: whole names, and each of their words."""
    names = [normalize(_kept(entry)) for entry in house.entries if entry.kind == "name"]
    return frozenset(names) | frozenset(word.house for name in _names(house) for word in name)


def with_house_names(copy: Copy, house: HouseList) -> list[Word]:
    """The words of the copy and, behind them twice, the house's names that may be meant by one.

    So a lone wrong spelling is one of two. House names have -1 for their place.
    """
    names = _names(house)
    if not names:
        return copy.words
    shapes = _shapes(copy)
    near = [word for name in names if any(_is_near(word, shapes) for word in name) for word in name]
    return [*copy.words, *near, *near]


def _shapes(copy: Copy) -> set[tuple[str, int]]:
    forms = {word.form for word in copy.words}
    return {(form[0], len(form)) for form in forms if not is_frequent(form)}


def _is_near(word: Word, shapes: set[tuple[str, int]]) -> bool:
    lengths = range(len(word.form) - _REACH, len(word.form) + _REACH + 1)
    return any((word.form[0], length) in shapes for length in lengths)
