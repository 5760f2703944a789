"""Machines read our pages exactly: the story, all of it, and nothing else."""

from __future__ import annotations

import pytest
from bench_import import EXTRACTORS, tokens
from bench_page import demo_stories, fetch, read_with
from lxml import html as lxml_html

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::UserWarning")]

# By their design, whatever the markup: jusText leaves out short lines, such as lists of
# facts, and newspaper4k a short paragraph at a story's end.
FLOORS = {
    "trafilatura": 1.0,
    "readability-lxml": 1.0,
    "resiliparse": 1.0,
    "newspaper4k": 0.98,
    "justext": 0.95,
}
WHOLE = [name for name, floor in FLOORS.items() if floor == 1.0]
ELSEWHERE = """
//nav//a | //footer[contains(@class, 'footer')]//a | //aside[contains(@class, 'also-read')]
| //aside[contains(@class, 'share')] | //aside[contains(@class, 'related')]//article
| //aside[contains(@class, 'story-meta')] | //aside[contains(@class, 'sources')]
| //aside[contains(@class, 'corrections')] | //p[contains(@class, 'notice')]
"""


@pytest.fixture(scope="module")
def pages(paper):
    """The longest stories, one of middling length and the shortest, as served."""
    stories = demo_stories(paper.address)
    chosen = [stories[0], stories[1], stories[len(stories) // 2], stories[-1]]
    return [(fetch(story.url), story) for story in chosen]


@pytest.mark.parametrize("name", FLOORS)
def test_the_story_comes_out_as_written(pages, name):
    scores = {story.headline: read_with(name, page, story).f1 for page, story in pages}
    assert min(scores.values()) >= FLOORS[name], scores


@pytest.mark.parametrize("name", WHOLE)
def test_no_paragraph_is_lost(pages, name):
    for page, story in pages:
        assert read_with(name, page, story).lost == ()


@pytest.mark.parametrize("name", FLOORS)
def test_nothing_comes_from_around_the_story(pages, name):
    for page, story in pages:
        text = f" {' '.join(tokens(EXTRACTORS[name](page)))} "
        own = f" {' '.join(tokens(story.text))} "
        for place in lxml_html.fromstring(page).xpath(ELSEWHERE):
            line = f" {' '.join(tokens(place.text_content()))} "
            assert line.isspace() or line in own or line not in text
