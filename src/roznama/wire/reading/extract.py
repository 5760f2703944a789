"""From HTML to lines, through Resiliparse's main-content extraction.

Of the extractors that tools/bench_import.py measures it alone kept every word of the story in every
layout tried, it is the fastest by more than ten times, and it needs no other parser. What it lets
through besides the story is the Urdu stage's to remove.
"""

import html
import re

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from roznama.wire.reading.densest import densest_container
from roznama.wire.reading.lines import Line
from roznama.wire.reading.markup import NEVER_STORY

# The extractor is believed unless it gives less than this share of the running text that the whole
# page has; then the densest container is asked, and believed if it gives more.
_TRUSTED_SHARE = 0.5

# In main content the extractor drops a text node of one sign that UTF-8 writes in three bytes, so
# "<span>ﷺ</span>" loses its ﷺ; a zero-width space, which no story keeps, makes it two signs.
_LONE_SIGN = re.compile(r">(\s*[\u0800-\uffff])(?=\s*<)")

_TAG = re.compile(r"<[^>]*>")
_HEADING = re.compile(r"<h[1-6]>")


def _text_of(page: HTMLTree | str, *, main: bool) -> str:
    return extract_plain_text(
        page,
        preserve_formatting="minimal_html",
        main_content=main,
        list_bullets=False,
        alt_texts=False,
        comments=False,
        skip_elements=NEVER_STORY,
    )


def _lines_of(minimal: str) -> list[Line]:
    """Read the extractor's reduced HTML: a block or a line break ends a line."""
    lines = []
    for raw in minimal.replace("<br>", "\n").split("\n"):
        text = html.unescape(_TAG.sub("", raw)).strip()
        if text:
            lines.append(Line(text, heading=_HEADING.search(raw) is not None))
    return lines


def _amount(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines if line.is_story)


def keep_lone_signs(page: str) -> str:
    """Change a page's HTML so that the extractor keeps signs that stand alone in an element."""
    return _LONE_SIGN.sub(">\\1\u200b", page)


def extract_lines(tree: HTMLTree) -> list[Line]:
    """Give the lines of a page's main content, headings known and links marked."""
    lines = _lines_of(_text_of(tree, main=True))
    whole = _amount(_lines_of(_text_of(tree, main=False)))
    if _amount(lines) >= _TRUSTED_SHARE * whole:
        return lines
    box = densest_container(tree)
    dense = _lines_of(_text_of(box.html, main=False)) if box else []
    return dense if _amount(dense) > _amount(lines) else lines
