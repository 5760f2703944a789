"""Hijri dates as the paper prints them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.urdu.hijri import format_hijri

FIRST, LAST = date(1924, 8, 1), date(2077, 11, 16)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # Days of Saudi Arabia's own announcements and of its calendar.
        (date(2024, 3, 11), "1 رمضان 1445ھ"),
        (date(2024, 4, 10), "1 شوال 1445ھ"),
        (date(2024, 7, 7), "1 محرم 1446ھ"),
        (date(2025, 6, 6), "10 ذوالحجہ 1446ھ"),
        (date(2025, 6, 26), "1 محرم 1447ھ"),
        (date(2026, 11, 23), "13 جمادی الثانی 1448ھ"),
        (FIRST, "1 محرم 1343ھ"),
        (LAST, "30 ذوالحجہ 1500ھ"),
    ],
)
def test_known_days(day: date, expected: str) -> None:
    assert format_hijri(day) == expected


def test_pakistan_saw_the_moon_of_1446_a_day_later() -> None:
    assert format_hijri(date(2024, 7, 7), offset_days=-1) == "30 ذوالحجہ 1445ھ"
    assert format_hijri(date(2024, 7, 8), offset_days=-1) == "1 محرم 1446ھ"


def test_a_moment_counts_by_its_date() -> None:
    assert format_hijri(datetime(2024, 7, 7, 23, 59)) == "1 محرم 1446ھ"


@pytest.mark.parametrize(
    ("day", "offset"),
    [(FIRST, -1), (LAST, 1), (date.min, 0), (date.min, -1), (date.max, 1), (FIRST, 10**12)],
)
def test_days_outside_the_table(day: date, offset: int) -> None:
    with pytest.raises(ValueError, match="no Hijri date"):
        format_hijri(day, offset_days=offset)


@given(st.dates(FIRST + timedelta(7), LAST - timedelta(7)), st.integers(-7, 7))
def test_an_offset_is_the_date_of_another_day(day: date, offset: int) -> None:
    assert format_hijri(day, offset_days=offset) == format_hijri(day + timedelta(offset))


@given(st.dates(FIRST, LAST - timedelta(1)))
def test_the_next_day_is_the_next_or_the_first_of_a_month(day: date) -> None:
    today, tomorrow = (
        int(format_hijri(day + timedelta(days)).split(" ", maxsplit=1)[0]) for days in (0, 1)
    )
    assert tomorrow == today + 1 or (tomorrow == 1 and today in (29, 30))
