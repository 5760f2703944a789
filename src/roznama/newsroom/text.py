"""A story's own words, without markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

from django.utils.html import strip_tags

if TYPE_CHECKING:
    from roznama.newsroom.models import ArticlePage


_NAME = "(?:p|a|b|ul|ol|li|h[1-6])"
_INSIDE = """[^<>"']*(?:"[^<>"]*"[^<>"']*)*"""
_PLAIN_TAG = re.compile(rf"</?{_NAME}(?:\s{_INSIDE})?>|<br/>")


def story_lines(article: ArticlePage) -> Iterator[str]:
    """Yield the body's paragraphs, subheads, quotes and facts as plain lines.

    Read from the stored form: the blocks themselves would fetch every picture
    and story that they point at.
    """
    return block_lines(article.body.raw_data)


def draft_lines(article: ArticlePage) -> Iterator[str]:
    """Yield the lines of the latest draft that the story itself has not.

    Wagtail keeps the draft of a published story in a revision alone; the story's own row
    stays as readers have it.
    """
    if article.has_unpublished_changes and article.latest_revision:
        draft = article.latest_revision.content
        known = {article.title, article.kicker, article.deck, *story_lines(article)}
        lines = (draft["title"], draft["kicker"], draft["deck"])
        yield from (line for line in lines if line not in known)
        yield from (line for line in block_lines(json.loads(draft["body"])) if line not in known)


def block_lines(blocks: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of a body in its stored form."""
    for block in blocks:
        kind, value = block["type"], block["value"]
        if kind in {"paragraph", "subhead"}:
            yield html_text(value)
        elif kind == "quote":
            yield value["text"]
        elif kind == "fact_box":
            yield html_text(value["text"])


def plain_text(article: ArticlePage) -> str:
    """Return the body's words, a line a block."""
    return "\n".join(story_lines(article))


def html_text(html: str) -> str:
    """Return the text of a piece of rich text, its blocks kept apart by a space."""
    spaced = html.replace("</p>", "</p> ").replace("</li>", "</li> ").replace("<br/>", " ")
    return " ".join(unescape(_without_tags(spaced)).split())


def _without_tags(html: str) -> str:
    # What the editor writes needs no parser, which takes ten times as long.
    text = _PLAIN_TAG.sub("", html)
    return strip_tags(html) if any(sign in text for sign in "<>&") else text
