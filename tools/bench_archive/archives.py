"""Synthetic archives: any number of stories that look like news to a search engine.

Each is mostly of one subject: 60 to 80% of its sentences are one seed article's, the rest are of
other articles of its section. Numbers are swapped now and then, and rare words for coined names,
so that the vocabulary grows by Heaps' law as long as the archive does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from bench_archive.asking import KINDS, queries
from bench_archive.coining import Coinage
from bench_archive.pool import NAME, NUMBER, PLAIN, Article, Pool, Sentence, pool
from roznama.urdu.tables import rows

__all__ = ["KINDS", "Story", "queries", "stories"]

END = 1_767_225_600
"""When the last story is published: the first moment of 2026, UTC, in epoch seconds."""

SPAN = 10 * 365 * 86_400
"""Seconds from the first story to the last."""

_Thing = TypeVar("_Thing")

_AUTHORS = 300
_SWAPPED = 0.3  # the share of free places that get another number or name


@dataclass(frozen=True, slots=True)
class Story:
    """A story in plain fields; `words` counts those of headline, deck and body."""

    pk: int
    headline: str
    deck: str
    body: str
    section: str
    author: str
    tags: tuple[str, ...]
    published: int
    words: int


def stories(count: int, seed: int) -> Iterator[Story]:
    """`count` stories with keys from 1, oldest first; the same ones for the same arguments.

    The pool of sentences is read first, once a process (some seconds); call `pool()` before
    measuring.
    """
    writer = _Writer(pool(), seed)
    for pk in range(1, count + 1):
        yield writer.write(pk, END - SPAN * (count - pk) // count)


class _Writer:
    """Writes one story after the other, and knows how many words there are so far."""

    def __init__(self, seeds: Pool, seed: int) -> None:
        self._seeds = seeds
        # The bare method, because it is called fifty times a story.
        self._chance = Random(seed).random
        self._coinage = Coinage(len(seeds.shares))
        self._authors = _authors(seed)
        self._words = 0
        self._due = 0

    def write(self, pk: int, published: int) -> Story:
        article = self._one(self._seeds.articles)
        self._due = self._coinage.due(self._words)
        body = self._sentences(article)
        deck = self._one(article.sentences) if self._chance() < 0.5 else None
        words = article.headline.words + sum([sentence.words for sentence in body])
        words += deck.words if deck else 0
        self._words += words
        return Story(
            pk,
            self._filled(article.headline),
            self._filled(deck) if deck else "",
            "\n".join([self._filled(sentence) for sentence in body]),
            article.section,
            self._one(self._authors),
            article.tags,
            published,
            words,
        )

    def _one(self, things: list[_Thing]) -> _Thing:
        return things[int(self._chance() * len(things))]

    def _sentences(self, article: Article) -> list[Sentence]:
        """A run of the article's own sentences (round its end), then others of its section."""
        own = article.sentences
        length = max(3, round(len(own) * self._seeds.scale * (0.75 + 0.5 * self._chance())))
        kept = min(len(own), round(length * (0.6 + 0.2 * self._chance())))
        start = int(self._chance() * len(own))
        others = self._seeds.by_section[article.section]
        run = (own + own)[start : start + kept]
        return run + [self._one(others) for _ in range(length - kept)]

    def _filled(self, sentence: Sentence) -> str:
        text, _, slot, before, after = sentence
        if slot == PLAIN:
            return text
        if slot == NAME and self._due > 0:
            self._due -= 1
            return before + self._coinage.new() + after
        if self._chance() > _SWAPPED:
            return text
        filling = self._number() if slot == NUMBER else self._coinage.known(self._chance())
        return before + filling + after if filling else text

    def _number(self) -> str:
        """Small numbers are common, large ones rare, as in the news."""
        return str(int(10 ** (self._chance() * 4)))


def _authors(seed: int) -> list[str]:
    names = [name for row in rows("names_people")[:20] for name in row[0].split()]
    chance = Random(seed)
    return [" ".join(chance.sample(names, 2)) for _ in range(_AUTHORS)]
