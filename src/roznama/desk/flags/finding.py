"""Finding red flags: concepts as bits of a number, one bit for each word of the text.

"Near each other" is then a shift and an AND, so a text costs the same whatever stands in it:
no search that goes back, nothing that grows with the number of matches.
"""

from __future__ import annotations

from functools import cache

from roznama.desk.flags.keys import prepared, roman_keys, tokens
from roznama.desk.flags.phrases import Phrase, Slot, phrases
from roznama.desk.flags.tables import rows
from roznama.desk.flags.words import Table, lexicon

CATEGORIES: tuple[str, ...] = tuple(name for name, _, _ in rows("categories", 3))
"""The names of all red flags, the most pressing first."""


def red_flags(text: str) -> tuple[str, ...]:
    """The red flags of `text`, the most pressing first; empty where there is none.

    Any string is safe; of one longer than 4,000 characters the rest is not read. What is
    denied or long past is told as well: a false alarm costs less than a miss.
    """
    words = tokens(prepared(text))
    places = _Places(words)
    if not places.concepts:
        return ()
    return tuple(category for category, known in phrases().items() if any(map(places.has, known)))


class _Places:
    """Where each concept stands in one text."""

    def __init__(self, words: list[str]) -> None:
        self.concepts: dict[str, int] = {}
        self._spread: dict[tuple[Slot, int], int] = {}
        known = lexicon()
        self._mark(words, known.plain)
        self._mark(roman_keys(words), known.roman)

    def _mark(self, words: list[str], table: Table) -> None:
        concepts = self.concepts
        for keys, bits in _found(words, table).items():
            for concept in table.concepts[keys]:
                concepts[concept] = concepts.get(concept, 0) | bits

    def has(self, phrase: Phrase) -> bool:
        """Whether the phrase stands in the text."""
        ends = -1
        for slot in phrase.slots:
            ends &= self._reach(slot, phrase.within)
            if not ends:
                return False
        return bool(ends & ~self._around(phrase)) if phrase.unless else True

    def _reach(self, slot: Slot, within: int) -> int:
        """Where stretches of `within` words end that have one of the slot's concepts."""
        if (slot, within) not in self._spread:
            bits = 0
            for concept in slot:
                bits |= self.concepts.get(concept, 0)
            self._spread[slot, within] = _smeared(bits, within)
        return self._spread[slot, within]

    def _around(self, phrase: Phrase) -> int:
        """Ends of stretches that touch, or come within three words of, a harmless word."""
        return self._reach(phrase.unless, phrase.within + 6) >> 3


def _found(words: list[str], table: Table) -> dict[str, int]:
    """The entries of `table` that stand in the text, and the bits of their words."""
    found: dict[str, int] = {}
    longest, concepts = table.longest, table.concepts
    for place, word in enumerate(words):
        if word not in longest:
            continue
        keys = word
        for length in range(1, longest[word] + 1):
            if length > 1:
                keys = " ".join(words[place : place + length])
            if keys in concepts:
                found[keys] = found.get(keys, 0) | ((1 << length) - 1) << place
    return found


@cache
def _steps(within: int) -> tuple[int, ...]:
    """Shifts that together spread a bit over `within` places."""
    steps, reached = [], 1
    while reached < within:
        steps.append(min(reached, within - reached))
        reached += steps[-1]
    return tuple(steps)


def _smeared(bits: int, within: int) -> int:
    for step in _steps(within) if bits else ():
        bits |= bits << step
    return bits
