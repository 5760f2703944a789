"""Putting a published story into its thread. Safe to repeat, and on several nodes at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from django.db import IntegrityError, transaction
from django.db.models import Max

from roznama.archive.deciding import MOST, Decision, Join, Neighbors, Open, Places, decide
from roznama.archive.models import Thread, ThreadStory
from roznama.archive.naming import proposed_name
from roznama.newsroom.models import ArticlePage

_TRIES = 5
_NAMED_BY = 30  # of a thread's headlines, the newest


def assign(story: ArticlePage, neighbors: Neighbors) -> Thread | None:
    """Put a story that was published into its thread; return the thread, None for none.

    `neighbors` answers which published stories are close to one. A story that has its place
    keeps it, and one that an editor took out is not put back.
    """
    if not story.live or story.first_published_at is None:
        return None
    near = cache(lambda pk: tuple(neighbors(pk)))
    for _ in range(_TRIES):
        # Outside the transaction first: the neighbors are looked up while nobody has to wait.
        if _has_place(story) or _decided(story, near) is None:
            break
        try:
            with transaction.atomic():
                if thread := _carry_out(story, _decided(story, near)):
                    return thread
        except (IntegrityError, Thread.DoesNotExist):
            continue  # meanwhile another node or an editor gave one of the stories its place
    return Thread.objects.filter(places__story=story.pk, places__removed=False).first()


def _has_place(story: ArticlePage) -> bool:
    return ThreadStory.objects.filter(story_id=story.pk).exists()


def _decided(story: ArticlePage, neighbors: Neighbors) -> Decision:
    time = story.first_published_at
    near = neighbors(story.pk)[:MOST]
    places = _places([story.pk, *(one.pk for one in near)])
    return decide(story.pk, int(time.timestamp()) if time else 0, neighbors, places)


def _places(stories: Collection[int]) -> Places:
    rows = ThreadStory.objects.filter(story__in=stories).values_list("story", "thread", "removed")
    threads = {story: None if removed else thread for story, thread, removed in rows}
    inside = ThreadStory.objects.filter(
        thread__in={thread for thread in threads.values() if thread is not None},
        removed=False,
        story__live=True,
    )
    newest = inside.values_list("thread").annotate(time=Max("story__first_published_at"))
    return Places(threads, {thread: int(time.timestamp()) for thread, time in newest if time})


def _carry_out(story: ArticlePage, decision: Decision) -> Thread | None:
    if isinstance(decision, Join):
        return _join(story, decision.thread)
    return _open(decision) if isinstance(decision, Open) else None


def _join(story: ArticlePage, pk: int) -> Thread:
    # The lock keeps an editor from merging the thread away at the same moment.
    thread = Thread.objects.select_for_update().get(pk=pk)
    if thread.merged_into_id is not None:
        thread = Thread.objects.select_for_update().get(pk=thread.merged_into_id)
    ThreadStory.objects.create(thread=thread, story_id=story.pk)
    if not thread.is_named_by_editor:
        thread.name = proposed_name(headlines(thread)) or thread.name
        thread.save(update_fields=["name"])
    thread.tell([story.pk])
    return thread


def _open(decision: Open) -> Thread:
    # In one order on all nodes, so that no two wait for each other.
    stories = sorted(decision.stories)
    thread = Thread.objects.create(name=proposed_name(_headlines(stories)))
    for pk in stories:
        ThreadStory.objects.create(thread=thread, story_id=pk)
    thread.tell(stories)
    return thread


def headlines(thread: Thread) -> list[str]:
    """Return the headlines that a thread's name can be made from, the oldest first."""
    places = ThreadStory.objects.filter(thread=thread, removed=False)
    newest = places.order_by("-story__first_published_at").values_list("story_id", flat=True)
    return _headlines(newest[:_NAMED_BY])


def _headlines(stories: Iterable[int]) -> list[str]:
    found = ArticlePage.objects.filter(pk__in=list(stories)).order_by("first_published_at", "pk")
    return list(found.values_list("title", flat=True))
