"""Speed: CPU time on equal input, in rounds in which each contestant has its turn."""

import sys
import time
from collections.abc import Sequence
from functools import cache
from itertools import islice
from statistics import median
from typing import Any

from bench_urdu.data import DATA, gold, read_jsonl
from bench_urdu.peers.libraries import OURS, Contestants

_ROUNDS = 5
_ARTICLES = 1000
_TIMED = 200  # articles, some 400,000 characters


@cache
def articles() -> list[str]:
    """News articles, or, without the public data, the gold tables' texts over and over."""
    if not DATA:
        texts = [row[0] for name in ("normalization", "sentences", "tokens") for row in gold(name)]
        return ["\n".join(texts)] * 20
    every = [f"{record['title']}\n{record['body']}" for record in read_jsonl("news-dev.jsonl.gz")]
    return every[:: max(1, len(every) // _ARTICLES)][:_ARTICLES]


def timed_articles() -> list[str]:
    return articles()[:: max(1, len(articles()) // _TIMED)][:_TIMED]


def speeds(contestants: Contestants, inputs: Sequence[Any]) -> dict[str, str]:
    """How many times as fast as ours each contestant is: the median of the rounds."""
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(_ROUNDS):
        for name, function in contestants.items():
            _forget()
            start = time.process_time()
            for one in inputs:
                function(one)
            times[name].append(time.process_time() - start)
    return {
        name: f"{median(o / t for o, t in zip(times[OURS], spent, strict=True)):.2f}"
        for name, spent in times.items()
    }


def _forget() -> None:
    """Empty the memories of our engine (not its tables), as if it had seen no word yet."""
    for name, module in list(sys.modules.items()):
        for value in vars(module).values() if name.startswith("roznama.urdu") else ():
            if hasattr(value, "cache_clear") and value.cache_parameters()["maxsize"]:
                value.cache_clear()


def sample(items: Sequence[Any], count: int) -> list[Any]:
    """Up to `count` of `items`, evenly spread."""
    return list(islice(items[:: max(1, len(items) // count)], count))
