"""`roznama versions`"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from roznama.newsroom.drafts.pruning import KEEP, prunable, prune


class Command(BaseCommand):
    """Deletes autosaves that nothing needs."""

    help = "Delete old autosaves of stories; versions stay."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do."""
        parser.add_argument("action", choices=["prune"])
        parser.add_argument(
            "--days", type=int, default=KEEP.days, help="how long an autosave stays (default: 7)"
        )
        parser.add_argument("--dry-run", action="store_true", help="only count them")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prune, or count."""
        if options["days"] < 1:
            raise CommandError("autosaves stay for a day at least: --days 1", returncode=2)
        keep = timedelta(days=options["days"])
        if options["dry_run"]:
            self.stdout.write(f"{prunable(timezone.now(), keep).count()} autosaves would go")
            return
        self.stdout.write(f"{prune(timezone.now(), keep)} autosaves are gone")
