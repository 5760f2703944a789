"""From a page's bytes to a story: the steps in their order."""

import re
from collections.abc import Sequence

from resiliparse.parse.html import HTMLTree

from roznama.wire.reading.chrome import is_chrome
from roznama.wire.reading.decode import decode
from roznama.wire.reading.dom import depth_of
from roznama.wire.reading.extract import extract_lines, keep_lone_signs
from roznama.wire.reading.letters import clean, count_words, same, urdu_share
from roznama.wire.reading.lines import Line, plain_lines
from roznama.wire.reading.markup import prepare
from roznama.wire.reading.page_facts import find_address, find_headline, find_published
from roznama.wire.reading.story import ReadStory, UnreadablePage
from roznama.wire.reading.structure import structure
from roznama.wire.reading.urdu_stage import story_lines

DEFAULT_LIMIT = 10_000_000
"""Bytes of the largest page taken: some hundred times the longest story, images written into the
page included."""

# Where a page says that it is HTML.
_HTML_WITHIN = 4096
_HTML = re.compile(r"<(?:!doctype|html|head|body|article|main|div|table|h1|p|meta|title)\b", re.I)
_MOST_HEADLINE_WORDS = 40
# As deep as browsers build a page; extraction takes the square of the depth in time.
_DEEPEST = 512
# An Urdu story quotes other scripts, but most of its letters are Urdu's.
_LEAST_URDU = 0.3


def _repeats(line: Line, headline: str) -> bool:
    """Whether a line is the headline once more; with a full stop added it is a lead sentence."""
    return not line.text.rstrip().endswith("۔") and same(line.text, headline)


def _after_headline(lines: Sequence[Line], headline: str) -> list[Line]:
    """Drop what stands over the headline, unless that is most of the story, and its repetitions."""
    places = [n for n, line in enumerate(lines) if _repeats(line, headline)]
    for place in places[:1]:
        over = sum(len(line.text) for line in lines[:place] if line.is_story)
        under = sum(len(line.text) for line in lines[place:] if line.is_story)
        lines = lines[place:] if over <= under else lines
    return [line for line in lines if not _repeats(line, headline)]


def _first_headline(lines: Sequence[Line]) -> int:
    """The place of a plain text's headline: its first line, furniture aside, if short enough."""
    for index, line in enumerate(lines):
        if not is_chrome(line.text):
            long = count_words(line.text) > _MOST_HEADLINE_WORDS
            return -1 if long or line.text.endswith("۔") else index
    return -1


def _story(headline: str, lines: Sequence[Line], tree: HTMLTree | None) -> ReadStory:
    if not headline:
        raise UnreadablePage("The page has no headline.")
    parts = structure(story_lines(lines), marked=tree is not None)
    if not any(kind == "paragraph" for kind, _ in parts.blocks):
        raise UnreadablePage("The page has a headline, but no story under it.")
    return ReadStory(
        headline=headline,
        deck=parts.deck,
        dateline_city=parts.dateline.city,
        dateline_credit=parts.dateline.credit,
        published=find_published(tree) if tree else None,
        source_url=find_address(tree) if tree else "",
        blocks=parts.blocks,
    )


def _require_urdu(text: str) -> None:
    if urdu_share(text) < _LEAST_URDU:
        raise UnreadablePage("The text is not Urdu: too few of its letters are Arabic script.")


def _read_html(text: str) -> ReadStory:
    tree = HTMLTree.parse(keep_lone_signs(text))
    if depth_of(tree) > _DEEPEST:
        raise UnreadablePage("The page's elements are nested too deeply to be a story's page.")
    headline = find_headline(tree)
    prepare(tree)
    lines = extract_lines(tree)
    _require_urdu(headline + "".join(line.text for line in lines))
    return _story(headline, _after_headline(lines, headline), tree)


def _read_plain(text: str) -> ReadStory:
    _require_urdu(text)
    lines = plain_lines(text)
    place = _first_headline(lines)
    headline = lines[place].text if place >= 0 else ""
    return _story(headline, _after_headline(lines[max(place, 0) :], headline), None)


def read_page(data: bytes, *, limit: int = DEFAULT_LIMIT) -> ReadStory:
    """Read one page of HTML or plain text, in whatever encoding, to a clean story.

    Raises UnreadablePage, with a line saying why, for bytes that are empty, over `limit`, no text,
    not Urdu, or without a headline or a body.
    """
    if len(data) > limit:
        raise UnreadablePage(f"The file is too large: {len(data)} bytes, at most {limit} are read.")
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadablePage("The file is empty.")
    text = decode(data)
    if not clean(text):
        raise UnreadablePage("The file is empty.")
    return _read_html(text) if _HTML.search(text[:_HTML_WITHIN]) else _read_plain(text)
