"""Our index at full size: how fast it is made, how large it is, how fast it answers.

`STORIES=1000000` sets the size; the stories are synthetic (`archives`).
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from random import Random
from statistics import median

from bench_archive import archives, gold
from bench_archive.odd import QUERIES as ODD
from bench_archive.pool import pool
from roznama.archive.index.analysts import analysts
from roznama.archive.index.folder import State, next_generation, use
from roznama.archive.index.reading import Reader, Snapshot
from roznama.archive.index.schema import FORMAT
from roznama.archive.index.writing import Writer
from roznama.archive.neighbors import neighbors
from roznama.archive.search.searching import Search, search
from roznama.archive.search.suggesting import suggestions
from roznama.archive.search.warming import read_tables
from roznama.archive.story import Story

Row = tuple[str, str, str]

COUNT = int(os.environ.get("STORIES", "20000"))
_SEED = 1
_QUERIES = 60  # of each kind
_RELATED = 200
_MEMORY = 256_000_000
_TOLD_EVERY = 20_000


def rows() -> Iterator[Row]:
    """Make an index and ask it; yield what was measured beside its target."""
    pool()
    with tempfile.TemporaryDirectory(prefix="roznama-bench-") as folder:
        sample: list[Story] = []
        yield from _made(Path(folder), sample)
        snapshot = Reader(Path(folder)).snapshot()
        if snapshot is None:
            raise SystemExit("the index that was just made cannot be read")
        read_tables(snapshot)  # as a server does before its first reader
        yield from _searched(snapshot)
        yield from _suggested(snapshot)
        yield from _related(snapshot, sample)
        yield from gold.rows(snapshot)


def _made(folder: Path, sample: list[Story]) -> Iterator[Row]:
    generation = next_generation(folder)
    generation.keep(State(FORMAT, "{}", done=True))
    text = 0

    def read() -> Iterator[Story]:
        nonlocal text
        chance = Random(_SEED)
        for story in chain(map(as_story, archives.stories(COUNT, _SEED)), gold.stories()):
            parts = (story.headline, story.deck, story.topics, story.names, story.body)
            text += sum(len(part.encode()) for part in parts)
            if len(sample) < _RELATED or chance.random() < _RELATED / COUNT:
                sample.append(story)
            yield story

    with (
        closing(Writer(generation, create=True, memory=_MEMORY)) as writer,
        analysts(COUNT) as analyzed,
    ):
        start = time.perf_counter()
        stories = read()
        done = 0
        while some := list(islice(stories, 1000)):
            writer.add(analyzed(some))
            done += len(some)
            if done % _TOLD_EVERY == 0:
                _tell(done, time.perf_counter() - start)
        writer.commit("{}")
        taken = time.perf_counter() - start
    use(folder, generation)
    size = sum(file.stat().st_size for file in generation.folder.iterdir())
    yield f"stories indexed a second, of {COUNT:,}, both cores", f"{COUNT / taken:,.0f}", "2,000"
    yield "index, times the text", f"{size / text:.2f}", "1.5"


def _tell(done: int, taken: float) -> None:
    left = (COUNT - done) * taken / done / 60
    print(f"{done:,} of {COUNT:,} indexed, {left:.0f} minutes left", file=sys.stderr, flush=True)


def as_story(made: archives.Story) -> Story:
    """Return a synthetic story as the index takes it."""
    return Story(
        made.pk,
        made.headline,
        made.deck,
        "\n".join(made.tags),
        made.author,
        made.body,
        section=sum(made.section.encode()) % 12 + 1,
        authors=(sum(made.author.encode()) % 300 + 1,),
        published=made.published,
        year=1970 + made.published // 31_556_952,
    )


def _searched(snapshot: Snapshot) -> Iterator[Row]:
    every: list[float] = []
    for kind in archives.KINDS:
        asked = archives.queries(kind, _QUERIES, _SEED)
        times = _times(lambda text: search(snapshot, Search(text)), asked)
        every += times
        yield f"search, {kind}: p50 / p95 / worst, ms", _told(times), ""
    yield "search, all kinds: p50 / p95 / worst, ms", _told(every), "5 / 20 / 200"
    times = {
        what: _time(lambda text=text: search(snapshot, Search(text))) for what, text in ODD.items()
    }
    yield "search, odd queries: p50 / p95 / worst, ms", _told([*times.values()]), "- / - / 200"
    worst = max(times, key=times.__getitem__)
    yield f"    the worst: {worst}", f"{times[worst]:.0f}", "200"


def _suggested(snapshot: Snapshot) -> Iterator[Row]:
    typed = [text[: 2 + number % 5] for number, text in enumerate(archives.queries("two", 60, 4))]
    times = _times(lambda text: suggestions(snapshot, text), typed)
    yield "suggestions: p50 / p95 / worst, ms", _told(times), ""


def _related(snapshot: Snapshot, sample: list[Story]) -> Iterator[Row]:
    times = _times(lambda story: neighbors(snapshot, story, 6), sample[:_RELATED])
    yield "related: p50 / p95 / worst, ms", _told(times), "20"


def _times(do: Callable[[object], object], things: Iterable[object]) -> list[float]:
    """Return the milliseconds of each; some of them once before, as in a server that runs."""
    things = list(things)
    for thing in things[:10]:
        do(thing)
    return [_time(lambda thing=thing: do(thing)) for thing in things]


def _time(do: Callable[[], object]) -> float:
    """Return the milliseconds of CPU that it takes: what else the machine does is not counted."""
    start = time.process_time()
    do()
    return (time.process_time() - start) * 1000


def _told(times: list[float]) -> str:
    ordered = sorted(times)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"{median(ordered):.1f} / {late:.1f} / {ordered[-1]:.0f}"
