"""`roznama desk demo`"""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError, CommandParser, OutputWrapper

from roznama.desk.demo.loading import load_desk


def add_options(parser: CommandParser) -> None:
    """Take whether a desk with teams is an error."""
    parser.add_argument(
        "--if-empty", action="store_true", help="say nothing about a desk that has teams"
    )


def run(out: OutputWrapper, options: dict[str, Any]) -> None:
    """Make the demo's teams; a desk that has teams is left as it is."""
    count = load_desk()
    if count:
        out.write(f"Loaded the demo edition's desk: {count} teams. Console: /desk/console/")
    elif not options["if_empty"]:
        raise CommandError("the desk has teams; the demo is for an empty one")
