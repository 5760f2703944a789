"""Prints a paper's stories and lists; a program for Django. Tells what it took.

Its argument is how many stories are printed, the newest first. The others get the pages of
these, under their own address and key: a store of 100,000 pages, and what looks into it, do not
care what a page reads, and printing them all takes an hour.
"""

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402

from roznama.archive.following import Follower  # noqa: E402
from roznama.archive.rebuilding import rebuild  # noqa: E402
from roznama.newsroom import keys  # noqa: E402
from roznama.newsroom.models import ArticlePage, SectionPage  # noqa: E402
from roznama.press.addresses import file_name  # noqa: E402
from roznama.press.files import ENCODINGS, replace_file  # noqa: E402
from roznama.press.printer import Printer  # noqa: E402
from roznama.press.records import ALL, Record, Stale  # noqa: E402
from roznama.press.service import edition, print_until_done  # noqa: E402

BATCH = 500
FEEDS = ("/feed.rss", "/feed.atom", "/feed.json", "/sitemap.xml", "/robots.txt")


def main() -> None:
    rebuild(settings.ARCHIVE_ROOT)
    archive = Follower(settings.ARCHIVE_ROOT)
    printer = Printer(settings.PRESS_ROOT, archive=archive)
    printer.begin(edition())
    printer.follow()
    found = ArticlePage.objects.live().order_by("-first_published_at")
    stories = {story.url: story.pk for story in found}
    paths = [*stories]
    printed, copied = paths[: int(sys.argv[1])], paths[int(sys.argv[1]) :]
    lists = ["/", *(section.url for section in SectionPage.objects.live()), *FEEDS]
    printer.records.mark([], [*lists, *printed], rank=ALL)
    start, cpu = time.perf_counter(), time.process_time()
    done, failed = print_until_done(printer)
    archive.close()
    seconds, used = time.perf_counter() - start, time.process_time() - cpu
    _copy(printer, printed, copied, stories)
    took = {
        "pages": done,
        "failed": failed,
        "seconds": seconds,
        "cpu": used,
        "copied": len(copied),
        "stories": paths,
        "lists": lists,
    }
    print(json.dumps(took))


def _copy(
    printer: Printer, printed: Sequence[str], others: Sequence[str], stories: dict[str, int]
) -> None:
    """Give other stories the pages of those that are printed."""
    files, records = printer.files, printer.records
    for models in range(0, len(others), BATCH):
        with records.transaction():
            for path, model in zip(others[models : models + BATCH], cycle(printed), strict=False):
                record = records.get(model)
                if record is None:
                    continue
                _copy_files(files.folder, model, path, files.new)
                own, its = keys.article(stories[path]), keys.article(stories[model])
                read = (records.keys(model) - {its}) | {own}
                records.printed(Stale(path, 0, 0, Record(0)), replace(record, keys=read))


def _copy_files(folder: Path, model: str, path: str, new: Path) -> None:
    target = folder / file_name(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    for ending in ENCODINGS.values():
        data = (folder / (file_name(model) + ending)).read_bytes()
        replace_file(target.with_name(target.name + ending), data, beside=new)


if __name__ == "__main__":
    main()
