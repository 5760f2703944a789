"""How like a real archive a synthetic one is, and how fast it is made: its own small bench."""

import math
import re
from itertools import islice
from statistics import median
from time import process_time

from bench_archive.archives import Story, stories
from bench_archive.pool import pool
from roznama.urdu import fold, search_terms

Row = tuple[str, str, str]

_COUNT = 100_000
_SAMPLE = 16_000  # stories whose search terms are counted; stemming is the slow part


def rows(count: int = _COUNT, seed: int = 1) -> list[Row]:
    """Speed, lengths and the growth of the vocabulary over `count` stories."""
    pool()
    start = process_time()
    lengths = [story.words for story in stories(count, seed)]
    rate = count / (process_time() - start)
    return [
        ("stories a second, one core", f"{rate:,.0f}", "10,000"),
        ("words in a story, median", f"{median(lengths):.0f}", "250-300"),
        _heaps("words", count, seed),
        _heaps("terms", min(count, _SAMPLE), seed),
    ]


def _heaps(unit: str, count: int, seed: int) -> Row:
    """The slope of log vocabulary over log length, from an eighth of the archive to all of it."""
    made, seen, running = stories(count, seed), set[str](), 0
    points: list[tuple[int, int]] = []
    for size in (count // 8, count - count // 8):
        for story in islice(made, size):
            words = _pieces(story, unit)
            running += len(words)
            seen.update(words)
        points.append((running, len(seen)))
    (few, small), (many, large) = points
    slope = math.log(large / small) / math.log(many / few)
    what = f"Heaps exponent, {unit}: {large:,} different of {many:,}"
    return what, f"{slope:.3f}", ".5-.6"


def _pieces(story: Story, unit: str) -> list[str]:
    text = f"{story.headline}\n{story.deck}\n{story.body}"
    return [*search_terms(text)] if unit == "terms" else re.findall(r"\w+", fold(text))
