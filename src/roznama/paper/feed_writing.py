"""Feeds as they are written: RSS 2.0 and Atom through Django's framework, JSON Feed 1.1 of our own.

An Atom reader is told of what was withdrawn as RFC 6721 has it (`at:deleted-entry`); RSS and JSON
Feed know nothing of the kind, so there an item of the same id says so.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.http import HttpResponse, JsonResponse
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed, rfc3339_date
from django.utils.timezone import localtime
from django.utils.xmlutils import SimplerXMLGenerator

from roznama.paper.addresses import absolute
from roznama.paper.xml_text import xml_text

JSON_FEED = "https://jsonfeed.org/version/1.1"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of itself; `path` is its page's, `feed` the beginning of its own."""

    title: str
    path: str
    description: str
    feed: str


@dataclass(frozen=True, slots=True)
class Item:
    """An entry: `key` is its id, `url` where it leads, `image` a picture's path."""

    key: str
    url: str
    title: str
    text: str
    published: datetime
    updated: datetime
    image: str = ""
    authors: Sequence[str] = ()
    tags: Sequence[str] = ()
    is_withdrawn: bool = False
    is_page: bool = True
    """Whether the id is an address of its own."""


def write(kind: str, channel: Channel, items: Sequence[Item]) -> HttpResponse:
    """Answer a feed of a kind: "rss", "atom" or "json"."""
    if kind == "json":
        return _json_feed(channel, items)
    return _xml_feed(WRITERS[kind], channel, items, f"{channel.feed}feed.{kind}")


class Atom(Atom1Feed):
    """Atom with its tombstones; items that are withdrawn are no entries."""

    tombs: Sequence[Item] = ()

    def root_attributes(self) -> dict[str, str]:
        """Name the tombstones' namespace where there are any."""
        attributes: dict[str, str] = super().root_attributes()
        return {**attributes, "xmlns:at": TOMBSTONES} if self.tombs else attributes

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        """Put the tombstones before the entries."""
        super().add_root_elements(handler)
        for tomb in self.tombs:
            named = {"ref": tomb.key, "when": rfc3339_date(tomb.updated)}
            handler.startElement("at:deleted-entry", AttributesImpl(named))
            handler.addQuickElement("at:comment", xml_text(f"{tomb.title}: {tomb.text}"))
            handler.endElement("at:deleted-entry")

    def latest_post_date(self) -> datetime:
        """Return when something was last added, changed or withdrawn."""
        latest: datetime = super().latest_post_date()
        dates = [tomb.updated for tomb in self.tombs]
        return max([latest, *dates]) if self.num_items() else max(dates, default=latest)


Writer = type[Rss201rev2Feed] | type[Atom]
WRITERS: dict[str, Writer] = {"rss": Rss201rev2Feed, "atom": Atom}


def _xml_feed(writer: Writer, channel: Channel, items: Sequence[Item], path: str) -> HttpResponse:
    written = writer(
        title=xml_text(channel.title),
        link=absolute(channel.path),
        description=xml_text(channel.description),
        language="ur",
        feed_url=absolute(path),
    )
    if isinstance(written, Atom):
        written.tombs = [item for item in items if item.is_withdrawn]
        items = [item for item in items if not item.is_withdrawn]
    for item in items:
        written.add_item(
            title=xml_text(item.title),
            link=item.url,
            unique_id=item.key,
            unique_id_is_permalink=item.is_page,
            description=xml_text(item.text),
            author_name=xml_text("، ".join(item.authors)),
            pubdate=item.published,
            updateddate=item.updated,
            categories=[xml_text(name) for name in item.tags],
            enclosures=_enclosures(item),
        )
    response = HttpResponse(content_type=written.content_type)
    written.write(response, "utf-8")
    return response


def _enclosures(item: Item) -> list[Enclosure]:
    url = absolute(item.image) if item.image else ""
    # The length is unknown without opening the file; RSS readers take 0 as that.
    kind = mimetypes.guess_type(url)[0] or "image/webp"
    return [Enclosure(url, "0", kind)] if url else []


def _json_feed(channel: Channel, items: Sequence[Item]) -> HttpResponse:
    data = {
        "version": JSON_FEED,
        "title": channel.title,
        "home_page_url": absolute(channel.path),
        "feed_url": absolute(f"{channel.feed}feed.json"),
        "description": channel.description,
        "language": "ur",
        "items": [_json_item(item) for item in items],
    }
    options = {"ensure_ascii": False}
    return JsonResponse(
        data, json_dumps_params=options, content_type="application/feed+json; charset=utf-8"
    )


def _json_item(item: Item) -> dict[str, Any]:
    told = {
        "id": item.key,
        "url": item.url,
        "title": item.title,
        "content_text": item.text or item.title,
        "summary": item.text,
        "image": absolute(item.image) if item.image else "",
        "date_published": _rfc3339(item.published),
        "date_modified": _rfc3339(item.updated),
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.tags),
        "_roznama": {"withdrawn": True} if item.is_withdrawn else "",
    }
    return {key: value for key, value in told.items() if value}


def _rfc3339(time: datetime | None) -> str:
    return localtime(time).isoformat(timespec="seconds") if time else ""
