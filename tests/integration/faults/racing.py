"""Several nodes put the same stories into threads at the same moment; run on a paper's folder.

Prints how many stories each round's threads have. The argument is the number of rounds.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Sequence

import django

django.setup()

from django.db import connection  # noqa: E402

from roznama.archive.models import Thread, ThreadStory  # noqa: E402
from roznama.archive.threads import assign  # noqa: E402
from roznama.newsroom.models import ArticlePage  # noqa: E402
from tests.integration.threads import Matter, inside, make_floods  # noqa: E402

STORIES = 6


def race(stories: list[ArticlePage]) -> list[int]:
    matter = Matter(stories)
    orders = [stories, stories[::-1], stories[3:] + stories[:3], stories[1::2] + stories[::2]]
    start = threading.Barrier(len(orders))

    def node(order: Sequence[ArticlePage]) -> None:
        start.wait()
        for story in order:
            assign(story, matter)
        connection.close()

    nodes = [threading.Thread(target=node, args=[order]) for order in orders]
    for one in nodes:
        one.start()
    for one in nodes:
        one.join()
    return [len(inside(thread)) for thread in Thread.objects.all()]


def main(rounds: int) -> None:
    stories = make_floods(STORIES)
    found = []
    for _ in range(rounds):
        ThreadStory.objects.all().delete()
        Thread.objects.all().delete()
        found.append(race(stories))
    print(json.dumps(found))


main(int(sys.argv[1]))
