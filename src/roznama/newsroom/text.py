"""A story's own words, without markup."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from django.utils.html import strip_tags

if TYPE_CHECKING:
    from roznama.newsroom.models import ArticlePage


def story_lines(article: ArticlePage) -> Iterator[str]:
    """Yield the body's paragraphs, subheads, quotes and facts as plain lines.

    Read from the stored form: the blocks themselves would fetch every picture
    and story that they point at.
    """
    for block in article.body.raw_data:
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
    return " ".join(unescape(strip_tags(spaced)).split())
