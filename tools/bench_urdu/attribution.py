"""Attributions: own sentences and labeled articles, the claims found and the relays told."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from bench_urdu.data import DATA, GOLD, gold, read_jsonl
from roznama.urdu.attribution.finding import attributions

Row = tuple[str, str, str]
_NEAR = 0.8  # share of words that two claims must have in common to be the same claim
_SAME_CUE = 0.5  # "کہا" for "نے کہا" is the same cue
_STORY = 1500  # words


class Said(NamedTuple):
    """An attribution as text."""

    claim: str
    cue: str
    speaker: str
    chain: tuple[str, ...]


class Case(NamedTuple):
    """A text's attributions as labeled and as found."""

    expected: list[Said]
    found: list[Said]


def rows() -> list[Row]:
    measured = _measured("sentences", list(sentence_cases()))
    if DATA:
        measured += _measured("articles", list(article_cases()))
        measured.append(_speed())
    return measured


def sentence_cases() -> Iterator[Case]:
    """The cases of `tests/gold/attributions.tsv`, in its order."""
    for text, *labels in gold("attributions"):
        cells = labels + [""] * (-len(labels) % 4)
        groups = [cells[at : at + 4] for at in range(0, len(cells), 4)]
        expected = [Said(*group[:3], _links(group[3])) for group in groups if any(group)]
        yield Case(expected, found(text))


def article_cases() -> Iterator[Case]:
    """The cases of `tests/gold/attributed_articles.tsv`, article by article."""
    path = GOLD / "attributed_articles.tsv"
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()
             if line and not line.startswith("#")]  # fmt: skip
    bodies = {record["id"]: record["body"] for record in read_jsonl("news-dev.jsonl.gz")}
    for identity in dict.fromkeys(line[0] for line in lines):
        body = bodies[identity]
        labels = [line[1:] for line in lines if line[0] == identity and len(line) > 1]
        yield Case([_labeled(body, cells) for cells in labels], found(body))


def found(text: str) -> list[Said]:
    """The attributions of `text` as the engine finds them."""
    return [
        Said(a.claim.text, a.cue.text, a.speaker.text if a.speaker else "",
             tuple(link.text for link in a.chain))
        for a in attributions(text)
    ]  # fmt: skip


def _links(cell: str) -> tuple[str, ...]:
    return tuple(link for link in cell.split("|") if link)


def _labeled(body: str, cells: list[str]) -> Said:
    numbers = [int(cell) for cell in cells[:6]]
    claim, cue, speaker = (
        body[start:end] if start >= 0 else ""
        for start, end in zip(numbers[::2], numbers[1::2], strict=True)
    )
    chain = (link.split("-") for link in (cells[6] if len(cells) > 6 else "").split(",") if link)
    return Said(claim, cue, speaker, tuple(body[int(start) : int(end)] for start, end in chain))


def _measured(what: str, cases: list[Case]) -> list[Row]:
    """F1 of claims with their cues, exact and near, and how many relays came out right."""
    exact = [_pairs(case, _exactly) for case in cases]
    near = [_pairs(case, _nearly) for case in cases]
    right = [want.chain == got.chain for pairs in near for want, got in pairs]
    relays = [
        (want, dict(pairs).get(want))
        for case, pairs in zip(cases, near, strict=True)
        for want in case.expected
        if len(want.chain) > 1
    ]
    told = sum(got is not None and got.chain == want.chain for want, got in relays)
    return [
        (f"{what}: claim and cue letter by letter, F1", f"{_f1(cases, exact):.3f}", ""),
        (f"{what}: claim (8 of 10 words) and cue, F1", f"{_f1(cases, near):.3f}", ">= .920"),
        (f"{what}: chain right, of those found", _share(sum(right), len(right)), ">= .850"),
        (f"{what}: chains of two and more right, of all", _share(told, len(relays)), ""),
    ]


def _pairs(case: Case, same: Callable[[Said, Said], float]) -> list[tuple[Said, Said]]:
    left = list(case.found)
    pairs = []
    for want in case.expected:
        got = max(left, key=lambda one: same(want, one), default=None)
        if got and same(want, got):
            left.remove(got)
            pairs.append((want, got))
    return pairs


def _exactly(want: Said, got: Said) -> float:
    return float(want.claim == got.claim and want.cue == got.cue)


def _nearly(want: Said, got: Said) -> float:
    claim = _common(want.claim, got.claim)
    cue = _common(want.cue, got.cue)
    return claim + cue if claim >= _NEAR and cue >= _SAME_CUE else 0.0


def _common(one: str, other: str) -> float:
    """The F1 of the words of two texts."""
    ones, others = one.split(), other.split()
    shared = sum((Counter(ones) & Counter(others)).values())
    return 2 * shared / (len(ones) + len(others)) if shared else 0.0


def _f1(cases: list[Case], pairs: list[list[tuple[Said, Said]]]) -> float:
    total = sum(len(case.expected) + len(case.found) for case in cases)
    return 2 * sum(map(len, pairs)) / total if total else 0.0


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / max(whole, 1):.3f}"


def _speed() -> Row:
    bodies = [record["body"] for record in islice(read_jsonl("news-dev.jsonl.gz"), 400)]
    words = sum(len(body.split()) for body in bodies)
    start = time.perf_counter()
    for body in bodies:
        attributions(body)
    took = (time.perf_counter() - start) / words * _STORY * 1000
    return (f"milliseconds for {_STORY} words", f"{took:.1f}", "< 20")
