"""The clock: what falls due is done, once, whatever else goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.timezone import now
from wagtail.models import Page
from wagtail.signals import published

from roznama.changes import log
from roznama.newsroom.models import ArticlePage, BreakingLine, Overdue
from roznama.newsroom.timing.doing import EXPIRED, PUBLISHED, do_due
from roznama.newsroom.timing.due import clock_time, due, next_due
from tests.factories import make_story
from tests.integration.copydesk import block_repetition, make_slip
from tests.integration.timing import (
    HOUR,
    falls_due,
    fresh,
    later,
    logged,
    make_scheduled,
    planned,
)

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)


def test_nothing_is_done_before_its_time_and_all_of_it_then() -> None:
    story = make_scheduled()
    assert do_due(clock_time()).done == 0
    assert not fresh(story).live
    falls_due(story)
    cursor = log.end()
    assert do_due(clock_time()).done == 1
    assert fresh(story).live
    assert logged(story, PUBLISHED) == 1
    keys = {key for change in log.news(cursor).changes for key in change.keys}
    assert {f"article:{story.pk}", "front"} <= keys


def test_a_second_look_does_nothing() -> None:
    story = make_scheduled()
    falls_due(story)
    first = [do_due(clock_time()).done for _ in range(3)]
    assert first == [1, 0, 0]
    assert logged(story, PUBLISHED) == 1


def test_a_story_comes_down(client: Client) -> None:
    story = make_story()
    Page.objects.filter(pk=story.pk).update(expire_at=now() + HOUR)
    assert do_due(clock_time()).done == 0
    Page.objects.filter(pk=story.pk).update(expire_at=now() - SECOND)
    assert do_due(clock_time()).done == 1
    assert (fresh(story).live, fresh(story).expired) == (False, True)
    assert logged(story, EXPIRED) == 1
    assert client.get(story.url).status_code == 404


def test_what_was_to_come_and_go_meanwhile_was_never_seen() -> None:
    story = make_scheduled()
    falls_due(story, now() - 2 * HOUR, expire_at=now() - HOUR)
    do_due(clock_time())
    assert (fresh(story).live, fresh(story).expired) == (False, True)
    assert (logged(story, PUBLISHED), logged(story, EXPIRED)) == (1, 1)
    assert do_due(clock_time()).done == 0


def test_an_update_of_a_story_that_is_out_waits_for_its_time() -> None:
    story = make_story("پہلی شکل")
    story.title = "دوسری شکل"
    story.go_live_at = now() + HOUR
    story.save_revision().publish()
    assert fresh(story).title == "پہلی شکل"
    falls_due(story)
    do_due(clock_time())
    assert fresh(story).title == "دوسری شکل"


def test_the_breaking_line_ends_and_is_told() -> None:
    line = BreakingLine.load()
    line.text, line.until = "طوفان کی وارننگ", now() + HOUR
    line.save()
    assert do_due(clock_time()).done == 0
    BreakingLine.objects.update(until=now() - SECOND)
    cursor = log.end()
    assert do_due(clock_time()).done == 1
    assert BreakingLine.objects.get().text == ""
    assert [change.keys for change in log.news(cursor).changes] == [["breaking"]]


def test_one_story_that_fails_stops_no_other_and_is_told(newsroom: Client) -> None:
    bad, good = make_scheduled("خراب خبر"), make_scheduled("اچھی خبر")
    falls_due(bad, now() - 2 * SECOND)
    falls_due(good)

    def refuse(instance: Any, **kwargs: Any) -> None:
        if instance.pk == bad.pk:
            raise RuntimeError("the picture is gone")

    published.connect(refuse)
    try:
        count = do_due(clock_time())
    finally:
        published.disconnect(refuse)
    assert (count.done, count.failed) == (1, 1)
    assert (fresh(bad).live, fresh(good).live) == (False, True)
    assert logged(bad, PUBLISHED) == 0
    assert Overdue.objects.get().trouble == "the picture is gone"
    listing = newsroom.get("/newsroom/stories/", {"status": "late"}).content.decode()
    assert "وقت پر نہ ہو سکا" in listing
    assert "اچھی خبر" not in listing
    form = newsroom.get(f"/newsroom/pages/{bad.pk}/edit/").content.decode()
    assert "the picture is gone" in form
    assert due(Overdue.objects.get().again_at - SECOND) == []  # it waits a moment
    assert do_due(clock_time() + timedelta(minutes=1)).done == 1
    assert fresh(bad).live
    assert not Overdue.objects.exists()


def test_what_failed_and_was_put_off_is_not_told_any_more() -> None:
    story = make_scheduled()
    Overdue.objects.create(page=story, due=now(), again_at=now() - SECOND, trouble="?")
    do_due(clock_time())
    assert not Overdue.objects.exists()


def test_a_clock_set_back_or_forward_does_no_harm() -> None:
    story, other = make_scheduled(), make_scheduled()
    falls_due(story)
    do_due(clock_time())
    for moved in (-24 * HOUR, 24 * HOUR, -24 * HOUR):
        do_due(clock_time() + moved)
    assert fresh(story).live
    assert logged(story, PUBLISHED) == 1
    assert not fresh(other).live  # by its own time it is not yet
    falls_due(other)
    Overdue.objects.create(page=other, due=now(), again_at=now() + 24 * HOUR, trouble="?")
    assert do_due(clock_time()).done == 1


def test_an_embargo_in_a_newer_draft_holds_what_was_scheduled_before() -> None:
    story = make_story("پہلی شکل")
    story.title, story.go_live_at = "دوسری شکل", now() + HOUR
    story.save_revision().publish()
    falls_due(story)
    newer = fresh(story).get_latest_revision_as_object()
    newer.embargo_until = until = later(3 * HOUR)
    newer.save_revision()
    assert do_due(clock_time()).done == 0
    assert fresh(story).title == "پہلی شکل"
    assert planned(story) == until


def test_the_copy_desk_asks_when_it_is_decided_and_not_at_the_minute() -> None:
    story = make_slip()
    story.go_live_at = now() + HOUR
    story.save_revision().publish()
    block_repetition()
    falls_due(story)
    assert do_due(clock_time()).done == 1


def test_the_clock_knows_how_long_it_may_sleep() -> None:
    assert next_due(clock_time()) is None
    story = make_scheduled()
    assert next_due(clock_time()) == planned(story)
    ArticlePage.objects.filter(pk=make_story().pk).update(expire_at=(soon := now() + SECOND * 9))
    assert next_due(clock_time()) == soon


def test_the_command_does_what_the_clock_does() -> None:
    story = make_scheduled()
    falls_due(story)
    said = StringIO()
    call_command("publish_scheduled", dryrun=True, stdout=said)
    assert str(story.pk) in said.getvalue()
    assert not fresh(story).live
    call_command("publish_scheduled", stdout=StringIO())
    assert fresh(story).live


def test_the_command_says_what_failed() -> None:
    story = make_scheduled()
    falls_due(story)
    with pytest.raises(CommandError, match="1 could not be done"), broken():
        call_command("publish_scheduled", stdout=StringIO())


@contextmanager
def broken() -> Iterator[None]:
    """Let every publication fail."""

    def refuse(**kwargs: Any) -> None:
        raise RuntimeError("no")

    published.connect(refuse)
    try:
        yield
    finally:
        published.disconnect(refuse)
