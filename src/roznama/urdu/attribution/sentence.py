"""Sentences as the grammar sees them: a run of words, and where its clauses begin."""

from dataclasses import dataclass

from roznama.urdu.attribution.lexicon import word_class
from roznama.urdu.attribution.reading import Words

Phrase = tuple[int, int]
"""A run of words: its first word and the one after its last."""

QUOTES = frozenset("‘’“”\"'«»") | {"’’", "‘‘", "''"}
"""Quotation marks, as Urdu papers set them in either direction."""

PAUSES = frozenset({"،", "؛", ":", ":-", "۔", "-", "–", ",", "؟", "!", ".", "…"}) | QUOTES
"""Marks at which a clause may end."""

OPENING = QUOTES | {":", "،", "؛", ":-"}
"""Marks behind which a claim may begin."""

REACH = 40
"""How many words before a verb are looked at for its subject: it bounds the time."""

_FINITE = word_class("finite") | {"کی"}
_LINK = word_class("link")


@dataclass(frozen=True)
class Sentence:
    """The words from `first` to before `last` of a text."""

    words: Words
    first: int
    last: int

    @property
    def keys(self) -> list[str]:
        """The keys of the whole text, not of this sentence only."""
        return self.words.keys

    def at(self, index: int) -> str:
        """The key at `index`, empty outside the sentence."""
        return self.words.keys[index] if self.first <= index < self.last else ""

    def is_boundary(self, index: int) -> bool:
        """Whether a clause ends before the word at `index` and another begins after it."""
        key = self.words.keys[index]
        return key == "کہ" or (key in _LINK and self.at(index - 1) in _FINITE)

    def clause_start(self, verb: int) -> int:
        """Where the clause of the verb at `verb` begins, or its window."""
        floor = max(self.first, verb - REACH)
        for index in range(verb - 1, floor - 1, -1):
            if self.is_boundary(index):
                return index + 1
        return floor

    def is_question(self) -> bool:
        """Whether the sentence asks: کیا حکومت نے کہا ہے کہ …؟"""
        return self.at(self.first) == "کیا" and self.at(self.last - 1) == "؟"
