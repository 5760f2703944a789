"""`roznama sources`"""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from roznama.newsroom.models import Source
from roznama.newsroom.sources.linking import link_names
from roznama.newsroom.sources.merging import MergeError, merge
from roznama.newsroom.sources.register import find_source
from roznama.newsroom.sources.uses import rebuild_uses

_MERGED = 2  # one goes into the other


class Command(BaseCommand):
    """Looks after the register of sources and what stories have from them."""

    help = "Merge two sources, link names to the register, or make the table of uses anew."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do, and for a merge the two sources."""
        parser.add_argument("action", choices=["merge", "link", "uses"])
        parser.add_argument(
            "sources",
            nargs="*",
            metavar="SOURCE",
            help="for merge: the one that goes, then the one that stays, by address or name",
        )
        parser.add_argument("--quiet", action="store_true", help="show no progress")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do one of the three."""
        action, words = options["action"], options["sources"]
        if len(words) != (_MERGED if action == "merge" else 0):
            asked = "two sources: from, into" if action == "merge" else "no sources"
            raise CommandError(f"sources {action} takes {asked}", returncode=2)
        if action == "merge":
            self._merge(*words)
        elif action == "link":
            self._tell(f"{link_names()} stories linked to the register")
        else:
            self._rebuild(quiet=options["quiet"])

    def _merge(self, one: str, other: str) -> None:
        source, into = _find(one), _find(other)
        try:
            count = merge(source, into)
        except MergeError as error:
            raise CommandError(str(error)) from None
        self._tell(f"{source.name} is {into.name} now; {count} stories pointed there")

    def _rebuild(self, *, quiet: bool) -> None:
        silent = quiet or not sys.stderr.isatty()
        done = rebuild_uses(lambda stories: tqdm(stories, unit=" stories", disable=silent))
        if not quiet:
            self._tell(f"{done} stories have sources")

    def _tell(self, words: str) -> None:
        self.stdout.write(words)


def _find(word: str) -> Source:
    source = find_source(word)
    if source is None:
        raise CommandError(f"no source is called {word}")
    return source
