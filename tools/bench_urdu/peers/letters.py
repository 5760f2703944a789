"""The house form and the search form beside the libraries' own normal forms."""

import unicodedata
from collections.abc import Callable, Iterator

from bench_urdu.data import gold
from bench_urdu.peers.libraries import FOLD, NORMALIZE, OURS
from bench_urdu.peers.speed import articles, speeds, timed_articles
from roznama.urdu import fold, normalize

Table = tuple[str, tuple[str, ...], list[list[str]]]
Pairs = list[tuple[str, str]]


def tables() -> Iterator[Table]:
    every = [(written, house) for written, house, *_ in gold("normalization")]
    chosen = {row[0] for row in gold("peers_tricky")}
    tricky = [pair for pair in every if pair[0] in chosen]
    yield _normal_forms(tricky, every)
    yield _search_forms(tricky)


def _normal_forms(tricky: Pairs, every: Pairs) -> Table:
    contestants = {OURS: normalize, **NORMALIZE}
    quick = speeds(contestants, timed_articles())
    columns = (
        f"right of {len(tricky)} tricky", f"of all {len(every)}",
        f"of {len(articles())} articles changed by a second pass", "not NFC",
    )  # fmt: skip
    lines = [
        [name, quick[name], _right(function, tricky), _right(function, every), *_faults(function)]
        for name, function in contestants.items()
    ]
    return "normalize", columns, lines


def _right(function: Callable[[str], str], pairs: Pairs) -> str:
    return str(sum(function(written) == house for written, house in pairs))


def _faults(function: Callable[[str], str]) -> list[str]:
    """Articles that a second pass changes, and results that are not NFC."""
    once = [function(text) for text in articles()]
    unstable = sum(function(result) != result for result in once)
    decomposed = sum(not unicodedata.is_normalized("NFC", result) for result in once)
    return [str(unstable), str(decomposed)]


def _search_forms(tricky: Pairs) -> Table:
    contestants = {OURS: fold, **FOLD}
    quick = speeds(contestants, timed_articles())
    changed = [pair for pair in tricky if pair[0] != pair[1]]
    lines = [
        [name, quick[name], str(sum(function(one) == function(two) for one, two in changed))]
        for name, function in contestants.items()
    ]
    return "fold", (f"of {len(changed)} tricky spellings found as the house form",), lines
