"""Kills a printer in the middle of its work, again and again; run as a program.

A start of Django would take longer than a printer lives here, so each printer is a fork of this
process with database connections of its own. Its argument is how often.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import time
from contextlib import suppress

import django

django.setup()

import brotli  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402

from roznama.newsroom.models import ArticlePage  # noqa: E402
from roznama.press.files import EXPAND  # noqa: E402
from roznama.press.printer import Printer  # noqa: E402
from roznama.press.rendering import Rendered, render  # noqa: E402
from roznama.press.service import Service, edition, lock  # noqa: E402
from roznama.press.verifying import verify  # noqa: E402
from tests.factories import make_story  # noqa: E402

STORIES = 10
LONGEST_LIFE = 20.0  # seconds
LISTS = ("/", "/dunya/", "/feed.rss")
FOLDER = settings.PRESS_ROOT


def main(times: int) -> None:
    """Kill so often; then print what is left and hold every page against what was published."""
    chance = random.Random(7)
    stories = [make_story(f"خبر {number} کا آغاز") for number in range(STORIES)]
    paths = [story.url for story in stories]
    finish([*paths, *LISTS])
    interrupted = 0
    for time_ in range(times):
        story = ArticlePage.objects.get(pk=chance.choice(stories).pk)
        story.title = f"خبر {story.pk} کی سرخی {time_}"
        story.save_revision().publish()
        kill_one(chance)
        interrupted += hold_against_records()
    finish([])
    check([*paths])
    print(f"{times} killed, {interrupted} of them in the middle of printing")


def kill_one(chance: random.Random) -> None:
    """Let a printer begin some pages, then kill it a moment later."""
    connections.close_all()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        work(writing)
    os.close(writing)
    for _ in range(chance.randint(1, 5)):
        ready, _, _ = select.select([reading], [], [], LONGEST_LIFE)
        if not ready or not os.read(reading, 1):
            break
    time.sleep(chance.random() * 0.04)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)


def work(writing: int) -> None:
    """Be a printer that says when it begins a page."""

    def told(page: str) -> Rendered:
        with suppress(OSError):
            os.write(writing, b".")
        return render(page)

    try:
        service = Service(FOLDER)
        service._printer._render = told
        service.run()
    finally:
        os._exit(1)


def hold_against_records() -> bool:
    """Every file is a whole page; those of pages that wait for nothing are as recorded."""
    printer = Printer(FOLDER)
    waiting = {row[0] for row in printer.records._db.execute(
        "SELECT path FROM page WHERE stale IS NOT NULL")}  # fmt: skip
    for page in printer.records.paths():
        for encoding in ("br", "gzip", "identity"):
            body = printer.files.read(page, encoding)
            assert body is not None, (page, encoding)
            with_all = EXPAND.get(encoding, bytes)(body)
            assert with_all.rstrip().endswith((b"</html>", b"</rss>")), (page, encoding)
    faults = [page for page, _ in verify(printer.files, printer.records) if page not in waiting]
    assert not faults, faults
    printer.records.close()
    return bool(waiting)


def finish(wanted: list[str]) -> None:
    """Print all that is stale, as the next printer does."""
    with lock(FOLDER):
        printer = Printer(FOLDER)
        printer.begin(edition())
        printer.follow()
        printer.records.mark([], wanted)
        while printer.print_next() is not None:
            pass
        printer.records.close()


def check(paths: list[str]) -> None:
    """No change was lost: every page has the headlines that were published last."""
    printer = Printer(FOLDER)
    assert not list(verify(printer.files, printer.records))
    for page in printer.records.paths():
        packed = printer.files.read(page, "br")
        assert packed is not None
        text = brotli.decompress(packed).decode()
        if page in LISTS:
            continue
        story = next(s for s in ArticlePage.objects.all() if s.url == page)
        assert story.title in text, page
    feed = printer.files.read("/feed.rss", "identity") or b""
    for story in ArticlePage.objects.live():
        assert story.title in feed.decode()
        assert story.url in paths


if __name__ == "__main__":
    main(int(sys.argv[1]))
