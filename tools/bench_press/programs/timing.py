"""What a page costs: CPU and queries."""

import time
from collections.abc import Callable
from statistics import median
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

ROUNDS = 30


def measured(rows: list[tuple[int, int, Callable[[], object]]]) -> list[dict[str, Any]]:
    """Medians of seconds, interleaved, with the number of queries; rows are links, blocks, work."""
    for _, _, work in rows:
        work()  # cuts pictures and reads templates, once
    times: list[list[float]] = [[] for _ in rows]
    for _ in range(ROUNDS):
        for (_, _, work), found in zip(rows, times, strict=True):
            start = time.process_time()
            work()
            found.append(time.process_time() - start)
    told = []
    for (links, blocks, work), found in zip(rows, times, strict=True):
        with CaptureQueriesContext(connection) as captured:
            work()
        told.append(
            {"links": links, "blocks": blocks, "cpu": median(found), "queries": len(captured)}
        )
    return told


SIZES = [(links, blocks) for blocks in (5, 40) for links in (2, 10)]
SENTENCE = "کراچی میں نئی ٹرین چلانے کا فیصلہ کیا گیا ہے اور اس کا اعلان اگلے ہفتے ہو گا۔ "


def bodies(links: int, blocks: int, targets: list[int]) -> list[tuple[str, str]]:
    """Paragraphs with links, as evenly among them as it goes, in rich text."""
    parts = [[SENTENCE * 3] for _ in range(blocks)]
    for number in range(links):
        target = targets[number % len(targets)]
        parts[number % blocks].append(f'<a linktype="page" id="{target}">حوالہ</a> ')
    return [("paragraph", f"<p>{''.join(part)}</p>") for part in parts]
