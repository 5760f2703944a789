"""Rendering: what a story costs out of the database, ours and plain Wagtail's."""

from collections.abc import Iterator
from typing import Any

from bench_press.paper import Paper
from bench_press.report import Row

NEEDS = ()


def rows(paper: Paper) -> Iterator[Row]:
    """The part's table."""
    ours = paper.program("render_ours")
    wagtail = paper.program("render_wagtail")
    yield from _table("ours", ours, "< 8 ms")
    counts = {one["queries"] for one in ours}
    yield "queries, all of them", " ".join(map(str, sorted(counts))), "one number"
    yield from _table("plain Wagtail", wagtail, "")


def _table(name: str, stories: list[dict[str, Any]], target: str) -> Iterator[Row]:
    for one in stories:
        what = f"{name}: {one['links']} links, {one['blocks']} blocks; {one['queries']} queries"
        yield what, f"{one['cpu'] * 1000:.1f} ms", target
