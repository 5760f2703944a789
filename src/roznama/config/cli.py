"""The `roznama` command: every management command behind one name.

What goes wrong is told in one line on standard error with a non-zero exit
status. Only ROZNAMA_DEBUG=1 shows a traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import django
from django.core.management import ManagementUtility, get_commands, load_command_class
from django.core.management.base import BaseCommand, CommandError

from roznama import __version__
from roznama.config import environment

OWN_ROOMS = "roznama."
# sysexits.h: an error in the program itself, not in what it was given.
INTERNAL_ERROR = 70


def main(argv: Sequence[str] | None = None) -> None:
    """Run one command and exit with its status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "roznama.config.settings")
    try:
        django.setup()
        sys.exit(_run(arguments))
    except KeyboardInterrupt:
        sys.exit(130)
    except CommandError as error:
        _complain(arguments, error)
        sys.exit(error.returncode)
    except Exception as error:
        if environment.DEBUG.flag():
            raise
        _complain(arguments, error)
        sys.exit(INTERNAL_ERROR)


def own_commands() -> dict[str, str]:
    """Return our commands' names and their rooms, sorted by name."""
    return {name: app for name, app in sorted(get_commands().items()) if OWN_ROOMS in str(app)}


def _run(arguments: list[str]) -> int:
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(_overview())
        return 0
    if arguments[0] in {"-V", "--version"}:
        print(f"roznama {__version__}")
        return 0
    command = _find(arguments[0])
    # Lets argparse print its usage line and exit with 2.
    command._called_from_command_line = True  # type: ignore[attr-defined]
    parser = command.create_parser("roznama", arguments[0])
    options = vars(parser.parse_args(arguments[1:]))
    command.execute(*options.pop("args", ()), **options)
    return 0


def _find(name: str) -> BaseCommand:
    utility = ManagementUtility(["roznama", name])
    if name not in get_commands():
        raise CommandError("no such command; `roznama --help` lists them", returncode=2)
    return utility.fetch_command(name)


def _overview() -> str:
    rows = [
        f"  {name:<12} {load_command_class(app, name).help}" for name, app in own_commands().items()
    ]
    head = [f"roznama {__version__}: an Urdu-first digital newspaper", "", "Commands:"]
    tail = ["", "`roznama COMMAND --help` tells more. Django's own commands work too."]
    return "\n".join([*head, *rows, *tail])


def _complain(arguments: list[str], error: Exception) -> None:
    words = " ".join(str(error).split()) or type(error).__name__
    name = f"roznama {arguments[0]}" if arguments else "roznama"
    print(f"{name}: {words}", file=sys.stderr)
