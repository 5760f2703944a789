"""The words that phrases are made of: `data/words.tsv`, every form of every spelling.

A concept ("chest") has its words in three writings, so that a phrase holds for a text that mixes
them (چیسٹ میں pain). All forms are spelled out once, when the lists are loaded; finding a word
in a text is then one look into a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from roznama.desk.flags.keys import roman_key, word_key
from roznama.desk.flags.tables import rows

Sequence = tuple[str, ...]
"""Keys of words that stand side by side, in their order."""


@dataclass
class Lexicon:
    """Where each key belongs: `plain` keys by letters, `roman` keys by sound."""

    plain: dict[str, list[tuple[Sequence, str]]] = field(default_factory=dict)
    roman: dict[str, list[tuple[Sequence, str]]] = field(default_factory=dict)
    concepts: set[str] = field(default_factory=set)


@cache
def lexicon() -> Lexicon:
    """The words of `data/words.tsv`; ValueError where a line cannot be read."""
    found = Lexicon()
    for concept, language, words in rows("words", 3):
        if language not in ("ur", "roman", "en"):
            raise ValueError(f"words.tsv: no such language: {language}")
        found.concepts.add(concept)
        for word in words.split():
            sounds = language == "roman" and not word.endswith("=")
            table = found.roman if sounds else found.plain
            for sequence in _sequences(word, language):
                table.setdefault(sequence[0], []).append((sequence, concept))
    return found


def _sequences(word: str, language: str) -> set[Sequence]:
    """Every way to write `word`: its forms, its parts apart and in one."""
    key = roman_key if language == "roman" and not word.endswith("=") else word_key
    parts = word.split("_")
    found: set[Sequence] = set()
    for form in _forms(parts[-1], language):
        found.add((*(key(part) for part in parts[:-1]), key(form)))
        found.add((key("".join((*parts[:-1], form))),))
    return found


def _forms(word: str, language: str) -> Iterator[str]:
    """A word with the endings that Urdu gives it: "~" marks a verb's root, "=" no endings.

    In Roman Urdu "=" says that only these letters are meant, not all that sound like them.
    """
    plain = word.rstrip("~=")
    yield plain
    endings = _endings()
    if "~" in word:
        yield from (plain + ending for ending in endings[language, "verb"])
    elif language == "en" and not word.endswith("="):
        yield plain + "s"
    elif language == "ur" and not word.endswith("="):
        last = plain[-1] if plain[-1] in "ہای" else "-"
        stump = plain if last == "-" else plain[:-1]
        yield from (stump + ending for ending in endings[language, last])


@cache
def _endings() -> dict[tuple[str, str], list[str]]:
    return {(language, after): ends.split() for language, after, ends in rows("endings", 3)}
