"""Scoring: rare shared words bring stories together, length and common words do not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.archive.scoring import closeness, freshness, query, rarity, telling
from roznama.archive.vectors import Vector, pack, unpack

TOTAL = 1000
FREQUENCIES = {"سیلاب": 5, "کراچی": 200, "بحالی": 9, "ہونا": 1000, "کرکٹ": 50}
STORIES = st.dictionaries(st.sampled_from([*FREQUENCIES, "نایاب"]), st.floats(0.1, 1.9))


def frequency(term: str) -> int:
    return FREQUENCIES.get(term, 0)


def stored(weights: dict[str, float]) -> Vector:
    return unpack(pack(weights))


def scores(asking: dict[str, float], *others: dict[str, float]) -> list[float]:
    made = query(asking, frequency, TOTAL)
    return [float(score) for score in closeness(made, [stored(other) for other in others])]


def test_rarity_runs_from_nothing_to_the_logarithm_of_all() -> None:
    assert rarity(TOTAL, TOTAL) == 0
    assert rarity(TOTAL + 50, TOTAL) == 0  # a count from a newer index than the total
    assert rarity(0, TOTAL) == pytest.approx(np.log(TOTAL + 1))
    assert rarity(5, TOTAL) > rarity(200, TOTAL) > 0


def test_the_index_is_asked_with_the_weightiest_rare_terms_it_has() -> None:
    weights = {"ہونا": 1.0, "کراچی": 0.8, "سیلاب": 0.5, "بحالی": 0.9, "نایاب": 1.0}
    assert telling(weights, frequency, TOTAL) == ["بحالی", "سیلاب", "کراچی"]
    assert telling(weights, frequency, TOTAL, most=1) == ["بحالی"]


def test_a_story_is_as_close_as_can_be_to_itself() -> None:
    story = {"سیلاب": 0.8, "کراچی": 0.5, "بحالی": 1.6}
    assert scores(story, story) == [pytest.approx(1, abs=0.01)]


def test_a_rare_shared_word_brings_closer_than_a_common_one() -> None:
    asking = {"سیلاب": 0.5, "کراچی": 0.5}
    flood, city, neither = scores(
        asking, {"سیلاب": 0.5, "کرکٹ": 0.5}, {"کراچی": 0.5, "کرکٹ": 0.5}, {"کرکٹ": 0.5}
    )
    assert flood > city > neither == 0


def test_a_long_story_is_not_close_because_it_is_long() -> None:
    asking = {"سیلاب": 0.5, "کراچی": 0.5}
    long = {"سیلاب": 0.5} | {f"اور{number}": 0.5 for number in range(100)}
    short_score, long_score = scores(asking, {"سیلاب": 0.5, "اور": 0.5}, long)
    assert short_score > 3 * long_score


@given(STORIES, st.lists(STORIES, max_size=6))
def test_many_candidates_score_as_each_alone(
    asking: dict[str, float], others: list[dict[str, float]]
) -> None:
    together = scores(asking, *others)
    alone = [scores(asking, other)[0] for other in others]
    assert together == pytest.approx(alone, abs=1e-6)
    assert all(score >= 0 for score in together)


def test_empty_stories_are_close_to_nothing() -> None:
    assert scores({}, {"سیلاب": 0.5}, {}) == [0, 0]
    assert scores({"سیلاب": 0.5}, {}) == [0]
    assert telling({}, frequency, TOTAL) == []
    assert list(closeness(query({"سیلاب": 0.5}, frequency, 0), [])) == []


def test_freshness_is_mild_and_looks_both_ways() -> None:
    assert freshness(0) == 1
    assert freshness(365) == pytest.approx(0.85)
    assert freshness(-365) == freshness(365)
    assert freshness(1e6) == pytest.approx(0.7)
