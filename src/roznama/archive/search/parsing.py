"""What a reader asks for: words, phrases in quotation marks, words that are not wanted.

Whatever is typed is a query; there is no syntax to get wrong. What goes beyond the bounds below
is left out, so that no query is dear.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from roznama.urdu import search_terms
from roznama.urdu.stemming.terms import Term

LONGEST = 200  # characters that are read
_MOST_GROUPS = 10
_MOST_IN_PHRASE = 8
_QUOTES = '"“”„«»'
_PART = re.compile(
    rf"(?P<minus>(?<!\S)[-−–])?(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?:[{_QUOTES}]|$)"
    rf"|(?P<word>[^\s{_QUOTES}]+))"
)
_LATIN = re.compile(r"[a-z]+(?:['’.&-]?[a-z0-9]+)*", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
# Joiners shape letters; all other format characters turn lines round or hide.
_KEPT_FORMATS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Word:
    """One thing that is asked for: terms that stand in a row, and how it was typed."""

    terms: tuple[Term, ...]
    typed: str
    latin: str = ""
    """The word in small Latin letters where it may be Roman Urdu."""

    @property
    def is_stop(self) -> bool:
        """Whether it says little by itself."""
        return all(term.is_stop for term in self.terms)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query: words of which all are wanted, phrases, and what is not wanted."""

    words: tuple[Word, ...] = ()
    phrases: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[tuple[Term, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases)

    @property
    def telling(self) -> tuple[Word, ...]:
        """The words that tell something; all of them where none does."""
        return tuple(word for word in self.words if not word.is_stop) or self.words


@dataclass(slots=True)
class _Parts:
    words: list[Word] = field(default_factory=list)
    phrases: list[tuple[Term, ...]] = field(default_factory=list)
    excluded: list[tuple[Term, ...]] = field(default_factory=list)
    run: list[str] = field(default_factory=list)

    def end_run(self) -> None:
        """Analyze the words typed one after the other, some of which make one."""
        typed = " ".join(self.run)
        self.run.clear()
        terms = search_terms(typed)
        self.words += [Word((term,), str(term)) for term in terms]


def cleaned(text: str) -> str:
    """Return a query without control characters and the marks that turn a line round."""
    kept = "".join(
        character if character in _KEPT_FORMATS or unicodedata.category(character)[0] != "C"
        else " "
        for character in text[: LONGEST * 2]
    )  # fmt: skip
    return " ".join(kept.split())[:LONGEST]


def parsed(text: str) -> Asked:
    """Return what a query asks for. Never fails; a query of marks alone asks for nothing."""
    parts = _Parts()
    for match in _PART.finditer(cleaned(text)):
        word, phrase, minus = match["word"], match["phrase"], bool(match["minus"])
        if word is not None and not minus:
            _take(parts, word)
            continue
        terms = tuple(search_terms(word if phrase is None else phrase)[:_MOST_IN_PHRASE])
        if terms:
            parts.end_run()
            (parts.excluded if minus else parts.phrases).append(terms)
    parts.end_run()
    distinct = {word.terms: word for word in reversed(parts.words)}
    words = [word for word in parts.words if distinct.get(word.terms) is word]
    return Asked(
        tuple(words[:_MOST_GROUPS]),
        tuple(parts.phrases[:_MOST_GROUPS]),
        tuple(parts.excluded[:_MOST_GROUPS]),
    )


def _take(parts: _Parts, word: str) -> None:
    bare = word.strip(".,;:!?()[]'’‘،؛؟۔")
    if not _LATIN.fullmatch(bare):
        parts.run.append(word)
        return
    parts.end_run()
    if terms := tuple(search_terms(bare)):
        latin = "" if _DIGIT.search(bare) else re.sub("[^a-z]", "", bare.lower())
        parts.words.append(Word(terms, bare, latin))
