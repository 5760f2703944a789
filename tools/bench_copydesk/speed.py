"""Time: the processor's milliseconds for a check of 1,500 words, and of 100,000.

Stories are news of the news set, one behind the other until they have 1,500 words; each is
checked for the first time, as an editor's is. Beside the check in turn, on the same stories: the
attributions by themselves, and a story compared with itself, which is the most work.
"""

import time
from collections.abc import Callable, Iterator
from itertools import islice

from bench_urdu.data import DATA, read_jsonl

from bench_copydesk.printing import Table

_WORDS = 1500
_GIANT = 100_000
_STORIES = 60
_LIMIT = 150  # milliseconds, at p95


def tables() -> Iterator[Table]:
    """Yield the table of times."""
    if not DATA:
        yield Table("time: DATA names no folder with the public data sets", ("",), ())
        return
    yield Table(
        f"time, milliseconds of CPU (limit {_LIMIT} at {_WORDS:,} words)",
        ("what", "p50", "p95", "most"),
        list(_rows()),
    )


def _rows() -> Iterator[tuple[str, ...]]:
    stories = list(islice(_stories(_WORDS), _STORIES + 1))
    giant = next(_stories(_GIANT))
    for what, work in _works():
        work(stories[0])  # dictionaries are read once a process
        yield (f"{what}, {_WORDS:,} words", *_told([_timed(work, one) for one in stories[1:]]))
        yield (f"{what}, {_GIANT:,} words", *_told([_timed(work, giant)]))


def _works() -> Iterator[tuple[str, Callable[[list[str]], object]]]:
    try:
        from bench_copydesk.checking import checked  # noqa: PLC0415 - another room

        yield "check", checked
    except ImportError:
        pass
    from roznama.archive.reuse import compare  # noqa: PLC0415 - slow to import
    from roznama.urdu import attributions  # noqa: PLC0415

    yield "attributions", lambda lines: attributions("\n".join(lines))
    yield "compare with itself", lambda lines: compare("\n".join(lines), "\n".join(lines))


def _stories(words: int) -> Iterator[list[str]]:
    """Yield texts of so many words: a headline and paragraphs."""
    lines: list[str] = []
    count = 0
    for record in _articles():
        for line in [record["title"] or "", *(record["body"] or "").split("\n")]:
            left = line.split()[: words - count]
            lines.append(" ".join(left))
            count += len(left)
            if count >= words:
                yield [line for line in lines if line]
                lines, count = [], 0


def _articles() -> Iterator[dict]:
    """Yield news, and again from the start where there is not enough."""
    while True:
        yield from read_jsonl("news-dev.jsonl.gz")


def _timed(work: Callable[[list[str]], object], lines: list[str]) -> float:
    start = time.process_time()
    work(lines)
    return (time.process_time() - start) * 1000


def _told(times: list[float]) -> tuple[str, ...]:
    ordered = sorted(times)
    places = (len(ordered) // 2, int(len(ordered) * 0.95), len(ordered) - 1)
    return tuple(f"{ordered[min(place, len(ordered) - 1)]:,.0f}" for place in places)
