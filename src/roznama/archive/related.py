"""Related stories: which published stories are truly about the same matter.

Stories are compared by TF-IDF cosine over their search terms without stop words;
on news reuse pairs that beat a long BM25 query (docs/decisions/0005). The
headline counts three times, kicker, deck and tags twice. Under FLOOR nothing
is offered: no link is better than an irrelevant one.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Count, Max

from roznama.newsroom.models import ArticlePage
from roznama.newsroom.text import plain_text
from roznama.urdu.stemming.terms import search_terms

# In the demo edition pairs about one matter score from .12 to .55; what scores
# less shares a city or a turn of phrase. See docs/decisions/0005.
FLOOR = 0.12
# Comparing is in memory; older stories wait for an index.
NEWEST = 2000

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Unit vectors of the newest published stories, and how rare each word is."""

    vectors: dict[int, Vector]
    rarity: dict[str, float]


def related_to(article: ArticlePage, *, limit: int = 6) -> list[int]:
    """Return the ids of published stories related to this one, closest first.

    The story itself may be a draft; it is never in its own list. The list is
    empty where nothing reaches FLOOR.
    """
    corpus = _corpus(_state())
    own = _unit(_weigh(_counts(article), corpus.rarity))
    scores = (
        (_cosine(own, vector), pk) for pk, vector in corpus.vectors.items() if pk != article.pk
    )
    close = sorted((pair for pair in scores if pair[0] >= FLOOR), reverse=True)
    return [pk for _, pk in close[:limit]]


def _state() -> tuple[object, ...]:
    """Return what changes whenever a published story does."""
    row = (
        ArticlePage.objects.live()
        .public()
        .aggregate(count=Count("pk"), newest=Max("last_published_at"), highest=Max("pk"))
    )
    return tuple(row.values())


@lru_cache(maxsize=1)
def _corpus(state: tuple[object, ...]) -> Corpus:
    stories = ArticlePage.objects.live().public().order_by("-first_published_at")[:NEWEST]
    counts = {story.pk: _counts_once(story) for story in stories.prefetch_related("topics")}
    for pk in _counted.keys() - counts.keys():
        del _counted[pk]
    rarity = _rarity(counts.values())
    vectors = {pk: _unit(_weigh(count, rarity)) for pk, count in counts.items()}
    return Corpus(vectors, rarity)


_counted: dict[int, tuple[object, Counter[str]]] = {}
"""The words of published stories, each with the time of its publication: counted once."""


def _counts_once(story: ArticlePage) -> Counter[str]:
    known = _counted.get(story.pk)
    if known is None or known[0] != story.last_published_at:
        known = (story.last_published_at, _counts(story))
        _counted[story.pk] = known
    return known[1]


def _counts(article: ArticlePage) -> Counter[str]:
    tags = " ".join(tag.name for tag in article.topics.all())
    parts = [
        (3, article.title),
        (2, f"{article.kicker} {article.deck} {tags}"),
        (1, plain_text(article)),
    ]
    total: Counter[str] = Counter()
    for weight, text in parts:
        for term in search_terms(text):
            if not term.is_stop:
                total[term] += weight
    return total


def _rarity(counts: Iterable[Counter[str]]) -> dict[str, float]:
    documents = list(counts)
    seen = Counter(word for count in documents for word in count)
    return {word: math.log((1 + len(documents)) / (1 + n)) for word, n in seen.items()}


def _weigh(counts: Counter[str], rarity: dict[str, float]) -> Vector:
    """Return log-damped counts times rarity; words that no other story has tell nothing."""
    return {
        word: (1 + math.log(count)) * rarity[word]
        for word, count in counts.items()
        if word in rarity
    }


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}


def _cosine(one: Vector, other: Vector) -> float:
    short, long = sorted((one, other), key=len)
    return sum(weight * long[word] for word, weight in short.items() if word in long)
