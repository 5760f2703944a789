"""`roznama press`"""

from __future__ import annotations

import json
import signal
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from roznama.archive.following import Follower
from roznama.press.addresses import page_path
from roznama.press.caches import CacheError
from roznama.press.nginx import NginxError, configuration
from roznama.press.printer import Printer
from roznama.press.records import FIRST
from roznama.press.service import BusyError, Service, lock, print_until_done, status
from roznama.press.verifying import verify

_LATEST = 600  # seconds to wait for a running printer


class Command(BaseCommand):
    """Tells how the press is, prints, and verifies what was printed."""

    help = "Show the press's state, print pages, verify them, or make a configuration for nginx."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do and what with."""
        parser.add_argument("action", choices=["status", "print", "verify", "run", "nginx"])
        parser.add_argument(
            "what",
            nargs="*",
            metavar="KEY",
            help="keys (article:12, front) or paths (/dunya/)",
        )
        parser.add_argument("--all", action="store_true", help="print every page in the store")
        parser.add_argument("--json", action="store_true", help="print the state as JSON")
        parser.add_argument(
            "--attached", action="store_true", help="run until standard input is closed"
        )

        parser.add_argument("--application", default="127.0.0.1:8000", help="where `serve` listens")
        parser.add_argument("--listen", default="80", help="what nginx listens on")
        parser.add_argument("--names", default="", help="the server's names for nginx")
        parser.add_argument("--no-brotli", action="store_true", help="for an nginx without it")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do one of the five."""
        folder: Path = settings.PRESS_ROOT
        if options["what"] and options["action"] != "print":
            raise CommandError(f"press {options['action']} takes no keys", returncode=2)
        if options["action"] == "print":
            self._print(folder, options["what"], everything=options["all"])
        elif options["action"] == "run":
            self._run(folder, attached=options["attached"])
        elif options["action"] == "verify":
            self._verify(folder)
        elif options["action"] == "nginx":
            self._nginx(options)
        else:
            self._status(folder, as_json=options["json"])

    def _status(self, folder: Path, *, as_json: bool) -> None:
        told = status(folder)
        if as_json:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            told["reasons"] = "; ".join(told["reasons"]) or "-"
            for name, value in told.items():
                self.stdout.write(f"{name.replace('_', ' '):<16} {value}")
        if told["status"] != "ok":
            sys.exit(1)

    def _print(self, folder: Path, what: list[str], *, everything: bool) -> None:
        if bool(what) == everything:
            raise CommandError("give keys or paths, or --all", returncode=2)
        paths = [page_path(*_split(one)) for one in what if one.startswith("/")]
        if None in paths:
            raise CommandError("one of the paths is none that can be printed", returncode=2)
        printer = Printer(folder)
        if everything:
            printer.records.mark_all()
        keys = [one for one in what if not one.startswith("/")]
        printer.records.mark(keys, [path for path in paths if path], rank=FIRST)
        try:
            held = lock(folder)
        except BusyError:
            self._wait(printer)
            return
        with held, closing(Follower(settings.ARCHIVE_ROOT)) as archive:
            archive.follow()
            done, failed = print_until_done(printer)
        self.stdout.write(f"{done} printed, {failed} failed")
        if failed:
            raise CommandError(f"{failed} pages could not be printed; the old ones stay")

    def _wait(self, printer: Printer) -> None:
        end = time.monotonic() + _LATEST
        while printer.records.next_stale() is not None and time.monotonic() < end:
            time.sleep(0.1)
        left = printer.records.summary()["backlog"]
        self.stdout.write(f"the running printer has {left} pages left")
        if left:
            raise CommandError("not all could be printed", returncode=1)

    def _nginx(self, options: dict[str, Any]) -> None:
        try:
            text = configuration(
                application=options["application"],
                listen=options["listen"],
                names=options["names"],
                brotli=not options["no_brotli"],
            )
        except NginxError as error:
            raise CommandError(str(error), returncode=2) from None
        self.stdout.write(text)

    def _verify(self, folder: Path) -> None:
        printer = Printer(folder)
        faults = list(verify(printer.files, printer.records))
        for page, fault in faults:
            self.stdout.write(f"{page}: {fault}")
        self.stdout.write(f"{len(printer.records.paths())} pages, {len(faults)} faults")
        if faults:
            sys.exit(1)

    def _run(self, folder: Path, *, attached: bool) -> None:
        try:
            service = Service(folder)
        except (BusyError, CacheError) as error:
            raise CommandError(str(error)) from None
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: service.stop())
        if attached:
            threading.Thread(target=_stop_at_end_of_input, args=[service], daemon=True).start()
        service.run()


def _stop_at_end_of_input(service: Service) -> None:
    sys.stdin.buffer.read()
    service.stop()


def _split(words: str) -> tuple[str, str]:
    path, _, query = words.partition("?")
    return path, query
