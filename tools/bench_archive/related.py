"""Related stories: does a reused text find its source, and a headline its body, in the crowd?

`cd tools && DATA=folder ../.venv/bin/python -m bench_archive.related`. Each derived text of
COUNTER asks all other texts, its source and 8,257 others; the rank of the source is taken, ties
against it. WD and PD texts were made of their source; an ND text tells the same event in
words of its own. "copies aside": a copy of the asking text is no answer (no paper offers a story
beside itself), a copy of the source is as good as the source.
"""

import time
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from bench_urdu.data import DATA

from bench_archive.bm25 import Bm25
from bench_archive.texts import Pair, Text, news, reused, vectors
from roznama.archive.copies import is_same_story
from roznama.archive.scoring import CANDIDATES, closeness, query, telling
from roznama.archive.vectors import BODY, pack, unpack, weigh

Scorer = Callable[[int], np.ndarray]
_KINDS = (("WD and PD", ("WD", "PD")), ("ND", ("ND",)), ("all pairs", ("WD", "PD", "ND")))


def main() -> None:
    if not DATA:
        raise SystemExit("DATA names no folder with the public data sets")
    texts, pairs = reused()
    articles = news()
    texts += articles
    stored, index = vectors(texts), Bm25(one.terms for one in texts)
    for name, scorer in scorers(texts, stored, index):
        print_ranks(name, pairs, scorer, stored)
    print_headlines(articles)
    print_copies(pairs, texts, stored, index)
    print_speed(texts, stored, index)


def scorers(texts: list[Text], stored: list, index: Bm25) -> Iterator[tuple[str, Scorer]]:
    """The rankings to compare: a name, and what gives all texts' scores for one that asks."""
    raw = Bm25(one.raw for one in texts)
    yield "raw words, BM25", lambda n: raw.scores(texts[n].raw)
    yield "terms, BM25", lambda n: index.scores(texts[n].terms)
    yield "closeness to all", lambda n: closeness(asking(texts[n], index), stored)
    yield f"closeness to {CANDIDATES} found", lambda n: ranked(texts[n], index, stored, n)


def asking(one: Text, index: Bm25):
    return query(one.weights(), index.frequency, index.total)


def ranked(one: Text, index: Bm25, stored: list, itself: int) -> np.ndarray:
    """The closeness of the index's candidates for a text's telling terms; -1 for the others."""
    weights = one.weights()
    found = index.scores(telling(weights, index.frequency, index.total))
    if itself >= 0:
        found[itself] = -1
    chosen = np.argsort(-found, kind="stable")[:CANDIDATES]
    scores = np.full(index.total, -1.0)
    scores[chosen] = closeness(
        query(weights, index.frequency, index.total), [stored[number] for number in chosen]
    )
    return scores


def print_ranks(name: str, pairs: list[Pair], scorer: Scorer, stored: list) -> None:
    """The figures of one ranking, for each kind of pair, plain and with copies aside."""
    plain, aside = [], []
    for pair in pairs:
        scores = scorer(pair.derived).astype(np.float64)
        scores[pair.derived] = -2
        plain.append(rank(scores, pair.source))
        aside.append(rank(without_copies(scores, pair, stored), pair.source))
    for what, kinds in _KINDS:
        chosen = [number for number, pair in enumerate(pairs) if pair.kind in kinds]
        print_row(f"{name}: {what}", [plain[number] for number in chosen])
        print_row("    copies aside", [aside[number] for number in chosen])


def without_copies(scores: np.ndarray, pair: Pair, stored: list) -> np.ndarray:
    """The scores, copies of the asking text and of the source put last."""
    scores = scores.copy()
    for number in np.flatnonzero(scores >= scores[pair.source]):
        ours = (stored[pair.source], stored[pair.derived])
        if number != pair.source and any(is_same_story(stored[number], one) for one in ours):
            scores[number] = -2
    return scores


def rank(scores: np.ndarray, right: int) -> float:
    """The rank of the right answer, ties against it; infinite when it was not a candidate."""
    return float((scores >= scores[right]).sum()) if scores[right] >= 0 else float("inf")


def print_row(what: str, ranks: Sequence[float]) -> None:
    got = np.array(ranks)
    first, tenth, mean = (got == 1).mean(), (got <= 10).mean(), (1 / got).mean()
    print(f"  {what:44} R@1 {first:.3f}  R@10 {tenth:.3f}  MRR {mean:.3f}  n {len(got)}")


def print_headlines(articles: list[Text]) -> None:
    """A headline asks for the article it stands over, among bodies without headlines."""
    print("headline to its own body")
    raw = Bm25(one.raw_body for one in articles)
    index = Bm25([t for t in one.body_terms if not t.is_stop] for one in articles)
    stored = vectors(articles, lambda one: weigh([(BODY, one.body_terms)]))
    bare = [one._replace(body_terms=[]) for one in articles]
    ways: list[tuple[str, Scorer]] = [
        ("raw words, BM25", lambda n: raw.scores(articles[n].raw_headline)),
        ("terms, BM25", lambda n: index.scores(bare[n].terms)),
        (f"closeness to {CANDIDATES} found", lambda n: ranked(bare[n], index, stored, -1)),
    ]
    asked = [number for number, one in enumerate(articles) if one.raw_headline]
    for name, scorer in ways:
        print_row(name, [rank(scorer(number), number) for number in asked])


def print_copies(pairs: list[Pair], texts: list[Text], stored: list, index: Bm25) -> None:
    """How many pairs of each kind `is_same_story` calls one story, and of nearest others."""
    print("called the same story")
    for kind in ("WD", "PD", "ND"):
        chosen = [pair for pair in pairs if pair.kind == kind]
        same = sum(is_same_story(stored[pair.derived], stored[pair.source]) for pair in chosen)
        print(f"  {kind:44} {same} of {len(chosen)}")
    same = 0
    for pair in pairs:
        scores = ranked(texts[pair.derived], index, stored, pair.derived)
        scores[pair.source] = -1
        same += is_same_story(stored[pair.derived], stored[int(scores.argmax())])
    print(f"  {'derived text and the closest other':44} {same} of {len(pairs)}")


def print_speed(texts: list[Text], stored: list, index: Bm25) -> None:
    """Milliseconds for each step of one story, and the size of what is stored."""
    sample = texts[:: len(texts) // 200]
    packed = [pack(one.weights()) for one in texts]
    sizes = sorted(map(len, packed))
    print("milliseconds a story")
    print(f"  {'weigh and pack (terms given)':44} {timed(lambda o: pack(o.weights()), sample):.2f}")
    print(f"  {'query':44} {timed(lambda one: asking(one, index), sample):.2f}")
    print(f"  {'unpack 100':44} {timed(lambda _: [*map(unpack, packed[:100])], sample):.2f}")
    queries = [asking(one, index) for one in sample]
    print(f"  {'closeness to 100':44} {timed(lambda q: closeness(q, stored[:100]), queries):.2f}")
    print(f"bytes stored: median {sizes[len(sizes) // 2]}, most {sizes[-1]}")


def timed(step: Callable, inputs: Sequence) -> float:
    started = time.perf_counter()
    for one in inputs:
        step(one)
    return (time.perf_counter() - started) / len(inputs) * 1000


if __name__ == "__main__":
    main()
