"""A page's text as the copy desk takes it: pieces, a paragraph each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Any

from roznama.copydesk import Kind, Piece, Story
from roznama.newsroom.models import ArticlePage

_ENDS = frozenset({"p", "li", "ul", "ol"})
_SPACE = re.compile(r"[ \t\r\n]+")


def page_story(article: ArticlePage) -> Story:
    """Return a story as it stands in `article`, which may be a draft's object."""
    pieces = [
        Piece("kicker", Kind.KICKER, article.kicker),
        Piece("headline", Kind.HEADLINE, article.title),
        Piece("deck", Kind.DECK, article.deck),
        Piece("lead_caption", Kind.CAPTION, article.lead_caption),
        *_body(article.body.raw_data),
    ]
    return Story(
        tuple(piece for piece in pieces if piece.text.strip()),
        city=article.city,
        credit=article.credit_line,
        authors=article.bylines.count(),
    )


def _body(blocks: Iterable[dict[str, Any]]) -> Iterator[Piece]:
    for number, block in enumerate(blocks):
        for count, (kind, text) in enumerate(_block(block["type"], block["value"])):
            yield Piece(f"body-{number}-{count}", kind, text)


def _block(kind: str, value: Any) -> Iterator[tuple[Kind, str]]:
    if kind == "paragraph":
        yield from ((Kind.PARAGRAPH, line) for line in html_lines(value))
    elif kind == "subhead":
        yield Kind.SUBHEAD, value
    elif kind == "quote":
        yield Kind.QUOTE, value["text"]
    elif kind == "image":
        yield Kind.CAPTION, value.get("caption") or ""
    elif kind == "gallery":
        # A list's items are wrapped, those of older revisions are not.
        items = (item.get("value", item) for item in value)
        yield from ((Kind.CAPTION, item.get("caption") or "") for item in items)
    elif kind == "fact_box":
        yield Kind.SUBHEAD, value.get("title") or ""
        yield from ((Kind.FACTS, line) for line in html_lines(value["text"]))


def html_lines(html: str) -> list[str]:
    """Return the paragraphs and list items of rich text, as its editor shows them."""
    reader = _Lines()
    reader.feed(html)
    reader.close()
    reader.cut()
    return [line for line in reader.lines if line.strip()]


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag in _ENDS:
            self.cut()
        elif tag == "br":
            self._parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _ENDS:
            self.cut()

    def handle_data(self, data: str) -> None:
        self._parts.append(_SPACE.sub(" ", data))

    def cut(self) -> None:
        self.lines.append("".join(self._parts))
        self._parts.clear()
