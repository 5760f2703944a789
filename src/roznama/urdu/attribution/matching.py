"""Matching: a cue's words in the text, with the auxiliaries behind them."""

from dataclasses import dataclass

from roznama.urdu.attribution.lexicon import Pattern, key_of, word_class
from roznama.urdu.attribution.sentence import PAUSES, Phrase, Sentence

_AUXILIARY = word_class("auxiliary")
_PASSIVE = word_class("passive")
_FUTURE = word_class("future")
_LINK = word_class("link")
_NEGATION = word_class("negation")
_EMPHASIS = (key_of("بھی"), key_of("ہی"))
_STATES = ((key_of("ہوا"),), (key_of("ہوئی"),))
_WHILE = key_of("ہوئے")
_FURTHER = {
    "perfective": _AUXILIARY | word_class("habit"),
    "imperfective": _AUXILIARY | word_class("continued"),
}
_LONGEST_TAIL = 5  # auxiliaries after a verb


@dataclass(frozen=True)
class Cue:
    """A cue: its words from `start` to before `end`, and whom it names, nearest first.

    `first` is where its speakers begin. A `linked` cue has its claim behind it; `noun` is a
    claim that is a noun before the cue. `kind` is "verb", "noun", "according", "feeling"
    (a hope or fear), "denies" or "previous" (the claim is the sentence before).
    """

    first: int
    start: int
    end: int
    chain: tuple[Phrase, ...]
    kind: str
    linked: bool = False
    noun: Phrase | None = None


@dataclass(frozen=True)
class Found:
    """A pattern in the text: where it begins and ends, and what follows it."""

    at: int
    end: int  # after the auxiliaries
    pattern: Pattern
    tail: tuple[str, ...]
    linked: bool  # کہ follows

    @property
    def passive(self) -> bool:
        """Whether the auxiliaries make the verb a passive."""
        return not _PASSIVE.isdisjoint(self.tail)


def match(s: Sentence, at: int, pattern: Pattern) -> Found | None:
    """`pattern` at the word `at`, if its words stand there in a finite form."""
    end = at
    for number, key in enumerate(pattern.keys):
        if number and s.at(end) in _EMPHASIS:
            end += 1
        if s.at(end) != key:
            return None
        end += 1
    if pattern.form == "noun":
        return Found(at, end, pattern, (), linked=False)
    tail = end
    further = _FURTHER.get(pattern.form, _AUXILIARY)
    while tail - end < _LONGEST_TAIL and s.at(tail) in further:
        tail += 1
    words = tuple(s.keys[end:tail])
    if words[:1] in _STATES:  # لکھا ہوا خط: an adjective
        return None
    if not _is_finite(s, pattern, end, tail) or s.at(at - 1) in _NEGATION:
        return None
    return None if _FUTURE.intersection(words) else Found(
        at, tail, pattern, words, linked=s.at(tail) == "کہ"
    )  # fmt: skip


def _is_finite(s: Sentence, pattern: Pattern, end: int, tail: int) -> bool:
    """Whether the words after a verb's form make it a verb that says something."""
    if pattern.form == "stem":
        return tail > end
    if pattern.form == "imperfective":
        if s.at(end) == _WHILE:
            return pattern.kind == "announces"
        return tail > end or s.at(tail) == "کہ"
    if pattern.keys[-1] == "کی":  # a genitive as often as a verb
        return tail > end or s.at(tail) in _LINK or s.at(tail) in PAUSES or tail == s.last
    return True
