"""COUNTER's pairs: a newspaper's text, the agency's, and how the one came of the other."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from bench_urdu.data import read_jsonl

from roznama.archive.reuse.deciding import Kind

KINDS = (Kind.NOT, Kind.PARTLY, Kind.WHOLLY)
_CLASSES = {"ND": 0, "PD": 1, "WD": 2}


class Pair(NamedTuple):
    """The bodies of a pair, and the number of its kind in KINDS."""

    derived: str
    source: str
    kind: int


def pairs() -> list[Pair]:
    """Return the pairs of the development half."""
    return list(_pairs())


def _pairs() -> Iterator[Pair]:
    for record in read_jsonl("counter-dev.jsonl.gz"):
        bodies = (record[side]["body"] or "" for side in ("derived", "source"))
        yield Pair(*bodies, _CLASSES[record["class"]])


def measured(
    every: Sequence[Pair], measures: Callable[[str, str], Sequence[float]]
) -> tuple[np.ndarray, np.ndarray]:
    """Return the pairs' measures and kinds."""
    rows = [measures(pair.derived, pair.source) for pair in every]
    return np.array(rows), np.array([pair.kind for pair in every])
