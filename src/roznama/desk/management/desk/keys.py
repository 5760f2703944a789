"""`roznama desk new-key` and `roznama desk rotate-keys`"""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError, CommandParser, OutputWrapper

from roznama.desk.rotation import rotate
from roznama.desk.sealing import SealError, master_keys, new_master_key, parse_keys


def add_name(parser: CommandParser) -> None:
    """Take the new key's name."""
    parser.add_argument("name", metavar="NAME", help="1 to 8 small Latin letters and digits")


def new_key(out: OutputWrapper, options: dict[str, Any]) -> None:
    """Print a line for the list of master keys."""
    line = new_master_key(options["name"])
    try:
        parse_keys(line)
    except SealError:
        raise CommandError(
            "a key's name is 1 to 8 small Latin letters and digits", returncode=2
        ) from None
    out.write(line)


def rotate_keys(out: OutputWrapper, options: dict[str, Any]) -> None:
    """Wrap all conversations' keys with the newest master key."""
    try:
        done = rotate(master_keys(), "command line")
    except SealError as error:
        raise CommandError(str(error)) from None
    out.write(f"{done.wrapped} wrapped anew, {done.current} were so already")
    if done.closed:
        raise CommandError(f"{done.closed} open with none of the master keys; keep the old ones")
