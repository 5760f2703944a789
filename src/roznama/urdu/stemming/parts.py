"""Parts: the terms of a compound that is one term, so that it is found by each of them."""

from collections.abc import Iterable
from functools import cache

from roznama.urdu.stemming.joining import compounds
from roznama.urdu.stemming.stems import stem
from roznama.urdu.stop_words import STOP_WORDS


def parts(term: str) -> tuple[str, ...]:
    """The terms that a search term is made of: شمالی and کوریا of شمالی کوریا, which is one.

    Empty for a term that is no compound of the table. Stop words are no parts.
    """
    return _parts().get(term, ())


def is_part(term: str) -> bool:
    """Whether some compound has `term` as a part."""
    return term in _all()


def compounds_among(terms: Iterable[str]) -> set[str]:
    """The terms that have parts, each once."""
    return _parts().keys() & set(terms)


@cache
def _parts() -> dict[str, tuple[str, ...]]:
    return {
        stem(one): found
        for one, words in compounds()
        if (found := tuple(stem(word) for word in words if word not in STOP_WORDS))
    }


@cache
def _all() -> frozenset[str]:
    return frozenset(part for found in _parts().values() for part in found)
