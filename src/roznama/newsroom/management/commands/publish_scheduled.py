"""`roznama publish_scheduled`"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from roznama.newsroom.timing.doing import do_due
from roznama.newsroom.timing.due import clock_time, due
from roznama.newsroom.timing.moments import told


class Command(BaseCommand):
    """Does once what the clock does; in the place of Wagtail's, which two may not run at once."""

    help = "Publish and take down what is due now. `serve` does this by itself, every minute."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether to only look."""
        parser.add_argument("--dryrun", action="store_true", help="only say what is due")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what is due, or list it."""
        now = clock_time()
        if options["dryrun"]:
            for job in due(now):
                self.stdout.write(f"{job.kind:<9} {job.pk:>8}  {told(job.time)}")
            return
        count = do_due(now)
        self.stdout.write(f"{count.done} done, {count.failed} failed")
        if count.failed:
            raise CommandError(f"{count.failed} could not be done; they are tried again")
