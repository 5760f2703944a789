"""Heat: what is asked for now counts more than what was asked for long ago."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.press.heat import HALF_LIFE, heated

NOW = 1_800_000_000.0


def test_requests_count_half_after_a_half_life() -> None:
    older = heated(0.0, 20, NOW)
    assert heated(0.0, 10, NOW + HALF_LIFE) == pytest.approx(older)
    assert heated(0.0, 11, NOW + HALF_LIFE) > older


@given(st.lists(st.integers(1, 1000), min_size=1))
def test_requests_at_one_moment_add_up(numbers: list[int]) -> None:
    heat = 0.0
    for number in numbers:
        heat = heated(heat, number, NOW)
    assert heat == pytest.approx(heated(0.0, sum(numbers), NOW))


@pytest.mark.parametrize("step", [-1e9, -HALF_LIFE, 1e9])
def test_a_clock_that_jumps_breaks_nothing(step: float) -> None:
    heat = heated(heated(0.0, 5, NOW), 3, NOW + step)
    assert heat >= heated(0.0, 3, NOW + step)
