"""Asks Wagtail's own search; a program for Django. Prints the answers as JSON.

Its arguments are a file with stories, one a line, and one with what is asked (`answers.Asked`).
The backend is the one that Wagtail takes for the paper's database when it is told nothing.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django

django.setup()

from bench_archive.answers import PATIENCE, answers, own_seconds  # noqa: E402
from bench_press.processes import precise_seconds  # noqa: E402
from django.db import DatabaseError, connection  # noqa: E402
from modelsearch.backends.database import SearchBackend  # noqa: E402
from pages import AFTER, batches, fill  # noqa: E402
from wagtail.search.utils import parse_query_string  # noqa: E402

from roznama.newsroom.models import ArticlePage  # noqa: E402

WAYS = ("and", "or")
STEPS = 1000  # of SQLite's machine between two looks at the clock
ON_THE_WALL = 10  # PostgreSQL's timeout is by the wall clock, and the machine may be busy
LIVE = ArticlePage.objects.live().values_list("pk", flat=True)


class Stock:
    """The stock backend on whichever database the paper has."""

    def __init__(self) -> None:
        self.backend: Any = SearchBackend({})
        connection.ensure_connection()
        self._server = None
        if connection.vendor == "postgresql":
            self._server = connection.connection.info.backend_pid

    def seconds(self) -> float:
        """CPU time so far, the database server's too."""
        return own_seconds() + (precise_seconds(self._server) if self._server else 0)

    def first(self, query: str, way: str) -> int:
        """The keys of the ten best stories, and the count, as a list of results needs them."""
        with patience(self.seconds):
            results = self.backend.search(parsed(query, way), LIVE)
            list(results[:10])
            return int(results.count())

    def found(self, query: str) -> frozenset[int]:
        """All that match every word, in no order: to sort is what takes long."""
        with patience(self.seconds):
            asked = parsed(query, WAYS[0])
            results = self.backend.search(asked, LIVE, order_by_relevance=False)
            return frozenset(key - AFTER for key in results)

    def index(self) -> None:
        """Index all stories as Wagtail's `update_index` does."""
        index = self.backend.get_index_for_model(ArticlePage)
        rebuilder = self.backend.rebuilder_class(index)
        rebuilder.start()
        for some in batches(ArticlePage.objects.order_by("pk").iterator(chunk_size=1000)):
            index.add_items(ArticlePage, some)
        rebuilder.finish()


def parsed(query: str, way: str) -> Any:
    """The query as Wagtail's manual has it read: what is in quotation marks is a phrase."""
    return parse_query_string(query, operator=way)[1]


@contextmanager
def patience(seconds: Callable[[], float]) -> Iterator[None]:
    """Raise TimeoutError for what takes longer than `PATIENCE` by a clock, sooner if possible."""
    end = seconds() + PATIENCE
    if connection.vendor == "sqlite":
        connection.connection.set_progress_handler(lambda: seconds() > end, STEPS)
    try:
        yield
    except DatabaseError as error:
        if seconds() < end and "statement timeout" not in str(error):
            raise
        raise TimeoutError from error
    finally:
        if connection.vendor == "sqlite":
            connection.connection.set_progress_handler(None, 0)
    if seconds() > end:
        raise TimeoutError


def settle() -> None:
    """Leave the database as a few days of its own housekeeping would; one core from here on."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")
            cursor.execute(f"SET statement_timeout = {round(PATIENCE * ON_THE_WALL * 1000)}")
            cursor.execute("SET max_parallel_workers_per_gather = 0")
        else:
            cursor.execute("ANALYZE")


def main(stories: Path, asked: Path) -> None:
    with stories.open(encoding="utf-8") as lines:
        fill(map(json.loads, lines))
    stock = Stock()
    start = stock.seconds()
    stock.index()
    indexed = stock.seconds() - start
    settle()
    print(json.dumps(answers(stock, json.loads(asked.read_text("utf-8")), WAYS, indexed)))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
