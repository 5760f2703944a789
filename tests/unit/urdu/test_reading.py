"""Reading time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.urdu.reading import WORDS_PER_MINUTE, reading_minutes


@pytest.mark.parametrize(
    ("count", "minutes"),
    [(0, 1), (1, 1), (WORDS_PER_MINUTE, 1), (WORDS_PER_MINUTE + 1, 2), (10 * WORDS_PER_MINUTE, 10)],
)
def test_whole_minutes_rounded_up(count: int, minutes: int) -> None:
    assert reading_minutes("خبر " * count) == minutes


@given(st.text(), st.text())
def test_more_text_never_takes_less(first: str, second: str) -> None:
    assert 1 <= reading_minutes(first) <= reading_minutes(f"{first}\n{second}")
