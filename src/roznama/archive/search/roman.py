"""Latin words of a query, read as Roman Urdu as well as English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from roznama.archive.search.parsing import Word
from roznama.urdu import Vocabulary, roman_candidates, search_terms
from roznama.urdu.stemming.terms import Term

_CANDIDATES = 14
_READINGS = 6
_LONGEST = 18  # letters of a word that is spelled out
# A candidate far less likely than the first is read only by chance.
_LEAST_WEIGHT = 0.01


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: terms in a row, and how likely it is beside the best, 0 to 1."""

    terms: tuple[Term, ...]
    weight: float = 1.0

    @property
    def is_stop(self) -> bool:
        """Whether it says little by itself."""
        return all(term.is_stop for term in self.terms)


def readings(
    word: Word, frequency: Callable[[str], int], vocabulary: Vocabulary | None
) -> tuple[Reading, ...]:
    """Return the ways to read a word of a query, likeliest first; for an Urdu word there is one.

    `frequency` tells how many stories have a term: what none has is no reading. A Latin word
    that stands in stories so is read so too. `vocabulary` holds the words that it may be.
    """
    if not word.latin or len(word.latin) > _LONGEST:
        return (Reading(word.terms),)
    found: dict[tuple[Term, ...], float] = {}
    for urdu, weight in roman_candidates(word.latin, _CANDIDATES, vocabulary):
        if len(found) == _READINGS or weight < max(found.values(), default=0.0) * _LEAST_WEIGHT:
            break  # they come likeliest first
        terms = tuple(search_terms(urdu))
        if terms and terms not in found and all(map(frequency, terms)):
            found[terms] = weight
    top = max(found.values(), default=1.0)
    likely = [Reading(terms, (weight / top) ** 0.25) for terms, weight in found.items()]
    as_typed = [Reading(word.terms)] if not found or all(map(frequency, word.terms)) else []
    return (*as_typed, *likely)
