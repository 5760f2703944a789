"""`roznama pictures`"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from roznama.newsroom.pictures.stripping import Stripped, strip_originals, strip_sizes

_EVERY = 100  # files between two lines of progress


class Command(BaseCommand):
    """Takes what cameras note (place, time, device) out of pictures that there are."""

    help = "Take a camera's notes (place, time, device) out of pictures' files."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do."""
        parser.add_argument("action", choices=["strip"])
        parser.add_argument(
            "--originals",
            action="store_true",
            help="also the pictures as they were sent, which nobody is served; for good",
        )
        parser.add_argument("--dry-run", action="store_true", help="only count them")
        parser.add_argument("--quiet", action="store_true", help="no progress")

    def handle(self, *args: Any, **options: Any) -> None:
        """Strip, or count; exit status 1 when a file could not be read or written."""
        self._quiet = options["quiet"]
        dry = options["dry_run"]
        done = [("sizes", strip_sizes(dry=dry, tell=self._tell("sizes")))]
        if options["originals"]:
            done.append(("originals", strip_originals(dry=dry, tell=self._tell("originals"))))
        for name, one in done:
            self._report(name, one, dry=dry)
        if failed := sum(len(one.failed) for _, one in done):
            raise CommandError(f"{failed} files were left as they are")

    def _tell(self, name: str) -> Any:
        def tell(seen: int) -> None:
            if not self._quiet and seen % _EVERY == 0:
                self.stderr.write(f"{name}: {seen}")

        return tell

    def _report(self, name: str, done: Stripped, *, dry: bool) -> None:
        for line in done.failed:
            self.stderr.write(f"cannot strip {line}")
        verb = "would lose" if dry else "lost"
        self.stdout.write(
            f"{name}: {done.found} of {done.seen} files {verb} their notes ({done.bytes} bytes)"
        )
