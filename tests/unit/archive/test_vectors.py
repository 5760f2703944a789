"""Vectors: what a story is about survives storing, small and the same everywhere."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.archive.vectors import BODY, HEADLINE, MOST, hashed, pack, unpack, weigh
from roznama.urdu.stemming.terms import Term, search_terms

WEIGHTS = st.dictionaries(st.text(min_size=1, max_size=8), st.floats(0.01, 1.99), max_size=60)


def test_a_headline_tells_more_than_the_body_and_stop_words_nothing() -> None:
    weights = weigh(
        [(HEADLINE, search_terms("گلیشیئر کی جھیل")), (BODY, search_terms("پانی کی سطح پانی"))]
    )
    lake, water, level = (weights[term] for term in search_terms("جھیل پانی سطح"))
    assert lake > water > level > 0
    assert len(weights) == 4


def test_a_repeated_word_never_counts_for_two() -> None:
    weights = weigh([(HEADLINE, search_terms("پانی " * 500))])
    assert 0.99 < max(weights.values()) < 1


def test_a_tag_raises_its_terms_but_not_a_place() -> None:
    fields = [(BODY, search_terms("پشاور میں ذیابیطس کا کلینک"))]
    plain, tagged = weigh(fields), weigh(fields, search_terms("پشاور ذیابیطس"))
    assert tagged["ذیابیطس"] == plain["ذیابیطس"] + 1
    assert tagged["پشاور"] == plain["پشاور"]
    assert tagged["کلینک"] == plain["کلینک"]


@given(WEIGHTS)
def test_what_is_stored_comes_back(weights: dict[str, float]) -> None:
    vector = unpack(pack(weights))
    back = dict(zip(vector.hashes.tolist(), vector.weights.tolist(), strict=True))
    assert back == {hashed(term): pytest.approx(weights[term], abs=0.005) for term in weights}
    assert vector.hashes.tolist() == sorted(vector.hashes.tolist())
    assert vector.length == pytest.approx(math.dist(list(weights.values()), [0] * len(weights)))


def test_a_long_story_keeps_its_weightiest_terms_and_its_whole_length() -> None:
    light = {f"ہلکا{number}": 0.5 for number in range(5 * MOST)}
    vector = unpack(stored := pack(light | {"بھاری": 1.5}))
    assert len(vector.hashes) == MOST
    assert len(stored) <= 1200
    assert hashed("بھاری") in vector.hashes
    assert vector.length > 17


def test_hashes_are_the_same_in_every_process() -> None:
    assert hashed("گلیشیئر") == 1955740093
    assert hashed("\ud800") == hashed("\ud800")


@pytest.mark.parametrize("stored", [b"", b"123", b"12345", b"1234567890"])
def test_bytes_that_are_no_vector_are_refused(stored: bytes) -> None:
    with pytest.raises(ValueError, match="no stored vector"):
        unpack(stored)


def test_an_empty_story_is_an_empty_vector() -> None:
    vector = unpack(pack(weigh([(BODY, [Term("کا", is_stop=True)])])))
    assert (len(vector.hashes), vector.length) == (0, 0)
