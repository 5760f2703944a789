"""The phrases of `data/phrases.tsv`: which concepts near each other are a red flag."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from roznama.desk.flags.tables import rows
from roznama.desk.flags.words import lexicon

Slot = tuple[str, ...]
"""Concepts of which one is enough."""


@dataclass(frozen=True)
class Phrase:
    """One of each slot within `within` words, no concept of `unless` as near as that."""

    category: str
    slots: tuple[Slot, ...]
    within: int
    unless: Slot


@cache
def phrases() -> dict[str, list[Phrase]]:
    """The phrases of each category, in the order of `data/categories.tsv`.

    ValueError where a line names a category or a concept that is not there.
    """
    found: dict[str, list[Phrase]] = {name: [] for name, _, _ in rows("categories", 3)}
    for category, words, within, unless in rows("phrases", 4):
        slots = tuple(tuple(slot.split("|")) for slot in words.split())
        phrase = Phrase(category, slots, int(within), tuple(unless.replace("-", "").split()))
        named = {concept for slot in (*slots, phrase.unless) for concept in slot}
        if category not in found or named - lexicon().concepts:
            raise ValueError(f"phrases.tsv: no such name in: {category} {words} {unless}")
        found[category].append(phrase)
    return found
