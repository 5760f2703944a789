"""`roznama search`"""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from roznama.archive.node import snapshot
from roznama.archive.search.building import Filters
from roznama.archive.search.searching import Results, Search, search
from roznama.newsroom.models import ArticlePage, SectionPage


class Command(BaseCommand):
    """Searches what is published, as readers do."""

    help = "Search what is published."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the query and what narrows it."""
        parser.add_argument("query", help='words, "phrases", -words that are not wanted')
        parser.add_argument("--section", default="", help="the slug of a section")
        parser.add_argument("--newest", action="store_true", help="the newest first")
        parser.add_argument("--page", type=int, default=1, help="which page of results")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what is found, a story a line."""
        index = snapshot()
        if index is None:
            raise CommandError("there is no index yet; `roznama reindex` makes one")
        filters = Filters(section=_section(options["section"]))
        asked = Search(options["query"], filters, options["newest"], options["page"])
        found = search(index, asked)
        stories = [_told(story) for story in _stories(found)]
        if options["json"]:
            told = {"total": found.total, "meant": found.meant, "stories": stories}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        for story in stories:
            self.stdout.write(f"{story['published']}  {story['url']}  {story['headline']}")
        self.stdout.write(f"{found.total} found")
        if found.meant:
            self.stdout.write(f"Did you mean: {found.meant}")


def _section(slug: str) -> int | None:
    if not slug:
        return None
    section = SectionPage.objects.filter(slug=slug).first()
    if section is None:
        raise CommandError(f"there is no section {slug!r}", returncode=2)
    return int(section.pk)


def _stories(found: Results) -> list[ArticlePage]:
    stories = ArticlePage.objects.live().public().in_bulk(found.stories)
    return [stories[pk] for pk in found.stories if pk in stories]


def _told(story: ArticlePage) -> dict[str, Any]:
    time = story.first_published_at
    return {
        "id": story.pk,
        "headline": story.title,
        "url": story.url,
        "published": f"{time:%Y-%m-%d %H:%M}" if time else "",
    }
