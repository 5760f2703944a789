"""`roznama importpage FILE`"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from roznama.newsroom.models import ArticlePage, SectionPage
from roznama.wire.importing import import_story
from roznama.wire.reading import UnreadablePage, read_page

# One page of a newspaper is a tenth of this; what is larger is not a page.
LARGEST = 10_000_000


class Command(BaseCommand):
    """Makes a draft of somebody's page."""

    help = "Read a web page or a text, clean it, and make a draft story of it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, the section, and whether to publish."""
        parser.add_argument("file", help="a text or HTML file; - reads standard input")
        parser.add_argument(
            "--section", default="", help="the section's address, e.g. dunya (default: the first)"
        )
        parser.add_argument("--publish", action="store_true", help="publish it at once")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import one page or say in one line why not."""
        section = _section(options["section"])
        try:
            story = read_page(_bytes(options["file"]), limit=LARGEST)
        except UnreadablePage as error:
            raise CommandError(f"{options['file']}: {error}") from None
        page = import_story(story, section, publish=options["publish"])
        self.stdout.write(_report(page, published=options["publish"]))


def _section(slug: str) -> SectionPage:
    sections = SectionPage.objects.order_by("path")
    section = sections.filter(slug=slug).first() if slug else sections.first()
    if section is None:
        known = ", ".join(sections.values_list("slug", flat=True))
        raise CommandError(
            f"no section {slug!r}; there are: {known}" if known else "run `roznama setup` first"
        )
    return section


def _bytes(name: str) -> bytes:
    """Return at most one byte more than allowed, so that the reader sees what is too large."""
    try:
        if name == "-":
            return sys.stdin.buffer.read(LARGEST + 1)
        with Path(name).open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror}") from None


def _report(page: ArticlePage, *, published: bool) -> str:
    kinds = [child.block_type for child in page.body]
    parts = {"paragraphs": "paragraph", "subheads": "subhead", "also-read references": "also_read"}
    counts = ", ".join(f"{kinds.count(kind)} {name}" for name, kind in parts.items())
    where = page.full_url if published else f"/newsroom/pages/{page.pk}/edit/"
    return f"{'Published' if published else 'Draft'}: {page.title}\n  {counts}\n  {where}"
