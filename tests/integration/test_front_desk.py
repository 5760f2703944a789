"""The front page desk: what editors send, its history, conflicts, permission and printing."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localtime, now
from wagtail.models import PageLogEntry

from roznama.changes.models import Change
from roznama.newsroom.front import editions, steps
from roznama.newsroom.front.layout import Layout, Pin, as_json, kept
from roznama.newsroom.models import (
    ArticlePage,
    FrontEdition,
    FrontPage,
    FrontStep,
    LiveCoverage,
    User,
)
from tests.factories import get_section, make_story
from tests.integration.copydesk import client_of, make_user

pytestmark = pytest.mark.django_db

DESK = "/newsroom/front/"


class Desk:
    """One editor's screen."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.state: dict[str, Any] = client.get(f"{DESK}state/").json()

    def post(self, name: str, /, **data: Any) -> HttpResponse:
        body = {"base": self.state["head"], **data}
        response = self.client.post(f"{DESK}{name}/", body, content_type="application/json")
        if response.status_code == 200:
            self.state = response.json()
        return response

    @property
    def layout(self) -> dict[str, Any]:
        return json.loads(json.dumps(self.state["layout"]))

    def lead(self, story: ArticlePage | None, /, **fields: Any) -> HttpResponse:
        return self.post("save", layout={**self.layout, "lead": slot(story, **fields)})


def slot(story: ArticlePage | None, /, **fields: Any) -> dict[str, Any] | None:
    if story is None:
        return None
    words = {"headline": "", "kicker": "", "picture": True, "until": None}
    return {"story": story.pk, **words, **fields}


@pytest.fixture
def desk(newsroom: Client) -> Desk:
    return Desk(newsroom)


@pytest.fixture
def stories() -> list[ArticlePage]:
    return [make_story(f"خبر نمبر {number}") for number in range(3)]


def test_the_screen_shows_what_fills_each_place(newsroom: Client, stories: Any) -> None:
    page = newsroom.get(DESK).content.decode()
    assert 'id="front-state"' in page
    state = Desk(newsroom).state
    assert state["head"] == 0
    assert state["layout"]["lead"] is None
    assert state["filled"]["lead"] == stories[-1].pk
    assert state["filled"]["second"] == [stories[1].pk, stories[0].pk, None, None]
    assert state["stories"][str(stories[0].pk)]["headline"] == "خبر نمبر 0"


def test_a_story_that_is_covered_live_is_shown_so(newsroom: Client, stories: Any) -> None:
    coverage = LiveCoverage.objects.create(article=stories[0])
    assert Desk(newsroom).state["stories"][str(stories[0].pk)]["is_live"]
    assert not Desk(newsroom).state["stories"][str(stories[1].pk)]["is_live"]
    coverage.is_on = False
    coverage.save()
    assert not Desk(newsroom).state["stories"][str(stories[0].pk)]["is_live"]


def test_undo_and_redo_walk_many_steps_after_the_page_is_loaded_anew(
    newsroom: Client, stories: list[ArticlePage]
) -> None:
    desk = Desk(newsroom)
    for story in stories:
        assert desk.lead(story).status_code == 200
    again = Desk(newsroom)
    seen = [again.layout["lead"]["story"]]
    while again.state["undo"]:
        assert again.post("step", do="undo").status_code == 200
        seen.append(again.layout["lead"] and again.layout["lead"]["story"])
    assert seen == [stories[2].pk, stories[1].pk, stories[0].pk, None]
    assert again.post("step", do="undo").status_code == 409
    for story in stories:
        assert again.post("step", do="redo").json()["layout"]["lead"]["story"] == story.pk
    assert again.post("step", do="redo").status_code == 409


def test_a_new_step_after_undo_is_what_redo_leads_to(desk: Desk, stories: Any) -> None:
    desk.lead(stories[0])
    desk.post("step", do="undo")
    desk.lead(stories[1])
    assert desk.state["redo"] is None
    desk.post("step", do="undo")
    assert desk.post("step", do="redo").json()["layout"]["lead"]["story"] == stories[1].pk


def test_any_step_is_restored_as_a_step_of_its_own(desk: Desk, stories: Any) -> None:
    for story in stories[:2]:
        desk.lead(story)
    rows = desk.client.get(f"{DESK}history/").json()["steps"]
    first = next(row for row in rows if row["story"] == stories[0].title)
    assert (first["who"], first["what"]) == ("editor", "لیڈ بدلی گئی")
    desk.post("step", do="restore", step=first["id"])
    assert desk.layout["lead"]["story"] == stories[0].pk
    desk.post("step", do="undo")
    assert desk.layout["lead"]["story"] == stories[1].pk


def test_of_two_editors_the_later_is_told_and_loses_nothing(desk: Desk, stories: Any) -> None:
    other = Desk(client_of(arranger("aslam")))
    desk.lead(stories[0])
    answer = other.lead(stories[1])
    assert answer.status_code == 409
    told = answer.json()
    assert "editor" in told["error"]
    assert "محفوظ" in told["error"]
    assert told["state"]["layout"]["lead"]["story"] == stories[0].pk
    # Sent again because the answer was lost, it is kept aside once.
    assert other.lead(stories[1]).json()["aside"] == told["aside"]
    other.state = told["state"]
    assert other.post("step", do="redo").status_code == 409
    other.post("step", do="restore", step=told["aside"])
    assert other.layout["lead"]["story"] == stories[1].pk
    assert FrontStep.objects.filter(aside=True).count() == 1


@pytest.mark.parametrize("what", ["undo", "restore", "publish", "schedule"])
def test_nothing_is_done_to_a_draft_that_moved_on(desk: Desk, stories: Any, what: str) -> None:
    other = Desk(desk.client)
    desk.lead(stories[0])
    at = (localtime() + timedelta(hours=1)).isoformat()
    name = what if what in ("publish", "schedule") else "step"
    assert other.post(name, do=what, step=0, at=at).status_code == 409
    assert not FrontEdition.objects.exists()
    assert Desk(desk.client).state["head"] == desk.state["head"]


def test_the_same_sent_twice_is_one_step(desk: Desk, stories: Any) -> None:
    base = desk.state["head"]
    desk.lead(stories[0])
    again = desk.post("save", base=base, layout=desk.layout)
    assert again.status_code == 200
    assert FrontStep.objects.count() == 2  # the automatic one, and this


def test_publishing_tells_the_change_log_of_the_front(desk: Desk, stories: Any) -> None:
    desk.lead(stories[0])
    assert not desk.state["is_printed"]
    Change.objects.all().delete()
    assert desk.post("publish").status_code == 200
    change = Change.objects.get()
    assert (change.keys, change.paths) == (["front"], ["/"])
    assert desk.state["is_printed"]
    assert desk.state["printed"]["who"] == "editor"
    assert PageLogEntry.objects.filter(action=editions.PUBLISH).count() == 1
    assert editions.layout_of(editions.current(now())).lead == Pin(stories[0].pk)


def test_the_automatic_front_is_published_before_anything_was_arranged(desk: Desk) -> None:
    assert desk.post("publish").status_code == 200
    assert editions.layout_of(editions.current(now())) == Layout()


def test_drafts_tell_the_change_log_nothing(desk: Desk, stories: Any) -> None:
    Change.objects.all().delete()
    desk.lead(stories[0])
    desk.post("step", do="undo")
    assert not Change.objects.exists()


def test_a_front_is_scheduled_and_comes_by_the_clock(desk: Desk, stories: Any) -> None:
    desk.lead(stories[0])
    at = localtime() + timedelta(hours=2)
    answer = desk.post("schedule", at=at.strftime("%Y-%m-%dT%H:%M"), name="شام کا صفحہ")
    assert answer.status_code == 200, answer.json()
    desk.lead(stories[1])  # what comes after does not touch it
    (plan,) = desk.state["scheduled"]
    assert plan["name"] == "شام کا صفحہ"
    assert editions.current(now()) is None
    later = at + timedelta(minutes=1)
    assert editions.layout_of(editions.current(later)).lead == Pin(stories[0].pk)
    assert not editions.due(now()).exists()
    Change.objects.all().delete()
    assert [editions.publish_due_fronts(later) for _ in range(2)] == [1, 0]
    assert Change.objects.get().keys == ["front"]


def test_a_scheduled_front_is_taken_back_until_it_begins(desk: Desk) -> None:
    at = (localtime() + timedelta(hours=2)).isoformat()
    desk.post("schedule", at=at, name="")
    number = desk.state["scheduled"][0]["id"]
    assert desk.post("schedule", at=at, name="").status_code == 409
    assert desk.post("cancel", edition=number).json()["scheduled"] == []
    assert desk.post("cancel", edition=number).status_code == 400
    desk.post("publish")
    assert desk.post("cancel", edition=desk.state["printed"]["id"]).status_code == 409


@pytest.mark.parametrize("at", ["", "کل", "2020-01-01T10:00", "2999-01-01T10:00", 18, None])
def test_a_time_that_is_none_is_refused_in_a_line(desk: Desk, at: Any) -> None:
    answer = desk.post("schedule", at=at, name="")
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert not FrontEdition.objects.exists()


def test_unpublished_stories_cannot_be_chosen(desk: Desk) -> None:
    answer = desk.lead(make_story("مسودہ", draft=True))
    assert answer.status_code == 409
    assert answer.json()["error"] == "یہ خبر شائع نہیں ہوئی یا واپس لے لی گئی ہے۔"


def test_a_withdrawn_story_is_told_and_does_not_stop_the_desk(desk: Desk, stories: Any) -> None:
    desk.lead(stories[0])
    stories[0].unpublish()
    state = Desk(desk.client).state
    assert not state["stories"][str(stories[0].pk)]["is_public"]
    assert state["filled"]["lead"] == stories[2].pk
    second = [slot(stories[1]), *[None] * 3]
    assert desk.post("save", layout={**desk.layout, "second": second}).status_code == 200


def test_words_picture_and_end_of_a_pin_are_kept(desk: Desk, stories: Any) -> None:
    until = localtime() + timedelta(hours=3)
    desk.lead(
        stories[0],
        headline="  نئی\nسرخی ",
        kicker="خاص",
        picture=False,
        until=until.strftime("%Y-%m-%dT%H:%M"),
    )
    pin = kept(desk.state["layout"]).lead
    assert pin
    assert (pin.headline, pin.kicker, pin.picture) == ("نئی سرخی", "خاص", False)
    assert pin.until == until.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": "\u202eالٹی سرخی"},
        {"headline": "ا" * 400},
        {"kicker": "ا" * 61},
        {"until": "2020-01-01T00:00"},
        {"until": "کبھی"},
        {"story": "7"},
        {"story": True},
        {"story": 10**12},
        {"picture": "yes"},
        {"headline": None},
        {"until": ["2999-01-01"]},
    ],
)
def test_what_no_screen_sends_is_refused_in_a_line(
    desk: Desk, stories: Any, fields: dict[str, Any]
) -> None:
    answer = desk.lead(stories[0], **fields)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert not FrontStep.objects.exists()


@pytest.mark.parametrize(
    "layout", [None, [], {}, {"lead": None}, {"lead": []}, {"second": 3}, "x", 5]
)
def test_an_arrangement_of_another_shape_is_refused(desk: Desk, layout: Any) -> None:
    assert desk.post("save", layout=layout).status_code == 400


@pytest.mark.parametrize("body", [b"", b"[1]", b"{", b"\xff", b"[" * 100_000])
def test_a_body_that_is_no_object_is_refused(desk: Desk, body: bytes) -> None:
    answer = desk.client.post(f"{DESK}save/", body, content_type="application/json")
    assert answer.status_code == 400


def test_a_story_or_a_section_twice_is_refused(desk: Desk, stories: Any) -> None:
    twice = {**desk.layout, "lead": slot(stories[0]), "second": [slot(stories[0])]}
    assert desk.post("save", layout=twice).status_code == 400
    strips = desk.layout["strips"]
    assert desk.post("save", layout={**desk.layout, "strips": strips + strips}).status_code == 400
    lost = [{**strips[0], "section": 999_999}]
    assert desk.post("save", layout={**desk.layout, "strips": lost}).status_code == 400


def test_the_tray_finds_published_stories_also_in_roman_urdu(desk: Desk) -> None:
    story = make_story("کراچی میں بارش", section="shehr")
    make_story("کراچی کا مسودہ", section="shehr", draft=True)

    def found(**query: Any) -> list[int]:
        answer = desk.client.get(f"{DESK}stories/", query)
        return [row["id"] for row in answer.json()["stories"]]

    assert found(q="کراچی") == found(q="karachi") == found() == [story.pk]
    assert found(section=get_section("khel").pk) == found(section="999999999") == []
    assert found(section=get_section("shehr").pk, q="بارش") == [story.pk]
    assert found(q="\0") == [story.pk]
    assert found(q="' \" * ( %") == []


def arranger(name: str) -> User:
    """Somebody who may arrange the front page and nothing else."""
    user = make_user(name)
    user.user_permissions.add(Permission.objects.get(codename="arrange_front"))
    return User.objects.get(pk=user.pk)


def test_who_may_not_arrange_sees_and_does_nothing(stories: Any) -> None:
    client = client_of(make_user("nobody"))
    assert client.get(DESK).status_code == 302
    assert client.get(f"{DESK}preview/").status_code == 302
    for name in ("state", "stories", "history"):
        assert client.get(f"{DESK}{name}/").status_code == 403
    for name in ("save", "step", "publish", "schedule", "cancel"):
        answer = client.post(f"{DESK}{name}/", {"base": 0}, content_type="application/json")
        assert answer.status_code == 403, name
    assert DESK not in client.get("/newsroom/account/").content.decode()
    assert not FrontStep.objects.exists()


def test_the_permission_is_enough(stories: Any) -> None:
    client = client_of(arranger("aslam"))
    assert client.get(DESK).status_code == 200
    assert DESK in client.get("/newsroom/account/").content.decode()
    assert Desk(client).lead(stories[0]).status_code == 200
    assert Client().get(f"{DESK}state/").status_code == 302


def test_the_editor_in_chief_has_the_permission() -> None:
    assert Permission.objects.get(codename="arrange_front").group_set.filter(name="مدیرِ اعلیٰ")


@pytest.mark.parametrize("name", ["save", "step", "publish", "schedule", "cancel"])
def test_what_changes_something_asks_for_the_token(editor: User, name: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    assert strict.get(f"{DESK}{name}/").status_code == 405
    answer = strict.post(f"{DESK}{name}/", {"base": 0}, content_type="application/json")
    assert answer.status_code == 403


def test_the_preview_is_the_readers_page_with_the_draft(desk: Desk, stories: Any) -> None:
    desk.lead(stories[0], headline="صفحۂ اول کی اپنی سرخی")
    page = desk.client.get(f"{DESK}preview/?step={desk.state['head']}")
    assert "صفحۂ اول کی اپنی سرخی" in page.content.decode()
    assert page["X-Frame-Options"] == "SAMEORIGIN"
    assert "no-store" in page["Cache-Control"]
    assert "صفحۂ اول کی اپنی سرخی" not in Client().get("/").content.decode()
    assert desk.client.get(f"{DESK}preview/?step=99999999").status_code == 404
    assert desk.client.get(f"{DESK}preview/?step=x").status_code == 404


def test_old_steps_are_forgotten_but_not_what_was_printed(desk: Desk, stories: Any) -> None:
    for story in stories:
        desk.lead(story)
        if story == stories[0]:
            desk.post("publish")
    FrontStep.objects.update(time=now() - steps.KEPT - timedelta(days=1))
    steps.forget_old_steps()
    left = {step.story_id for step in FrontStep.objects.all()}
    assert left == {stories[0].pk, stories[2].pk}
    state = Desk(desk.client).state
    assert (state["undo"], state["redo"]) == (None, None)


def test_a_section_that_is_new_or_gone_needs_no_step(desk: Desk, stories: Any) -> None:
    desk.lead(stories[0])
    get_section("khel").unpublish()
    titles = [row["title"] for row in Desk(desk.client).state["sections"]]
    assert "کھیل" not in titles
    front = FrontPage.objects.get()
    assert len(Desk(desk.client).layout["strips"]) == front.get_children().live().count() - 3


def test_the_state_costs_the_same_however_much_is_pinned(desk: Desk) -> None:
    few = [make_story(f"خبر {number}") for number in range(8)]
    desk.lead(few[0])
    one = count(desk.client)
    desk.post("save", layout={**desk.layout, "second": [slot(story) for story in few[1:8]]})
    assert len(kept(as_json(kept(desk.layout))).pins()) == 8
    assert count(desk.client) == one


def count(client: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(f"{DESK}state/")
    return len(captured)
