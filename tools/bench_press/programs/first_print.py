"""Prints every story of a paper and its lists; a program for Django. Tells what it took."""

import json
import time

import django

django.setup()

from django.conf import settings  # noqa: E402

from roznama.archive.following import Follower  # noqa: E402
from roznama.archive.rebuilding import rebuild  # noqa: E402
from roznama.newsroom.models import ArticlePage, SectionPage  # noqa: E402
from roznama.press.printer import Printer  # noqa: E402
from roznama.press.records import ALL  # noqa: E402
from roznama.press.service import edition, print_until_done  # noqa: E402

FEEDS = ("/feed.rss", "/feed.atom", "/feed.json", "/sitemap.xml", "/robots.txt")


def main() -> None:
    rebuild(settings.ARCHIVE_ROOT)
    archive = Follower(settings.ARCHIVE_ROOT)
    printer = Printer(settings.PRESS_ROOT, archive=archive)
    printer.begin(edition())
    printer.follow()
    stories = [story.url for story in ArticlePage.objects.live().order_by("-first_published_at")]
    lists = ["/", *(section.url for section in SectionPage.objects.live()), *FEEDS]
    printer.records.mark([], [*lists, *stories], rank=ALL)
    start, cpu = time.perf_counter(), time.process_time()
    done, failed = print_until_done(printer)
    archive.close()
    took = {
        "pages": done,
        "failed": failed,
        "seconds": time.perf_counter() - start,
        "cpu": time.process_time() - cpu,
        "stories": stories,
        "lists": lists,
    }
    print(json.dumps(took))


if __name__ == "__main__":
    main()
