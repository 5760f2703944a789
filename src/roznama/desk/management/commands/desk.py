"""`roznama desk`"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandParser, OutputWrapper

from roznama.desk.management.desk import auditing, demonstrating, ending, keys

Options = Callable[[CommandParser], None]
Action = Callable[[OutputWrapper, dict[str, Any]], None]


def _no_options(parser: CommandParser) -> None:
    """Take nothing."""


_ACTIONS: dict[str, tuple[str, Options, Action]] = {
    "audit": ("show who read and did what, or verify it", auditing.add_options, auditing.run),
    "rotate-keys": (
        "wrap every conversation's key with the newest master key",
        _no_options,
        keys.rotate_keys,
    ),
    "new-key": ("print a new master key for ROZNAMA_DESK_KEYS", keys.add_name, keys.new_key),
    "expire": ("erase conversations that are past their days", _no_options, ending.expire),
    "demo": (
        "make the demo edition's teams and people",
        demonstrating.add_options,
        demonstrating.run,
    ),
    "erase": ("erase one conversation for good", ending.add_id, ending.erase),
}


class Command(BaseCommand):
    """Looks after what the reader desk keeps."""

    help = "Show the reader desk's log, change its keys, erase conversations."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do and what with."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
        for name, (words, add_options, _) in _ACTIONS.items():
            add_options(actions.add_parser(name, help=words, description=words))

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        _ACTIONS[options["action"]][2](self.stdout, options)
