"""The corpus: incremental upkeep gives what a corpus made at once would."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.archive.corpus import Corpus

WORDS = st.sampled_from(["سیلاب", "بحالی", "ٹرین", "کرکٹ", "بجٹ", "کراچی"])
COUNTS = st.dictionaries(WORDS, st.integers(1, 9)).map(Counter)
STEPS = st.lists(st.tuples(st.integers(1, 6), st.none() | COUNTS), max_size=20)


@given(STEPS, COUNTS)
def test_any_way_to_the_same_stories_ends_in_the_same_corpus(
    steps: list[tuple[int, Counter[str] | None]], asked: Counter[str]
) -> None:
    walked, left = Corpus(), dict[int, Counter[str]]()
    for pk, counts in steps:
        dict(walked.closest(asked))  # what is asked in between leaves nothing behind
        if counts is None:
            walked.remove(pk)
            left.pop(pk, None)
        else:
            walked.put(pk, 0, counts)
            left[pk] = counts
    made = Corpus()
    for pk, counts in left.items():
        made.put(pk, 0, counts)
    assert dict(walked.closest(asked)) == pytest.approx(dict(made.closest(asked)))


def test_the_rarer_shared_word_brings_the_closer_story() -> None:
    corpus = Corpus()
    for pk, words in enumerate(["کراچی سیلاب", "کراچی بجٹ", "کراچی ٹرین", "بجٹ ٹرین"]):
        corpus.put(pk, 0, Counter(words.split()))
    scores = dict(corpus.closest(Counter(["کراچی", "سیلاب"])))
    assert max(scores, key=scores.__getitem__) == 0
    assert scores[0] == pytest.approx(1.0)
    assert 3 not in scores


def test_only_the_stories_named_stay() -> None:
    corpus = Corpus()
    for pk in (1, 2, 3):
        corpus.put(pk, f"mark {pk}", Counter(["سیلاب", str(pk)]))
    corpus.keep_only([2])
    assert [pk in corpus for pk in (1, 2, 3)] == [False, True, False]
    assert corpus.mark(2) == "mark 2"
    assert corpus.mark(1) is None
