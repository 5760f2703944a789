"""A read is told of by the page: once, after some seconds, and with nothing of the reader."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

BEFORE_THE_EYES = 4_500  # milliseconds: more than a story must be looked at to count
PATIENCE = 120_000  # milliseconds
BY_HAND = "Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })"


@pytest.fixture
def told(reader):
    """What the page tells of reads."""
    requests = []
    reader.page.on("request", lambda one: one.url.endswith("/live/read") and requests.append(one))
    return requests


def test_a_story_that_is_looked_at_is_told_of_once(reader, told):
    reader.context.add_cookies([{"name": "sessionid", "value": "x", "url": reader.paper.address}])
    reader.page.add_init_script(BY_HAND)
    page = reader.page
    with page.expect_request("**/live/read", timeout=PATIENCE):
        page.goto(reader.paper.url("story"))
    story = page.locator("[data-story]").get_attribute("data-story")
    page.wait_for_timeout(BEFORE_THE_EYES)  # not once more
    assert [one.post_data for one in told] == [story]
    sent = told[0].all_headers()
    assert {"cookie", "referer"} & sent.keys() == set()
    assert told[0].response().status == 204


def test_a_program_that_drives_the_browser_reads_nothing(reader, told):
    reader.page.goto(reader.paper.url("story"))
    reader.page.wait_for_timeout(BEFORE_THE_EYES)
    assert told == []
