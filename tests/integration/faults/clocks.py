"""Many clocks on one paper at once: prints how often each story was published, and when.

Arguments: how many stories. Used by test_timing_processes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from datetime import timedelta

import django

django.setup()

from django.utils.timezone import now  # noqa: E402
from wagtail.models import PageLogEntry  # noqa: E402

from roznama.newsroom.models import ArticlePage  # noqa: E402
from tests.integration.timing import falls_due, make_scheduled  # noqa: E402

CLOCKS = 3


def main(stories: int) -> None:
    made = [make_scheduled(f"خبر {number}") for number in range(stories)]
    for story in made:
        falls_due(story, now() - timedelta(seconds=1))
    command = [sys.executable, "-m", "roznama", "publish_scheduled"]
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(CLOCKS)]
    codes = [one.wait() for one in running]
    # What one clock had in hand another passes over; a second look finds the rest.
    codes.append(subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode)
    pages = PageLogEntry.objects.filter(action="wagtail.publish.scheduled")
    times = Counter(pages.values_list("page_id", flat=True))
    live = ArticlePage.objects.live().filter(pk__in=[one.pk for one in made]).count()
    print(json.dumps({"codes": codes, "live": live, "times": sorted(times.values())}))


main(int(sys.argv[1]))
