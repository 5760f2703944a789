"""Related stories: which published stories are truly about the same matter.

Stories are compared by TF-IDF cosine over their search terms without stop words;
on news reuse pairs that beat a long BM25 query (docs/decisions/0005). The
headline counts three times, kicker, deck and tags twice. Under FLOOR nothing
is offered: no link is better than an irrelevant one.
"""

from __future__ import annotations

from collections import Counter

from django.db.models import Max

from roznama.archive.corpus import Corpus
from roznama.changes.models import Change
from roznama.newsroom.models import ArticlePage
from roznama.newsroom.text import plain_text
from roznama.urdu.stemming.terms import search_terms

# In the demo edition pairs about one matter score from .12 to .55; what scores
# less shares a city or a turn of phrase. See docs/decisions/0005.
FLOOR = 0.12
# Comparing is in memory; older stories wait for an index.
NEWEST = 2000
_DESCRIPTION = ("pk", "last_published_at")

_corpus = Corpus()
_state: list[int] = []


def related_to(article: ArticlePage, *, limit: int = 6) -> list[int]:
    """Return the ids of published stories related to this one, closest first.

    The story itself may be a draft; it is never in its own list. The list is
    empty where nothing reaches FLOOR.
    """
    _follow()
    published = article.pk is not None and _corpus.mark(article.pk) == article.last_published_at
    own = _corpus.counts(article.pk) if published and not _is_edited(article) else _counts(article)
    scores = ((score, pk) for pk, score in _corpus.closest(own) if pk != article.pk)
    close = sorted((pair for pair in scores if pair[0] >= FLOOR), reverse=True)
    return [pk for _, pk in close[:limit]]


def forget() -> None:
    """Forget all stories; they are read again when they are needed."""
    _corpus.clear()
    _state.clear()


def _follow() -> None:
    """Bring the corpus up to date if anything was changed since last time."""
    state = [Change.objects.aggregate(highest=Max("pk"))["highest"] or 0]
    if _state == state:
        return
    newest = ArticlePage.objects.live().public().order_by("-first_published_at")
    marks = dict(newest.values_list(*_DESCRIPTION)[:NEWEST])
    changed = [pk for pk, mark in marks.items() if pk not in _corpus or _corpus.mark(pk) != mark]
    _corpus.keep_only(marks.keys())
    for story in ArticlePage.objects.filter(pk__in=changed).prefetch_related("topics"):
        _corpus.put(story.pk, marks[story.pk], _counts(story))
    _state[:] = state


def _is_edited(article: ArticlePage) -> bool:
    """Whether this is a preview of words that are not published yet."""
    return article._state.adding or article.has_unpublished_changes


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
