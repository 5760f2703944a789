"""Stems, search terms, Roman Urdu and number words beside the libraries' own."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

from bench_urdu.data import DATA, gold, read_lines
from bench_urdu.peers.libraries import FROM_ROMAN, NUMBER_WORDS, OURS, STEM, TERMS, Contestants
from bench_urdu.peers.speed import sample, speeds, timed_articles
from bench_urdu.stemming import _telling
from roznama.urdu import (
    from_roman,
    normalize,
    number_words,
    parse_number,
    search_terms,
    stem,
    tokens,
)
from roznama.urdu.letters.marks import strip_marks

Table = tuple[str, tuple[str, ...], list[list[str]]]
Pairs = set[tuple[str, str]]

_WORDS = 10_000  # distinct ones whose stems are timed
_RARE = 500  # words of Dakshina's lexicon


def tables() -> Iterator[Table]:
    yield _stems()
    yield _terms()
    yield _roman()
    yield _numbers()


def _stems() -> Table:
    contestants = {OURS: stem, **STEM}
    running = [t.text for text in timed_articles() for t in tokens(text) if t.kind == "word"]
    quick = speeds(contestants, sample(sorted(set(running)), _WORDS))
    again = speeds(contestants, running)
    by_lemma = _lemmas()
    same = _pairs(by_lemma)
    forms = sorted({form for forms in by_lemma.values() for form in forms})
    lines = [
        [name, quick[name], again[name], *_joined(function, forms, same)]
        for name, function in contestants.items()
    ]
    columns = (
        "speed on running text", "UDTB dev: pairs of one lemma joined", "joined pairs right"
    )  # fmt: skip
    return "stem, distinct words", columns, lines


def _lemmas() -> dict[str, set[str]]:
    """The treebank's word forms by their lemmas, both in the house form without marks."""
    by_lemma: dict[str, set[str]] = defaultdict(set)
    for line in read_lines("udtb-dev.conllu.gz") if DATA else ():
        cells = line.split("\t")
        if len(cells) > 3 and cells[0].isdigit() and cells[3] not in ("PUNCT", "NUM", "SYM", "X"):
            form, lemma = (strip_marks(normalize(cell)) for cell in cells[1:3])
            by_lemma[lemma].add(form)
    return by_lemma


def _pairs(groups: dict[str, set[str]]) -> Pairs:
    return {pair for forms in groups.values() for pair in combinations(sorted(forms), 2)}


def _joined(function: Callable[[str], str], forms: list[str], same: Pairs) -> list[str]:
    by_stem: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        by_stem[function(form)].add(form)
    joined = _pairs(by_stem)
    both = len(joined & same)
    return [f"{both / max(len(same), 1):.3f}", f"{both / max(len(joined), 1):.3f}"]


def _terms() -> Table:
    contestants: Contestants = {OURS: search_terms, **TERMS}
    quick = speeds(contestants, timed_articles())
    lists: Contestants = {OURS: _telling, **TERMS}
    cases = {
        kind: [row[1:3] for row in gold("search_terms") if row[0] == kind]
        for kind in ("same", "different")
    }
    lines = [
        [name, quick[name], *(_told(function, kind, cases[kind]) for kind in cases)]
        for name, function in lists.items()
    ]
    columns = (f"our gold: of {len(cases['same'])} same", f"of {len(cases['different'])} different")
    return "search_terms", columns, lines


def _told(function: Callable[[str], list[str]], kind: str, pairs: list[list[str]]) -> str:
    return str(sum((function(one) == function(two)) == (kind == "same") for one, two in pairs))


def _first(latin: str) -> str:
    return from_roman(latin, 1)[0]


def _roman() -> Table:
    contestants: Contestants = {OURS: _first, **FROM_ROMAN}
    cases = [row[:2] for row in gold("roman") if len(row) > 1]
    quick = speeds(contestants, [latin for latin, _ in cases])
    chance = random.Random(1)
    lexicon = (
        [line.split("\t") for line in read_lines("dakshina-lexicon-dev.tsv.gz")] if DATA else []
    )
    rare = [line[1::-1] for line in chance.sample(lexicon, min(_RARE, len(lexicon)))]
    lines = [
        [name, quick[name], _read(function, cases), _read(function, rare)]
        for name, function in contestants.items()
    ]
    columns = (f"first answer right: of {len(cases)} of our gold", f"of {len(rare)} of Dakshina")
    return "from_roman", columns, lines


def _read(function: Callable[[str], str], cases: list[Any]) -> str:
    return str(
        sum(
            strip_marks(normalize(function(latin))) == strip_marks(normalize(urdu))
            for latin, urdu in cases
        )
    )


def _numbers() -> Table:
    contestants: Contestants = {OURS: number_words, **NUMBER_WORDS}
    chance = random.Random(1)
    numbers = [
        *range(1000),
        *(chance.randrange(10 ** chance.randrange(4, 16)) for _ in range(1000)),
    ]
    quick = speeds(contestants, numbers)
    lines = [
        [name, quick[name], str(sum(parse_number(function(n)) == n for n in numbers))]
        for name, function in contestants.items()
    ]
    return "number_words", (f"of {len(numbers)} read back by our parse_number",), lines
