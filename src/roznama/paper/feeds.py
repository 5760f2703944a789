"""Feeds: RSS 2.0 and Atom through Django's framework, JSON Feed 1.1 of our own."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from roznama.changes.reads import reads
from roznama.newsroom import keys
from roznama.newsroom.models import ArticlePage, PaperSettings, SectionPage
from roznama.paper.addresses import absolute
from roznama.paper.assembly.pictures import CARD_SPECS
from roznama.paper.assembly.stories import published, with_cards
from roznama.paper.xml_text import xml_text

LENGTH = 30
JSON_FEED = "https://jsonfeed.org/version/1.1"
Writer = type[Rss201rev2Feed] | type[Atom1Feed]
WRITERS: dict[str, Writer] = {"rss": Rss201rev2Feed, "atom": Atom1Feed}


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of itself."""

    title: str
    path: str
    description: str


@require_safe
def feed(request: HttpRequest, kind: str, section: str = "") -> HttpResponse:
    """Answer the newest stories of the paper or of one section."""
    stories = published()
    reads(keys.SITE)
    settings = PaperSettings.load()
    channel = Channel(settings.name, "/", settings.tagline or settings.name)
    if section:
        page = get_object_or_404(SectionPage.objects.live(), slug=section)
        reads(keys.section(page.pk))
        stories = stories.child_of(page)
        title = f"{settings.name}: {page.title}"
        channel = Channel(title, cast(str, page.url), page.intro or title)
    else:
        reads(keys.FRONT)
    newest = with_cards(stories).prefetch_related("bylines__author", "topics")[:LENGTH]
    if kind == "json":
        return _json_feed(channel, newest)
    return _xml_feed(WRITERS[kind], channel, newest, request.path)


def _xml_feed(
    writer: Writer,
    channel: Channel,
    stories: Iterable[ArticlePage],
    path: str,
) -> HttpResponse:
    written = writer(
        title=xml_text(channel.title),
        link=absolute(channel.path),
        description=xml_text(channel.description),
        language="ur",
        feed_url=absolute(path),
    )
    for story in stories:
        url = absolute(cast(str, story.url))
        written.add_item(
            title=xml_text(story.title),
            link=url,
            unique_id=url,
            unique_id_is_permalink=True,
            description=xml_text(story.deck),
            author_name=xml_text("، ".join(_authors(story))),
            pubdate=story.first_published_at,
            updateddate=story.last_published_at,
            categories=[xml_text(tag.name) for tag in story.topics.all()],
            enclosures=_enclosures(story),
        )
    response = HttpResponse(content_type=written.content_type)
    written.write(response, "utf-8")
    return response


def _enclosures(story: ArticlePage) -> list[Enclosure]:
    url = _image_url(story)
    # The length is unknown without opening the file; RSS readers take 0 as that.
    kind = mimetypes.guess_type(url)[0] or "image/webp"
    return [Enclosure(url, "0", kind)] if url else []


def _image_url(story: ArticlePage) -> str:
    if story.lead_image is None:
        return ""
    reads(keys.picture(story.lead_image.pk))
    return absolute(story.lead_image.get_rendition(CARD_SPECS[2]).url)


def _authors(story: ArticlePage) -> list[str]:
    reads(keys.article(story.pk), *(keys.author(line.author_id) for line in story.bylines.all()))
    return [byline.author.name for byline in story.bylines.all()]


def _json_feed(channel: Channel, stories: Iterable[ArticlePage]) -> HttpResponse:
    data = {
        "version": JSON_FEED,
        "title": channel.title,
        "home_page_url": absolute(channel.path),
        "feed_url": absolute(f"{channel.path}feed.json"),
        "description": channel.description,
        "language": "ur",
        "items": [_json_item(story) for story in stories],
    }
    options = {"ensure_ascii": False}
    return JsonResponse(
        data, json_dumps_params=options, content_type="application/feed+json; charset=utf-8"
    )


def _json_item(story: ArticlePage) -> dict[str, Any]:
    url = absolute(cast(str, story.url))
    item = {
        "id": url,
        "url": url,
        "title": story.title,
        "content_text": story.deck or story.title,
        "summary": story.deck,
        "image": _image_url(story),
        "date_published": _rfc3339(story.first_published_at),
        "date_modified": _rfc3339(story.last_published_at),
        "authors": [{"name": name} for name in _authors(story)],
        "tags": [tag.name for tag in story.topics.all()],
    }
    return {key: value for key, value in item.items() if value}


def _rfc3339(time: datetime | None) -> str:
    return localtime(time).isoformat(timespec="seconds") if time else ""
