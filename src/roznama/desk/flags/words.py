"""The words that phrases are made of: `data/words.tsv`, every form of every spelling.

A concept ("chest") has its words in three writings, so that a phrase holds for a text that mixes
them (چیسٹ میں pain). All forms are spelled out once, when the lists are loaded; finding a word
in a text is then one look into a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from roznama.desk.flags.keys import keys_of
from roznama.desk.flags.tables import rows


@dataclass
class Table:
    """Keys, with a space between those of words side by side, and the concepts they tell."""

    concepts: dict[str, set[str]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    """For a first key the most words of an entry that begins with it."""

    def add(self, keys: list[str], concepts: set[str]) -> None:
        """Enter one way to write a word of each of `concepts`."""
        self.concepts.setdefault(" ".join(keys), set()).update(concepts)
        self.longest[keys[0]] = max(len(keys), self.longest.get(keys[0], 1))


@dataclass
class Lexicon:
    """Where each key belongs: `plain` keys by letters, `roman` keys by sound."""

    plain: Table = field(default_factory=Table)
    roman: Table = field(default_factory=Table)
    concepts: set[str] = field(default_factory=set)


@cache
def lexicon() -> Lexicon:
    """The words of `data/words.tsv`; ValueError where a line cannot be read."""
    found = Lexicon()
    written: dict[bool, dict[str, set[str]]] = {True: {}, False: {}}
    for concept, language, words in rows("words", 3):
        if language not in ("ur", "roman", "en"):
            raise ValueError(f"words.tsv: no such language: {language}")
        found.concepts.add(concept)
        for word in words.split():
            by_sound = language == "roman" and not word.endswith("=")
            for line in _writings(word, language):
                written[by_sound].setdefault(line, set()).add(concept)
    for by_sound, lines in written.items():
        table = found.roman if by_sound else found.plain
        every = keys_of(list(lines), roman=by_sound)
        for keys, concepts in zip(every, lines.values(), strict=True):
            table.add(keys, concepts)
    return found


def _writings(word: str, language: str) -> Iterator[str]:
    """Every way to write `word`: its forms, its parts apart and in one."""
    *parts, last = word.split("_")
    for form in _forms(last, language):
        yield " ".join((*parts, form))
        if parts:
            yield "".join((*parts, form))


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
