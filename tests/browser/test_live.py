"""The breaking line and the stories most read, as a reader meets them."""

from __future__ import annotations

import json
import time
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LINE = "کراچی کے ساحل پر طوفان کی وارننگ جاری، ماہی گیروں کو سمندر میں نہ جانے کی ہدایت"
STORIES = [{"title": f"خبر {number}", "url": f"/dunya/{number}/"} for number in range(1, 6)]


@pytest.fixture
def told(reader):
    """What the live files say; a test changes it."""
    words = {
        "breaking": {
            "id": "a", "text": LINE, "url": "/dunya/", "until": (time.time() + 600) * 1000,
        },
        "most-read": {"stories": STORIES},
        "desk": {"teams": []},
    }  # fmt: skip

    def answer(route):
        name = PurePosixPath(urlsplit(route.request.url).path).stem
        route.fulfill(content_type="application/json", body=json.dumps(words[name]))

    reader.page.route("**/live/*.json", answer)
    return words


def test_the_line_stands_over_every_page_until_it_is_put_away(reader, told):
    page = reader.open("story")
    bar = page.locator(".breaking--live")
    bar.wait_for()
    expect(bar.locator("a")).to_have_attribute("href", "/dunya/")
    expect(bar.locator("a")).to_have_text(LINE)
    box = bar.bounding_box()
    assert box["x"] == 0
    assert box["y"] + box["height"] == pytest.approx(780, abs=1)
    bar.locator("button").click()
    expect(bar).to_have_count(0)
    page = reader.open("front")
    page.locator(".most-read li").first.wait_for()
    assert page.locator(".breaking--live").count() == 0
    told["breaking"]["id"] = "b"
    page = reader.open("front")
    page.locator(".breaking--live").wait_for()
    assert reader.errors == []


def test_a_line_that_has_ended_does_not_stand(reader, told):
    told["breaking"]["until"] = (time.time() - 1) * 1000
    page = reader.open("story")
    page.locator(".most-read li").first.wait_for()
    assert page.locator(".breaking--live").count() == 0


def test_the_stories_most_read_are_named_below(reader, told):
    page = reader.open("story")
    links = page.locator(".most-read a")
    links.first.wait_for()
    assert links.evaluate_all("(all) => all.map((a) => a.getAttribute('href'))") == [
        story["url"] for story in STORIES
    ]
    assert page.locator(".most-read").evaluate("(box) => box.getBoundingClientRect().top") > 780


def test_a_link_that_leads_elsewhere_is_not_taken(reader, told):
    told["breaking"]["url"] = "javascript:alert(1)"
    page = reader.open("story")
    page.locator(".breaking--live").wait_for()
    expect(page.locator(".breaking--live a")).to_have_text(LINE)  # it is laid out in one go
    assert page.locator(".breaking--live a").get_attribute("href") is None


def test_a_page_without_live_files_is_whole(reader):
    reader.page.route("**/live/*.json", lambda route: route.fulfill(status=503))
    page = reader.open("story")
    assert page.locator(".most-read").is_hidden()
    assert page.locator(".breaking--live").count() == 0
