"""Reading time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.urdu.reading import WORDS_PER_MINUTE, reading_time


@pytest.mark.parametrize(
    ("count", "minutes"),
    [(0, 1), (1, 1), (WORDS_PER_MINUTE, 1), (WORDS_PER_MINUTE + 1, 2), (10 * WORDS_PER_MINUTE, 10)],
)
def test_whole_minutes_rounded_up(count: int, minutes: int) -> None:
    assert reading_time("خبر " * count) == minutes


def test_what_is_read_is_counted() -> None:
    mixed = "پاکستان 2026 BBC، "
    assert reading_time(mixed * (WORDS_PER_MINUTE // 3)) == 1
    assert reading_time(mixed * (WORDS_PER_MINUTE // 3) + "خبر") == 2
    assert reading_time("، 😀 https://example.com/a ۔ " * WORDS_PER_MINUTE) == 1


@given(st.text(), st.text())
def test_more_text_never_takes_less(first: str, second: str) -> None:
    assert 1 <= reading_time(first) <= reading_time(f"{first}\n{second}")
