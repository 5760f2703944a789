"""What a page says of itself: its headline, its date, its own address."""

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime

from resiliparse.parse.html import HTMLTree

from roznama.wire.reading.dom import select, text_of
from roznama.wire.reading.letters import clean, count_words, fold, same, urdu_share

_TITLES = ("meta[property='og:title']", "meta[name='twitter:title']", "meta[name='title']")
_DATES = (
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop='datePublished']", "content"),
    ("meta[name='pubdate']", "content"),
    ("meta[name='publishdate']", "content"),
    ("meta[name='publish-date']", "content"),
    ("meta[name='DC.date.issued']", "content"),
    ("meta[name='date']", "content"),
    ("time[itemprop~='datePublished']", "datetime"),
    ("time[pubdate]", "datetime"),
    ("article time[datetime]", "datetime"),
)
# Read by pattern because structured data on live pages is often broken JSON.
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_ADDRESSES = (("link[rel='canonical']", "href"), ("meta[property='og:url']", "content"))
# A site's name is parted from a headline by a sign between spaces.
_NAME_SIGN = re.compile(r"\s+[-|–—•»:]+\s+")
_LEAST_HEADLINE_WORDS = 3


def _values(tree: HTMLTree, selector: str, attribute: str) -> Iterator[str]:
    for node in select(tree, selector):
        value = clean(node.getattr(attribute, "") or "")
        if value:
            yield value


def _titles(tree: HTMLTree) -> list[str]:
    stated = [value for selector in _TITLES for value in _values(tree, selector, "content")]
    return [title for title in [*stated, clean(tree.title or "")] if urdu_share(title) > 0]


def _headings(tree: HTMLTree) -> list[str]:
    found = [text_of(node) for tag in ("h1", "h2", "h3") for node in select(tree, tag)]
    return [text for text in found if urdu_share(text) > 0]


def _begins(title: str, heading: str) -> bool:
    """Whether a title is the heading, or the heading and a site's name."""
    if count_words(heading) < _LEAST_HEADLINE_WORDS:
        return same(title, heading)
    return " ".join(fold(heading).split()) in " ".join(fold(title).split())


def _without_site(title: str) -> str:
    parts = _NAME_SIGN.split(title)
    return max(parts, key=count_words)


def find_headline(tree: HTMLTree) -> str:
    """Give the heading that the page's title repeats, else a first heading, else the title, or "".

    A bare h1 is not enough: on many sites it is the paper's own name.
    """
    titles, headings = _titles(tree), _headings(tree)
    for heading in headings:
        if any(_begins(title, heading) for title in titles):
            return heading
    first = [text_of(node) for node in select(tree, "h1")]
    first = [x for x in first if count_words(x) >= _LEAST_HEADLINE_WORDS and urdu_share(x) > 0]
    return next(iter([*first, *map(_without_site, titles)]), "")


def _moment(stated: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(stated)
        except ValueError:
            continue
    return None


def find_published(tree: HTMLTree) -> datetime | None:
    """Give the date of publication that the page's metadata states, None without a readable one."""
    stated = [value for selector, name in _DATES for value in _values(tree, selector, name)]
    for script in select(tree, "script[type='application/ld+json']"):
        stated += _JSON_DATE.findall(script.text or "")
    return next((moment for moment in map(_moment, stated) if moment), None)


def find_address(tree: HTMLTree) -> str:
    """Give the page's canonical web address, or ""."""
    found = [value for selector, name in _ADDRESSES for value in _values(tree, selector, name)]
    return next((value for value in found if re.match(r"https?://\S+$", value)), "")
