"""Threads: how close two texts of one event are, and how close a text is to what is another's.

`cd tools && DATA=folder ../.venv/bin/python -m bench_archive.events`. COUNTER's pairs tell one
event; the closest other text of the whole set mostly does not, though some do: the set has
several texts of some events. So the share of others is the most that may be wrong, not what is.
Copies of the asking text and of its source are left aside: they are versions, not neighbors.
"""

from collections.abc import Iterator

import numpy as np
from bench_urdu.data import DATA

from bench_archive.bm25 import Bm25
from bench_archive.related import ranked
from bench_archive.texts import Pair, Text, news, reused, vectors
from roznama.archive.copies import is_same_story
from roznama.archive.deciding import ENOUGH

_KINDS = ("WD", "PD", "ND", "other")
_QUARTERS = (5, 25, 50, 75, 95)
_STEPS = (0.18, 0.2, 0.22, 0.25, 0.28, 0.3, 0.32, 0.35, 0.4, 0.45, 0.5)


def main() -> None:
    if not DATA:
        raise SystemExit("DATA names no folder with the public data sets")
    texts, pairs = reused()
    texts += news()
    stored, index = vectors(texts), Bm25(one.terms for one in texts)
    print_closeness(texts, pairs, stored, index)


def print_closeness(texts: list[Text], pairs: list[Pair], stored: list, index: Bm25) -> None:
    """How close pairs of each kind are, and the closest others; and what each threshold takes."""
    found: dict[str, list[float]] = {kind: [] for kind in _KINDS}
    for kind, closeness in measured(texts, pairs, stored, index):
        found[kind].append(closeness)
    print("closeness: percentiles " + " ".join(map(str, _QUARTERS)))
    for kind, values in found.items():
        row = " ".join(f"{value:.2f}" for value in np.percentile(values, _QUARTERS))
        print(f"  {kind:8} {row}  n {len(values)}")
    print("share at least so close: " + " ".join(_KINDS))
    for step in _STEPS:
        shares = " ".join(f"{np.mean(np.array(found[kind]) >= step):.3f}" for kind in _KINDS)
        print(f"  {step:.2f} {shares}" + ("  in use" if step == ENOUGH else ""))


def measured(
    texts: list[Text], pairs: list[Pair], stored: list, index: Bm25
) -> Iterator[tuple[str, float]]:
    """Each pair's kind and closeness, 0 for no candidate; and "other" for the closest other."""
    for pair in pairs:
        scores = ranked(texts[pair.derived], index, stored, pair.derived)
        yield pair.kind, max(0.0, float(scores[pair.source]))
        scores[[pair.source, pair.derived]] = -1
        ours = (stored[pair.source], stored[pair.derived])
        for number in np.argsort(-scores)[:10]:
            if not any(is_same_story(stored[number], one) for one in ours):
                yield "other", max(0.0, float(scores[number]))
                break


if __name__ == "__main__":
    main()
