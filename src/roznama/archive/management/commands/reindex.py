"""`roznama reindex`"""

from __future__ import annotations

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from roznama.archive.rebuilding import BusyError, rebuild


class Command(BaseCommand):
    """Makes the archive's index anew; readers are served from the old one meanwhile."""

    help = "Make the archive's index anew from the database."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether to be quiet."""
        parser.add_argument("--quiet", action="store_true", help="show no progress")

    def handle(self, *args: Any, **options: Any) -> None:
        """Index every published story, then put the new index in use."""
        with tqdm(unit=" stories", disable=options["quiet"] or not sys.stderr.isatty()) as bar:

            def progress(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            try:
                done = rebuild(settings.ARCHIVE_ROOT, progress)
            except BusyError as error:
                raise CommandError(str(error)) from None
        if not options["quiet"]:
            self.stdout.write(f"{done} stories indexed")
