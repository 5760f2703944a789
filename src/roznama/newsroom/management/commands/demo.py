"""`roznama demo`"""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from roznama.newsroom.demo.loading import load_demo
from roznama.newsroom.models import FrontPage, StoryNumber


class Command(BaseCommand):
    """Fills an empty paper with the demo edition."""

    help = "Load the demo edition, once, into a paper that never had a story."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether a paper with stories is an error."""
        parser.add_argument(
            "--if-empty", action="store_true", help="say nothing about a paper that has stories"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load it; a paper that has or had stories is left as it is."""
        if not FrontPage.objects.exists():
            raise CommandError("the paper is not founded yet; run `roznama setup` first")
        if StoryNumber.objects.exists():
            if options["if_empty"]:
                return
            raise CommandError("the paper has, or had, stories; the demo is for an empty one")
        count = load_demo(
            lambda stories: tqdm(stories, desc="demo", disable=not sys.stderr.isatty())
        )
        self.stdout.write(f"Loaded the demo edition: {count} stories.")
