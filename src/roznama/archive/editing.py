"""What editors do with threads. Each is one transaction, told to the change log."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from roznama.archive.models import Thread, ThreadStory
from roznama.archive.naming import proposed_name
from roznama.archive.threads import headlines


@transaction.atomic
def rename(thread: Thread, name: str) -> None:
    """Give a thread a name that the machine leaves alone."""
    thread.name, thread.is_named_by_editor = name, True
    thread.save(update_fields=["name", "is_named_by_editor"])
    thread.tell()


@transaction.atomic
def add(thread: Thread, stories: Collection[int]) -> None:
    """Put stories into a thread, out of any other."""
    others = Thread.objects.filter(places__story__in=stories).exclude(pk=thread.pk).distinct()
    left = list(others)
    for pk in sorted(stories):
        ThreadStory.objects.update_or_create(
            story_id=pk, defaults={"thread": thread, "added_by_editor": True, "removed": False}
        )
    for other in left:
        other.tell()
    thread.tell(stories)


@transaction.atomic
def take_out(thread: Thread, stories: Collection[int]) -> None:
    """Take stories out for good: the machine does not put them back."""
    ThreadStory.objects.filter(thread=thread, story__in=stories).update(removed=True)
    thread.tell(stories)


@transaction.atomic
def split(thread: Thread, stories: Collection[int]) -> Thread:
    """Move stories into a thread of their own, named after their headlines."""
    part = Thread.objects.create(name=thread.name)
    add(part, stories)
    part.name = proposed_name(headlines(part) or [thread.name])
    part.save(update_fields=["name"])
    return part


@transaction.atomic
def merge(thread: Thread, into: Thread) -> None:
    """Move all of a thread's stories into another; its address leads there from now on.

    Raises:
        ValueError: both are one, or one of them was merged before.

    """
    pair = {thread.pk, into.pk}
    locked = Thread.objects.select_for_update().filter(pk__in=pair, merged_into=None)
    if len(pair) < 2 or len(list(locked.order_by("pk"))) < 2:
        raise ValueError("a thread is merged once, and into another")
    places = ThreadStory.objects.filter(thread=thread)
    moved = list(places.filter(removed=False).values_list("story_id", flat=True))
    places.update(thread=into)
    Thread.objects.filter(merged_into=thread).update(merged_into=into)
    thread.merged_into = into
    thread.save(update_fields=["merged_into"])
    thread.tell()
    into.tell(moved)
