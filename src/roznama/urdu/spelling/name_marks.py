"""Marks of a name: what stands around a word that names someone."""

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


def stands_as_name(words: list[Word], at: int) -> bool:
    """Whether a title, a name or another unknown word stands right beside the word at `at`."""
    if words[at].follows and _tells(words[at - 1].form, "before"):
        return True
    after = at + 1
    return after < len(words) and words[after].follows and _tells(words[after].form, "after")


def _tells(form: str, kind: str) -> bool:
    return form in _marks(kind) or is_people_name(form) or not is_accepted(form)
