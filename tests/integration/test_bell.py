"""The bell asks quietly: who may ask, what it is told, and what that costs."""

from __future__ import annotations

import html
import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from roznama.newsroom.models import Notice, NoticeKind
from tests.factories import make_story
from tests.integration.newsroom_people import HERE, browser_of, make_person

pytestmark = pytest.mark.django_db

STATE = "/newsroom/notices/state/"


def test_it_says_what_the_menu_says_to_whoever_asks() -> None:
    reporter, other = make_person("reporter", "reporter"), make_person("other", "reporter")
    story = make_story("میچ", section=HERE, draft=True, owner=reporter)
    browser = browser_of(reporter)
    before = browser.get(STATE)
    assert before.json() == {"unread": 0, "label": "اطلاعات"}
    assert "no-store" in before["Cache-Control"]
    for user in (reporter, reporter, other):
        Notice.objects.create(user=user, kind=NoticeKind.COMMENT, page_id=story.pk)
    found = browser.get(STATE).json()
    assert found["unread"] == 2
    assert "2" in found["label"]
    menu = json.dumps(found["label"])  # the menu's script has it so
    assert menu in html.unescape(browser.get("/newsroom/my/").content.decode())


def test_who_is_not_signed_in_is_refused_and_nothing_is_changed_by_asking() -> None:
    asked = Client().get(STATE, headers={"X-Requested-With": "XMLHttpRequest"})
    assert asked.status_code in (302, 403)
    assert browser_of(make_person("reporter", "reporter")).post(STATE).status_code == 405


def test_one_query_for_the_number_however_many_there_are() -> None:
    reporter = make_person("reporter", "reporter")
    story = make_story("میچ", section=HERE, draft=True, owner=reporter)
    browser = browser_of(reporter)

    def cost(address: str) -> int:
        browser.get(address)
        with CaptureQueriesContext(connection) as captured:
            browser.get(address)
        return len(captured)

    few, few_desk = cost(STATE), cost(f"{STATE}?desk=1")
    Notice.objects.bulk_create(
        Notice(user=reporter, kind=NoticeKind.COMMENT, page_id=story.pk) for _ in range(150)
    )
    for number in range(5):
        make_story(f"میچ {number}", section=HERE, draft=True, owner=reporter)
    assert cost(STATE) == few
    assert cost(f"{STATE}?desk=1") == few_desk
    assert browser.get(STATE).json()["unread"] == 100


def test_the_desk_has_another_mark_when_something_is_new_there() -> None:
    reporter = make_person("reporter", "reporter")
    browser = browser_of(reporter)
    first = browser.get(f"{STATE}?desk=1").json()["desk"]
    assert f'data-desk-mark="{first}"' in browser.get("/newsroom/my/").content.decode()
    assert browser.get(f"{STATE}?desk=1").json()["desk"] == first
    make_story("میچ", section=HERE, draft=True, owner=reporter)
    assert browser.get(f"{STATE}?desk=1").json()["desk"] != first
