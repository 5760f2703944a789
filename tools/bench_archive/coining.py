"""Coined names: new words for a synthetic archive, as many as a real one would have by then."""

from functools import cache
from math import exp
from pathlib import Path

EXPONENT = 0.53
FACTOR = 19.6
"""Heaps' law, V = FACTOR * words ** EXPONENT.

A fit to 5,490 Urdu news articles of 2024: 39,284 different words among 1.7 million, and slopes of
.49 to .56 (mostly .51 to .56) from one doubling to the next."""

_STEP = 1_000_003  # a prime that shares no factor with the number of names, so none comes twice


def expected_vocabulary(words: float) -> float:
    """How many different words a real archive of so many running words has."""
    return FACTOR * words**EXPONENT


@cache
def _parts() -> tuple[list[str], list[str]]:
    text = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    letters = {place: cell.split() for place, cell in lines}
    syllables = [one + two for one in letters["consonant"] for two in letters["vowel"]]
    return syllables, [ending.strip("-") for ending in letters["ending"]]


def name(number: int) -> str:
    """The coined name of that number, from 0; the first 1.9 million are all different."""
    syllables, endings = _parts()
    rest = number * _STEP % (len(syllables) ** 3 * len(endings))
    rest, ending = divmod(rest, len(endings))
    rest, third = divmod(rest, len(syllables))
    first, second = divmod(rest, len(syllables))
    return syllables[first] + syllables[second] + syllables[third] + endings[ending]


class Coinage:
    """Which coined name stands in the next free place of an archive that grows."""

    def __init__(self, vocabulary: int) -> None:
        """For an archive whose seed articles have `vocabulary` different words."""
        self._vocabulary = vocabulary
        self._coined: list[str] = []

    def due(self, words: int) -> int:
        """How many new names an archive of `words` running words still lacks.

        Drawn at random, the seed articles show their words later than a real archive would: of
        v words, where a real one has n, about v * (1 - exp(-n / v)).
        """
        expected = expected_vocabulary(words)
        shown = self._vocabulary * (1 - exp(-expected / self._vocabulary))
        return int(expected - shown) - len(self._coined)

    def new(self) -> str:
        """A name that no story has had."""
        coined = name(len(self._coined))
        self._coined.append(coined)
        return coined

    def known(self, chance: float) -> str | None:
        """One of the names so far, the older the likelier; `chance` is from 0 to 1."""
        return self._coined[int(chance * chance * len(self._coined))] if self._coined else None
