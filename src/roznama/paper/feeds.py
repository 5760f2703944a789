"""Feeds: RSS 2.0 and Atom through Django's framework, JSON Feed 1.1 of our own."""

from __future__ import annotations

import mimetypes
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from roznama.changes.reads import read_once, reads
from roznama.newsroom import keys
from roznama.newsroom.models import ArticleAuthor, ArticleTopic, PaperSettings, SectionPage
from roznama.paper.addresses import absolute
from roznama.paper.assembly.cards import lead_pictures
from roznama.paper.assembly.stories import StoryRow, published, rows
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


@dataclass(frozen=True, slots=True)
class Item:
    """A story with its picture's path, its authors and its tags."""

    story: StoryRow
    image: str
    authors: list[str]
    tags: list[str]

    @property
    def url(self) -> str:
        """Its absolute address."""
        return absolute(self.story.url)


@require_safe
def feed(request: HttpRequest, kind: str, section: str = "") -> HttpResponse:
    """Answer the newest stories of the paper or of one section."""
    stories = published()
    reads(keys.SITE)
    settings = read_once("settings", PaperSettings.load)
    channel = Channel(settings.name, "/", settings.tagline or settings.name)
    if section:
        page = get_object_or_404(SectionPage.objects.live(), slug=section)
        reads(keys.section(page.pk))
        stories = stories.child_of(page)
        title = f"{settings.name}: {page.title}"
        channel = Channel(title, cast(str, page.url), page.intro or title)
    else:
        reads(keys.FRONT)
    items = _items(rows(stories[:LENGTH]))
    if kind == "json":
        return _json_feed(channel, items)
    return _xml_feed(WRITERS[kind], channel, items, request.path)


def _items(stories: list[StoryRow]) -> list[Item]:
    """Return the stories with what a feed tells of them, in three queries."""
    pks = [story.pk for story in stories]
    pictures = lead_pictures(stories)
    bylines: defaultdict[int, list[str]] = defaultdict(list)
    lines = ArticleAuthor.objects.filter(article__in=pks).order_by("sort_order", "pk")
    for story, author, name in lines.values_list("article_id", "author_id", "author__name"):
        reads(keys.author(author))
        bylines[story].append(name)
    tags: defaultdict[int, list[str]] = defaultdict(list)
    places = ArticleTopic.objects.filter(content_object__in=pks).order_by("pk")
    for story, name in places.values_list("content_object_id", "tag__name"):
        tags[story].append(name)
    reads(*map(keys.article, pks))
    return [
        Item(one, pictures.card_url(one.lead_image_id), bylines[one.pk], tags[one.pk])
        for one in stories
    ]


def _xml_feed(
    writer: Writer,
    channel: Channel,
    items: Iterable[Item],
    path: str,
) -> HttpResponse:
    written = writer(
        title=xml_text(channel.title),
        link=absolute(channel.path),
        description=xml_text(channel.description),
        language="ur",
        feed_url=absolute(path),
    )
    for item in items:
        story, url = item.story, item.url
        written.add_item(
            title=xml_text(story.title),
            link=url,
            unique_id=url,
            unique_id_is_permalink=True,
            description=xml_text(story.deck),
            author_name=xml_text("، ".join(item.authors)),
            pubdate=story.first_published_at,
            updateddate=story.last_published_at,
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


def _json_feed(channel: Channel, items: Iterable[Item]) -> HttpResponse:
    data = {
        "version": JSON_FEED,
        "title": channel.title,
        "home_page_url": absolute(channel.path),
        "feed_url": absolute(f"{channel.path}feed.json"),
        "description": channel.description,
        "language": "ur",
        "items": [_json_item(item) for item in items],
    }
    options = {"ensure_ascii": False}
    return JsonResponse(
        data, json_dumps_params=options, content_type="application/feed+json; charset=utf-8"
    )


def _json_item(item: Item) -> dict[str, Any]:
    story = item.story
    told = {
        "id": item.url,
        "url": item.url,
        "title": story.title,
        "content_text": story.deck or story.title,
        "summary": story.deck,
        "image": absolute(item.image) if item.image else "",
        "date_published": _rfc3339(story.first_published_at),
        "date_modified": _rfc3339(story.last_published_at),
        "authors": [{"name": name} for name in item.authors],
        "tags": item.tags,
    }
    return {key: value for key, value in told.items() if value}


def _rfc3339(time: datetime | None) -> str:
    return localtime(time).isoformat(timespec="seconds") if time else ""
