"""Editors put right what the machine put together."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from roznama.archive.models import Thread
from roznama.newsroom.models import ArticlePage, User
from tests.factories import make_story
from tests.integration import markup
from tests.integration.threads import inside, make_floods, make_thread

pytestmark = pytest.mark.django_db

LIST = "/newsroom/threads/"


def edit(client: Client, thread: Thread, **fields: Any) -> None:
    given = {"name": thread.name, "then": "out", **fields}
    response = client.post(f"{LIST}edit/{thread.pk}/", given)
    assert response.status_code == 302, markup.texts(
        markup.parse(response), markup.by_class("error-message")
    )
    thread.refresh_from_db()


def test_the_list_has_threads_with_their_number_of_stories(newsroom: Client) -> None:
    thread = make_thread(make_floods(3))
    document = markup.parse(newsroom.get(LIST))
    row = markup.texts(document, "//tr[.//a]")
    assert any(thread.name in text and "3" in text for text in row)


def test_a_thread_is_renamed(newsroom: Client) -> None:
    thread = make_thread(make_floods(3))
    address = thread.path
    edit(newsroom, thread, name="سوات کا سیلاب")
    assert thread.name == "سوات کا سیلاب"
    assert thread.is_named_by_editor
    assert thread.path == address


def test_saving_without_a_change_leaves_the_name_to_the_machine(newsroom: Client) -> None:
    thread = make_thread(make_floods(3))
    edit(newsroom, thread)
    assert not thread.is_named_by_editor


def test_stories_are_added_out_of_other_threads(newsroom: Client) -> None:
    first, second = make_floods(3), make_floods(3)
    thread, other = make_thread(first), make_thread(second)
    alone = make_story("تنہا خبر")
    edit(newsroom, thread, add_0=alone.pk, add_2=second[0].pk)
    assert inside(thread) == {story.pk for story in (*first, alone, second[0])}
    assert inside(other) == {story.pk for story in second[1:]}
    assert thread.places.get(story=alone).added_by_editor


def test_stories_are_taken_out_and_put_back_by_hand(newsroom: Client) -> None:
    stories = make_floods(4)
    thread = make_thread(stories)
    edit(newsroom, thread, stories=[stories[0].pk])
    assert inside(thread) == {story.pk for story in stories[1:]}
    edit(newsroom, thread, add_0=stories[0].pk)
    assert stories[0].pk in inside(thread)


def test_stories_are_split_off(newsroom: Client) -> None:
    stories = make_floods(5)
    thread = make_thread(stories)
    edit(newsroom, thread, stories=[story.pk for story in stories[:2]], then="split")
    [part] = Thread.objects.exclude(pk=thread.pk)
    assert inside(part) == {story.pk for story in stories[:2]}
    assert inside(thread) == {story.pk for story in stories[2:]}


def test_two_threads_become_one(newsroom: Client) -> None:
    first, second = make_floods(3), make_floods(3)
    thread, other = make_thread(first), make_thread(second, "دوسرا سلسلہ")
    edit(newsroom, thread, into=other.pk)
    assert inside(other) == {story.pk for story in (*first, *second)}
    assert thread.merged_into == other
    newsroom.get(LIST)  # says once that it is done, with a link
    links = markup.links(markup.parse(newsroom.get(LIST)))
    listed = {link for link in links if link.startswith(f"{LIST}edit/")}
    assert listed == {f"{LIST}edit/{other.pk}/"}


def test_a_thread_is_made_by_hand(newsroom: Client) -> None:
    stories = make_floods(2)
    given = {"name": "انتخابات", "add_0": stories[0].pk, "add_1": stories[1].pk}
    assert newsroom.post(f"{LIST}new/", given).status_code == 302
    thread = Thread.objects.get()
    assert inside(thread) == {story.pk for story in stories}
    assert thread.is_named_by_editor


def test_a_story_of_another_thread_is_not_taken_out_of_this_one(newsroom: Client) -> None:
    thread, other = make_thread(make_floods(3)), make_thread(make_floods(3))
    story = ArticlePage.objects.get(pk=min(inside(other)))
    given = {"name": thread.name, "then": "out", "stories": [story.pk]}
    assert newsroom.post(f"{LIST}edit/{thread.pk}/", given).status_code == 200
    assert story.pk in inside(other)


def test_screens_speak_urdu_and_open(newsroom: Client) -> None:
    thread = make_thread(make_floods(3))
    for path in (LIST, f"{LIST}new/", f"{LIST}edit/{thread.pk}/"):
        response = newsroom.get(path)
        assert response.status_code == 200
        assert "سلسل" in response.content.decode()


def test_threads_are_not_for_everyone(client: Client) -> None:
    thread = make_thread(make_floods(3))
    client.force_login(
        User.objects.create_user("reader", password="a long pass phrase"),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    client.post(f"{LIST}edit/{thread.pk}/", {"name": "غلط"})
    thread.refresh_from_db()
    assert thread.name != "غلط"
