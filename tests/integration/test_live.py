"""Live files: written for what changes on every page at once, and served for seconds."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils.timezone import now

from roznama.changes import log
from roznama.newsroom.models import BreakingLine
from roznama.press.live import Live
from tests.factories import make_story
from tests.integration.press_store import STORIES, Press, path_of, rename

LINE = "کراچی کے ساحل پر طوفان کی وارننگ جاری"


@pytest.fixture
def press(db: None, tmp_path: Path) -> Press:
    return Press(tmp_path / "press")


@pytest.fixture
def live(press: Press) -> Live:
    return Live(press.folder)


def told(press: Press, live: Live, name: str) -> dict:
    live.keep(press.printer.records, changed=True)
    press.front._live_files._answers.clear()
    status, headers, body = press.get(f"/live/{name}.json")
    assert status == 200
    assert headers["content-type"] == "application/json"
    assert "max-age=2," in headers["cache-control"]
    return json.loads(body)


def test_a_breaking_line_is_told_and_prints_no_page(press: Press, live: Live) -> None:
    story = make_story(STORIES[0])
    press.want("/", path_of(story))
    press.work()
    assert told(press, live, "breaking") == {}
    cursor = log.end()
    line = BreakingLine.load()
    line.text, line.story = LINE, story
    line.save()
    assert [change.keys for change in log.news(cursor).changes] == [["breaking"]]
    assert press.work() == []
    said = told(press, live, "breaking")
    assert (said["text"], said["url"]) == (LINE, path_of(story))
    minutes = (said["until"] / 1000 - now().timestamp()) / 60
    assert 110 < minutes <= 120


def test_a_breaking_line_ends(press: Press, live: Live) -> None:
    line = BreakingLine.load()
    line.text, line.until = LINE, now() - timedelta(seconds=1)
    line.save()
    assert told(press, live, "breaking") == {}


def test_a_breaking_line_without_words_is_none(press: Press, live: Live) -> None:
    line = BreakingLine.load()
    line.text, line.story = LINE, make_story(STORIES[0])
    line.save()
    line.text = ""
    line.save()
    assert told(press, live, "breaking") == {}
    assert BreakingLine.objects.get().until is None


def test_a_breaking_line_leads_to_no_story_that_was_taken_back(press: Press, live: Live) -> None:
    story = make_story(STORIES[0])
    line = BreakingLine.load()
    line.text, line.story = LINE, story
    line.save()
    assert told(press, live, "breaking")["url"] == path_of(story)
    story.unpublish()
    assert "url" not in told(press, live, "breaking")


def test_the_stories_most_read_are_named_in_order(press: Press, live: Live) -> None:
    stories = [make_story(headline) for headline in STORIES]
    press.want("/", *map(path_of, stories))
    press.work()
    hits = {path_of(story): 10 - place for place, story in enumerate(stories)}
    press.printer.records.count({"/": 100, **hits}, 0)
    named = told(press, live, "most-read")["stories"]
    assert [one["url"] for one in named] == list(hits)
    rename(stories[0], "نئی سرخی")
    stories[1].unpublish()
    press.work()
    named = told(press, live, "most-read")["stories"]
    assert [one["title"] for one in named] == ["نئی سرخی", STORIES[2]]


@pytest.mark.parametrize("path", ["/live/", "/live/x.json", "/live/../records.sqlite3"])
def test_no_other_file_is_served(press: Press, live: Live, path: str) -> None:
    live.keep(press.printer.records, changed=True)
    assert press.get(path)[0] == 599


def test_the_line_is_edited_in_the_newsroom(newsroom: Client) -> None:
    address = "/newsroom/settings/newsroom/breakingline/"
    page = newsroom.get(address, follow=True)
    assert page.status_code == 200
    saved = newsroom.post(page.redirect_chain[-1][0], {"text": LINE, "story": "", "until": ""})
    assert saved.status_code == 302
    assert BreakingLine.objects.get().text == LINE
