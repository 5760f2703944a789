"""The pictures and social cards of a paper, all made before copies of it are served.

The printer of each copy would make them anew, for minutes, on the cores that the tests run on.
"""

from __future__ import annotations

import multiprocessing
import os

from django.db import connections
from django.test import Client
from wagtail.models import Page

from roznama.changes.later import Work, waiting


def draw_all() -> None:
    """Make every file that a page shows or asks for."""
    waiting.is_collecting = True
    reader = Client(HTTP_HOST="127.0.0.1")
    addresses = [page.url for page in Page.objects.live().filter(depth__gt=1).specific()]
    for address in filter(None, addresses):
        reader.get(address)
    work = list(iter(waiting.take, None))
    connections.close_all()  # no process takes another's connection along
    cores = os.cpu_count() or 1
    # Forked, since a piece of work is a function that cannot be sent to another process.
    fork = multiprocessing.get_context("fork")
    shares = [fork.Process(target=_do, args=[work[core::cores]]) for core in range(cores)]
    for share in shares:
        share.start()
    for share in shares:
        share.join()
        assert share.exitcode == 0


def _do(work: list[Work]) -> None:
    for piece in work:
        piece.do()
