"""Measures of how much a story is made of another text: what its kind is decided by.

Each is 0 to 1. Rewriting changes the ordinary words and keeps the names: of two reports on one
event both have the names, so the ordinary words tell more, and weigh more. And a text is wholly
derived when even its least derived sentence is, so three measures look for that one.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from roznama.archive.reuse.rarity import rarity
from roznama.archive.reuse.reading import ReadText
from roznama.urdu.stemming.terms import Term

_ORDINARY = 0.75
"""A term up to this rarity is an ordinary word: one in 180,000 running words, about."""

_MOST = 1.1  # less its rarity is what an ordinary word weighs; a rare one weighs .1
_POSTINGS = 64  # sentences of the other text that a term leads to

Sentence = dict[Term, float]


class Measures(NamedTuple):
    """What `measure` measures."""

    words: float
    """The story's different words that the other text has, by weight: ordinary ones more."""
    ordinary: float
    """The same of the ordinary ones alone, each counting once."""
    least_covered: float
    """The least of a sentence's words, by rarity, that one sentence of the other text has."""
    least_alike: float
    """The least cosine of a sentence and the sentence that is most like it."""
    least_known: float
    """The least of a sentence's words, by rarity, that the other text has anywhere."""


def measure(story: ReadText, other: ReadText) -> Measures:
    """Measure a story against another text; linear in the length of both."""
    known = other.telling
    sentences = [_weighed(part) for part in story.sentences]
    near = _nearest(sentences, [_weighed(part) for part in other.sentences])
    return Measures(
        _share(story.telling, known),
        _ordinary_share(story.telling, known),
        min((covered for covered, _ in near), default=0.0),
        min((alike for _, alike in near), default=0.0),
        min((_known(part, known) for part in sentences), default=0.0),
    )


def _share(terms: set[Term], known: set[Term]) -> float:
    every = shared = 0.0
    for term in terms:
        weight = _MOST - rarity(term)
        every += weight
        shared += weight if term in known else 0.0
    return shared / every if every else 0.0


def _ordinary_share(terms: set[Term], known: set[Term]) -> float:
    ordinary = [term for term in terms if rarity(term) <= _ORDINARY]
    # Half a word more on both sides: with few words neither none nor all is certain.
    return (sum(term in known for term in ordinary) + 0.5) / (len(ordinary) + 1)


def _weighed(part: Iterable[Term]) -> Sentence:
    return {term: rarity(term) for term in part}


def _known(sentence: Sentence, known: set[Term]) -> float:
    shared = sum(weight for term, weight in sentence.items() if term in known)
    return shared / sum(sentence.values())


def _nearest(sentences: list[Sentence], others: list[Sentence]) -> list[tuple[float, float]]:
    """Return of each sentence the most that one of the others covers of it, and the best cosine."""
    postings: dict[Term, list[int]] = defaultdict(list)
    for number, sentence in enumerate(others):
        for term in sentence:
            if len(postings[term]) < _POSTINGS:
                postings[term].append(number)
    lengths = [_length(sentence) for sentence in others]
    return [_best(sentence, postings, lengths) for sentence in sentences]


def _best(
    sentence: Sentence, postings: dict[Term, list[int]], lengths: list[float]
) -> tuple[float, float]:
    covered: dict[int, float] = defaultdict(float)
    product: dict[int, float] = defaultdict(float)
    for term, weight in sentence.items():
        for number in postings.get(term, ()):
            covered[number] += weight
            product[number] += weight * weight
    length = _length(sentence)
    return (
        max(covered.values(), default=0.0) / sum(sentence.values()),
        max((shared / (length * lengths[at]) for at, shared in product.items()), default=0.0),
    )


def _length(sentence: Sentence) -> float:
    return math.sqrt(sum(weight * weight for weight in sentence.values()))
