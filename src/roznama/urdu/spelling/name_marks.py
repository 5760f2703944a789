"""Marks of a name: what stands around a word that names someone."""

from collections.abc import Iterable
from functools import cache

from roznama.urdu.spelling.inflections import is_accepted
from roznama.urdu.spelling.lexicon import is_people_name
from roznama.urdu.spelling.wording import Word
from roznama.urdu.tables import rows


@cache
def _marks(kind: str) -> frozenset[str]:
    return frozenset(
        word for row in rows("names_neighbors") if row[0] == kind for word in row[1].split()
    )


def is_title(form: str) -> bool:
    """Whether `form` is a title or an office that stands before names."""
    return form in _marks("before")


def is_place_part(form: str) -> bool:
    """Whether `form` is a word that names of places are made with, as سینٹ or برگ."""
    return form in _marks("first") or form in _marks("last")


def is_one_part(forms: Iterable[str]) -> bool:
    """Whether the words before a name are one and the first part of it, as ڈیرہ or سینٹ are."""
    return _is_one_of(forms, "first")


def is_one_end(forms: Iterable[str]) -> bool:
    """Whether the words behind a name are one and the last part of it, as یاہو is."""
    return _is_one_of(forms, "last")


def _is_one_of(forms: Iterable[str], kind: str) -> bool:
    different = set(forms)
    return len(different) == 1 and different <= _marks(kind)


def stands_as_name(words: list[Word], at: int) -> bool:
    """Whether a title, a name or another unknown word stands right beside the word at `at`."""
    if words[at].follows and _tells(words[at - 1].form, "before"):
        return True
    after = at + 1
    return after < len(words) and words[after].follows and _tells(words[after].form, "after")


def _tells(form: str, kind: str) -> bool:
    return form in _marks(kind) or is_people_name(form) or not is_accepted(form)
