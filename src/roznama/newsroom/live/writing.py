"""An update's text as it is typed on any phone, and the rich text that it is kept as.

Draft.js, which Wagtail's editor is made of, does not do well on Android's keyboards; a plain box
does, with dictation and corrections. So the few things that a story's paragraph may have are signs
here, those that people know from messengers: `*bold*`, `[words](https://…)`, lines that begin with
`-` or with a number. HTML that somebody types is text: nothing but what is written below comes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from itertools import groupby

LONGEST = 5_000
"""Letters of an update's text."""

_LINK = re.compile(r"\[([^\[\]\n]+)\]\((https?://[^\s()<>\"]+)\)|(https?://[^\s()<>\"\[\]]*[\w/])")
_BOLD = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")
_POINT = re.compile(r"[-•–]\s+(?=\S)")
_NUMBER = re.compile(r"[0-9۰-۹]{1,2}[.)۔]\s+(?=\S)")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]")
_SPOTS = 0xE000
"""Private letters stand for links while bold is looked for; nobody's text has them."""


def to_html(text: str) -> str:
    """Return typed text as rich text: paragraphs, lists, bold, links."""
    clean = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))[:LONGEST]
    lines = [line.strip() for line in clean.split("\n")]
    return "".join(_blocks([line for line in lines if line]))


def to_text(html: str) -> str:
    """Return rich text as it would be typed. What it has beyond that comes out as plain words."""
    reader = _Typist()
    reader.feed(html)
    reader.close()
    return reader.text()


def _blocks(lines: list[str]) -> Iterator[str]:
    for kind, group in groupby(lines, _kind):
        if kind == "p":
            yield from (f"<p>{_inline(line)}</p>" for line in group)
        else:
            sign = _POINT if kind == "ul" else _NUMBER
            items = "".join(f"<li>{_inline(sign.sub('', line, count=1))}</li>" for line in group)
            yield f"<{kind}>{items}</{kind}>"


def _kind(line: str) -> str:
    if _POINT.match(line):
        return "ul"
    return "ol" if _NUMBER.match(line) else "p"


def _inline(line: str) -> str:
    links: list[str] = []

    def keep(found: re.Match[str]) -> str:
        words, url = found[1] or found[3], found[2] or found[3]
        links.append(f'<a href="{escape(url)}">{escape(words)}</a>')
        return chr(_SPOTS + len(links) - 1)

    bare = escape(_LINK.sub(keep, line), quote=False)
    bold = _BOLD.sub(r"<b>\1</b>", bare)
    return re.sub("[\ue000-\uf8ff]", lambda spot: links[ord(spot[0]) - _SPOTS], bold)


class _Typist(HTMLParser):
    """Types rich text anew."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = [""]
        self._lists: list[int] = []
        self._link = ("", 0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "li", "br"):
            self._lines.append("")
        if tag in ("ul", "ol"):
            self._lists.append(1 if tag == "ol" else 0)
        elif tag == "li":
            self._lines[-1] = self._sign()
        elif tag in ("b", "strong"):
            self._lines[-1] += "*"
        elif tag == "a":
            self._link = (dict(attrs).get("href") or "", len(self._lines[-1]))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
            self._lines.append("")
        elif tag in ("b", "strong"):
            self._lines[-1] += "*"
        elif tag == "a":
            self._end_link()

    def handle_data(self, data: str) -> None:
        self._lines[-1] += " ".join(data.split(" ")).replace("\n", " ")

    def text(self) -> str:
        """Return the lines that have something in them."""
        return "\n".join(line.strip() for line in self._lines if line.strip())

    def _sign(self) -> str:
        if not self._lists or not self._lists[-1]:
            return "- "
        self._lists[-1] += 1
        return f"{self._lists[-1] - 1}. "

    def _end_link(self) -> None:
        url, start = self._link
        words = self._lines[-1][start:]
        if url.startswith(("http://", "https://")) and words != url:
            self._lines[-1] = f"{self._lines[-1][:start]}[{words}]({url})"
