"""Which threads readers see, and the box of one on its stories' pages."""

from __future__ import annotations

from django.db.models import Count, Max, Q, QuerySet
from django.utils.timezone import localtime
from wagtail.query import PageQuerySet

from roznama.archive.models import Thread, ThreadStory
from roznama.changes.reads import reads
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage
from roznama.paper.assembly.sections import Sections
from roznama.paper.assembly.stories import StoryRow, published, rows
from roznama.paper.sheets import StoryLine, ThreadBox

LEAST = 3
"""How many published stories make a thread that is worth showing."""

MOST_NAMED = 3
"""How many other stories the box names."""


def stories_of(thread: Thread) -> PageQuerySet[ArticlePage]:
    """Return a thread's published stories, newest first."""
    places = ThreadStory.objects.filter(thread=thread, removed=False)
    stories: PageQuerySet[ArticlePage] = published().filter(thread_place__in=places)
    return stories


def shown_threads() -> QuerySet[Thread]:
    """Return the threads that readers see; `newest` is when the newest story was changed."""
    inside = Q(places__removed=False, places__story__in=published().order_by())
    threads = Thread.objects.filter(merged_into=None).annotate(
        count=Count("places", filter=inside),
        newest=Max("places__story__last_published_at", filter=inside),
    )
    return threads.filter(count__gte=LEAST)


def thread_box(article: ArticlePage, sections: Sections) -> ThreadBox | None:
    """Return the box for a story's page, None where its thread is not shown."""
    thread = Thread.objects.filter(places__story=article.pk, places__removed=False).first()
    if thread is None:
        return None
    reads(keys.thread(thread.pk))
    stories = stories_of(thread)
    count = stories.count()
    if count < LEAST:
        return None
    others = rows(stories.exclude(pk=article.pk)[:MOST_NAMED])
    newest = tuple(story_line(story, sections) for story in others)
    return ThreadBox(thread.name, thread.path, count, newest)


def story_line(story: StoryRow, sections: Sections) -> StoryLine:
    """Return a published story's line in its thread."""
    reads(keys.article(story.pk))
    return StoryLine(
        headline=story.title,
        path=story.url,
        deck=story.deck,
        section=sections.of(story),
        published=localtime(story.first_published_at),
    )
