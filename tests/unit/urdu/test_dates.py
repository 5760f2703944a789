"""Dates and times as the paper prints them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.urdu.dates import (
    ago,
    format_date,
    format_day,
    format_moment,
    format_month,
    format_time,
)

KARACHI = timezone(timedelta(hours=5))
NOW = datetime(2026, 11, 23, 17, 40, tzinfo=KARACHI)


def test_dates() -> None:
    assert format_date(NOW) == "پیر، 23 نومبر 2026ء"
    assert format_day(date(2026, 5, 1)) == "1 مئی 2026ء"
    assert format_month(date(2026, 11, 23)) == "نومبر 2026ء"
    assert format_moment(NOW) == "23 نومبر 2026ء، شام 5:40"


def test_the_week_begins_where_python_says() -> None:
    week = [format_date(date(2026, 11, 23) + timedelta(days)).split("،")[0] for days in range(7)]
    assert week == ["پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار"]


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [
        (0, 5, "رات 12:05"),
        (3, 59, "رات 3:59"),
        (4, 0, "صبح 4:00"),
        (11, 59, "صبح 11:59"),
        (12, 0, "دوپہر 12:00"),
        (15, 30, "سہ پہر 3:30"),
        (17, 40, "شام 5:40"),
        (20, 0, "رات 8:00"),
        (23, 59, "رات 11:59"),
    ],
)
def test_time(hour: int, minute: int, expected: str) -> None:
    assert format_time(datetime(2026, 11, 23, hour, minute)) == expected


@pytest.mark.parametrize(
    ("passed", "expected"),
    [
        (timedelta(seconds=-30), "ابھی ابھی"),
        (timedelta(), "ابھی ابھی"),
        (timedelta(seconds=59), "ابھی ابھی"),
        (timedelta(minutes=1), "ایک منٹ پہلے"),
        (timedelta(minutes=5, seconds=59), "5 منٹ پہلے"),
        (timedelta(minutes=60), "ایک گھنٹہ پہلے"),
        (timedelta(hours=3), "3 گھنٹے پہلے"),
        (timedelta(hours=17), "17 گھنٹے پہلے"),
        (timedelta(hours=18), "کل"),
        (timedelta(days=1), "کل"),
        (timedelta(days=2), "پرسوں"),
        (timedelta(days=3), "20 نومبر 2026ء"),
        (timedelta(days=-1), "24 نومبر 2026ء"),
    ],
)
def test_ago(passed: timedelta, expected: str) -> None:
    assert ago(NOW - passed, NOW) == expected


def test_late_last_night_is_hours_ago_and_not_yesterday() -> None:
    midnight = NOW.replace(hour=1, minute=0)
    assert ago(midnight - timedelta(hours=2), midnight) == "2 گھنٹے پہلے"


def test_the_day_is_that_of_the_reader() -> None:
    then = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)  # already the 20th in Karachi
    assert ago(then, NOW) == "20 نومبر 2026ء"


def test_times_without_a_zone() -> None:
    naive = NOW.replace(tzinfo=None)
    assert ago(naive - timedelta(minutes=5), naive) == "5 منٹ پہلے"
    with pytest.raises(TypeError):
        ago(naive, NOW)


@given(st.datetimes(), st.datetimes())
def test_any_two_moments_have_words(then: datetime, now: datetime) -> None:
    assert ago(then, now)


@given(st.datetimes())
def test_a_moment_is_its_day_and_its_time(moment: datetime) -> None:
    assert format_moment(moment) == f"{format_day(moment)}، {format_time(moment)}"
    assert format_date(moment).endswith(format_day(moment))
