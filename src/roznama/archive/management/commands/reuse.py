"""`roznama reuse`"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from roznama.archive.node import snapshot
from roznama.archive.reuse import Reuse, compare
from roznama.archive.reuse.finding import originals
from roznama.newsroom.models import ArticlePage
from roznama.newsroom.text import plain_text


class Command(BaseCommand):
    """Tells what of a story was taken from another text."""

    help = "Tell what of a story was taken from another text."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the story and what to hold it against."""
        parser.add_argument(
            "files", nargs="*", metavar="FILE", help="the story's text and the other; UTF-8"
        )
        parser.add_argument(
            "--story", type=int, metavar="ID", help="a story of the paper in the first file's place"
        )
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Compare two texts, or a published story with what the paper has."""
        files, pk = options["files"], options["story"]
        if len(files) != (2 if pk is None else 1) and not (pk is not None and not files):
            raise CommandError("two files, or --story and at most one file", returncode=2)
        story = None if pk is None else _story(pk)
        if story is not None and not files:
            told = _originals(story)
        else:
            texts = [*([plain_text(story)] if story else []), *map(_read, files)]
            told = [{"text": files[-1], **_told(compare(*texts), *texts)}]
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        for one in told:
            self._write(one)
        if not told:
            self.stdout.write("no original found")

    def _write(self, one: dict[str, Any]) -> None:
        self.stdout.write(f"{one['kind']} derived, {one['share']:.0%} of its words: {one['text']}")
        for passage in one["passages"]:
            self.stdout.write(f"  {passage['start']}-{passage['end']}  {passage['text']}")


def _story(pk: int) -> ArticlePage:
    story = ArticlePage.objects.filter(pk=pk).first()
    if story is None:
        raise CommandError(f"there is no story {pk}", returncode=2)
    return story


def _originals(story: ArticlePage) -> list[dict[str, Any]]:
    if story.first_published_at is None:
        raise CommandError("originals are looked for once a story is published", returncode=2)
    if snapshot() is None:
        raise CommandError("there is no index yet; `roznama reindex` makes one")
    text = plain_text(story)
    return [
        {"id": one.page.pk, "text": one.page.title, **_told(one.reuse, text, plain_text(one.page))}
        for one in originals(story)
    ]


def _read(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror}", returncode=2) from None
    except UnicodeDecodeError:
        raise CommandError(f"{name}: this is no UTF-8 text", returncode=2) from None


def _told(reuse: Reuse, text: str, other: str) -> dict[str, Any]:
    return {
        "kind": reuse.kind.value,
        "share": round(reuse.share, 3),
        "passages": [
            {
                "start": one.start,
                "end": one.end,
                "text": text[one.start : one.end],
                "other_start": one.other_start,
                "other_end": one.other_end,
                "other_text": other[one.other_start : one.other_end],
                "words": one.words,
            }
            for one in reuse.passages
        ],
    }
