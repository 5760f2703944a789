"""The house form and the search form: own gold, properties on real news, and speed."""

import time
import unicodedata
from collections.abc import Callable

from bench_urdu.data import DATA, gold, read_jsonl
from roznama.urdu import fold, normalize

Row = tuple[str, str, str]


def rows() -> list[Row]:
    cases = gold("normalization")
    right = sum(normalize(written) == house for written, house, _ in cases)
    return [("normalize, own gold", f"{right} of {len(cases)}", "all")] + (_news() if DATA else [])


def _news() -> list[Row]:
    texts = [f"{record['title']}\n{record['body']}" for record in read_jsonl("news-dev.jsonl.gz")]
    houses = [normalize(text) for text in texts]
    unstable = sum(normalize(house) != house for house in houses)
    decomposed = sum(not unicodedata.is_normalized("NFC", house) for house in houses)
    return [
        (f"normalize: not idempotent, of {len(texts)} articles", str(unstable), "0"),
        ("normalize: not NFC", str(decomposed), "0"),
        ("normalize, MB of UTF-8 for a second of CPU", f"{_speed(normalize, texts):.1f}", "20"),
        ("fold", f"{_speed(fold, texts):.1f}", "40"),
    ]


def _speed(function: Callable[[str], str], texts: list[str]) -> float:
    """The best of three passes over `texts`, in MB of UTF-8 for a second of CPU time."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for text in texts:
            function(text)
        best = min(best, time.process_time() - start)
    return size / best
