"""Stories of the database in plain values, for the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.utils.timezone import localtime

from roznama.archive.story import Story
from roznama.newsroom.live.words import told_live
from roznama.newsroom.models import ArticlePage, Topic
from roznama.newsroom.text import plain_text


def published_stories(pks: Iterable[int]) -> Iterator[Story]:
    """Yield the stories of these ids that readers may see: six queries and one a section.

    A story that is covered live is found by its updates too.
    """
    some = list(pks)
    articles = ArticlePage.objects.live().public().filter(pk__in=some)
    wanted = articles.prefetch_related("topics", "bylines__author")
    told = told_live(some)
    parents: dict[str, int] = {}
    for article in wanted:
        story = story_of(article, parents)
        live = told.get(article.pk)
        yield replace(story, body=f"{story.body}\n{live}") if live else story


def story_of(article: ArticlePage, parents: dict[str, int]) -> Story:
    """Return what the index knows of a story.

    `parents` keeps the sections' ids by their place in the tree from call to call.
    """
    authors = [byline.author for byline in article.bylines.all()]
    time = article.first_published_at
    return replace(
        subject_of(article),
        names="\n".join([article.city, *(author.name for author in authors)]),
        section=_parent(article, parents),
        authors=tuple(author.pk for author in authors),
        tags=tuple(topic.pk for topic in article.topics.all()),
        year=localtime(time).year if time else 0,  # the paper has its own midnight
    )


def subject_of(article: ArticlePage, topics: Iterable[Topic] | None = None) -> Story:
    """Return what a story, which may be a draft, is about: all that its neighbors depend on."""
    time = article.first_published_at
    tags = article.topics.all() if topics is None else topics
    return Story(
        pk=article.pk or 0,
        headline=article.title,
        deck=f"{article.kicker}\n{article.deck}",
        topics="\n".join(topic.name for topic in tags),
        body=plain_text(article),
        published=max(0, int(time.timestamp())) if time else 0,
    )


def _parent(article: ArticlePage, known: dict[str, int]) -> int:
    if not article.path or article.depth < 2:
        return 0
    place = article.path[: -article.steplen]
    if place not in known:
        parent = article.get_parent()
        known[place] = parent.pk if parent else 0
    return known[place]
