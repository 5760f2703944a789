"""Stories find their thread by themselves, once, whoever else is at it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db.models.signals import pre_save
from django.utils.timezone import now

from roznama.archive import editing
from roznama.archive.deciding import Neighbor
from roznama.archive.models import Thread, ThreadStory
from roznama.archive.threads import assign
from roznama.changes.log import end, news
from roznama.newsroom import keys
from tests.factories import make_story
from tests.integration.threads import FLOOD, Matter, inside, make_floods, make_thread

pytestmark = pytest.mark.django_db


def test_three_stories_on_one_event_open_a_thread() -> None:
    stories = make_floods(3)
    cursor = end()
    thread = assign(stories[2], Matter(stories))
    assert thread is not None
    assert inside(thread) == {story.pk for story in stories}
    assert thread.name == FLOOD
    assert thread.slug.startswith("swat-")
    assert not thread.is_named_by_editor
    changes = news(cursor).changes
    told = {key for change in changes for key in change.keys}
    assert {keys.thread(thread.pk), keys.THREADS} <= told
    assert {keys.related(story.pk) for story in stories} <= told
    assert [path for change in changes for path in change.paths] == [f"/silsila/{thread.slug}/"]


def test_two_stories_open_none() -> None:
    stories = make_floods(2)
    assert assign(stories[1], Matter(stories)) is None
    assert not Thread.objects.exists()


def test_what_happens_again_changes_nothing() -> None:
    stories = make_floods(4)
    matter = Matter(stories)
    threads = [assign(story, matter) for story in stories]
    cursor = end()
    assert [assign(story, matter) for story in stories] == threads
    assert len(set(threads)) == 1
    assert news(cursor).changes == []
    assert ThreadStory.objects.count() == 4


def test_a_story_joins_and_the_name_follows() -> None:
    stories = make_floods(3)
    thread = assign(stories[2], Matter(stories))
    late = [make_story(f"سوات میں سیلاب: امداد {word}") for word in ("پہنچی", "رکی", "تقسیم")]
    for story in late:
        assert assign(story, Matter([*stories, *late])) == thread
    assert thread is not None
    thread.refresh_from_db()
    assert thread.name != FLOOD
    assert "سیلاب" in thread.name


def test_a_name_that_an_editor_gave_stays() -> None:
    stories = make_floods(4)
    thread = assign(stories[2], Matter(stories[:3]))
    assert thread is not None
    address = thread.path
    editing.rename(thread, "سوات کا سیلاب 2026ء")
    assign(stories[3], Matter(stories))
    thread.refresh_from_db()
    assert thread.name == "سوات کا سیلاب 2026ء"
    assert thread.path == address


def test_a_draft_has_no_thread() -> None:
    stories = make_floods(3)
    draft = make_story("سوات میں سیلاب", draft=True)
    assert assign(draft, Matter(stories)) is None
    gone = stories[0]
    gone.unpublish()
    gone.refresh_from_db()
    assert assign(gone, Matter(stories)) is None


def test_a_thread_that_is_long_over_is_not_joined() -> None:
    old = make_floods(3, newest=now() - timedelta(days=40))
    thread = make_thread(old)
    story = make_story("سوات میں پھر سیلاب")
    assert assign(story, Matter([*old, story])) is None
    assert inside(thread) == {one.pk for one in old}


def test_a_story_that_an_editor_took_out_is_not_put_back() -> None:
    stories = make_floods(4)
    thread = assign(stories[3], Matter(stories))
    assert thread is not None
    editing.take_out(thread, [stories[0].pk])
    assert assign(stories[0], Matter(stories)) is None
    assert inside(thread) == {story.pk for story in stories[1:]}


def test_what_was_in_a_deleted_thread_is_not_put_together_again() -> None:
    stories = make_floods(3)
    thread = assign(stories[2], Matter(stories))
    assert thread is not None
    thread.delete()
    assert [assign(story, Matter(stories)) for story in stories] == [None] * 3


def test_two_nodes_that_open_a_thread_at_once_open_one() -> None:
    """The other node is done between this one's decision and its writing."""
    stories = make_floods(3)
    matter = Matter(stories)
    others: list[Thread | None] = []

    def interrupted(pk: int) -> list[Neighbor]:
        if not others:
            others.append(None)
            others[0] = assign(stories[1], matter)
        return matter(pk)

    assert assign(stories[2], interrupted) == others[0]
    assert Thread.objects.count() == 1
    assert inside(Thread.objects.get()) == {story.pk for story in stories}


def test_what_another_node_writes_first_holds() -> None:
    """The other node's rows are there when this one begins to write its own."""
    stories = make_floods(3)
    made: list[Thread] = []

    def other_node(instance: Thread, **kwargs: Any) -> None:
        if not made:
            made.append(instance)
            make_thread(stories[:2], "دوسری مشین کا سلسلہ")

    pre_save.connect(other_node, Thread)
    try:
        thread = assign(stories[2], Matter(stories))
    finally:
        pre_save.disconnect(other_node, Thread)
    assert made
    assert thread is not None
    assert inside(thread) == {story.pk for story in stories}
    assert [one.pk for one in Thread.objects.filter(places__isnull=False).distinct()] == [thread.pk]


def test_a_story_joins_what_its_thread_was_merged_into() -> None:
    stories = make_floods(4)
    thread, other = make_thread(stories[:2]), make_thread(stories[2:3], "دوسرا سلسلہ")
    editing.merge(thread, other)
    assert assign(stories[3], Matter(stories)) == other
    assert inside(other) == {story.pk for story in stories}


def test_split_moves_stories_into_a_thread_of_their_own() -> None:
    stories = make_floods(4)
    thread = make_thread(stories)
    part = editing.split(thread, [story.pk for story in stories[2:]])
    assert inside(thread) == {story.pk for story in stories[:2]}
    assert inside(part) == {story.pk for story in stories[2:]}
    assert part.slug != thread.slug


def test_a_thread_is_merged_once_and_not_into_itself() -> None:
    stories = make_floods(2)
    thread, other = make_thread(stories[:1]), make_thread(stories[1:])
    with pytest.raises(ValueError, match="merged"):
        editing.merge(thread, thread)
    editing.merge(thread, other)
    with pytest.raises(ValueError, match="merged"):
        editing.merge(other, thread)
    assert inside(other) == {story.pk for story in stories}


def test_a_merged_threads_removed_stories_stay_removed() -> None:
    stories = make_floods(3)
    thread, other = make_thread(stories[:2]), make_thread(stories[2:])
    editing.take_out(thread, [stories[0].pk])
    editing.merge(thread, other)
    assert inside(other) == {stories[1].pk, stories[2].pk}
    assert assign(stories[0], Matter(stories)) is None
