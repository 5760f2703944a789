"""Business hours over midnight and around holidays."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roznama.desk.hours import FAR, Calendar, Span

ZONE = ZoneInfo("Asia/Karachi")
THURSDAY = date(2026, 11, 26)
FRIDAY = THURSDAY + timedelta(days=1)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), ZONE)


def calendar(*spans: tuple[int, int, int], holidays: tuple[date, ...] = ()) -> Calendar:
    rows = tuple(Span(day, time(opens), time(closes)) for day, opens, closes in spans)
    return Calendar(ZONE, rows, frozenset(holidays))


def test_without_hours_a_team_is_always_there():
    assert calendar().is_open(at(THURSDAY, 3))
    assert calendar().next_opening(at(THURSDAY, 3)) is None


def test_a_holiday_is_a_whole_day():
    always = calendar(holidays=(THURSDAY,))
    assert not always.is_open(at(THURSDAY, 0))
    assert not always.is_open(at(THURSDAY, 23, 59))
    assert always.is_open(at(FRIDAY, 0))
    assert always.next_opening(at(THURSDAY, 5)) == at(FRIDAY, 0)


def test_hours_are_those_of_the_paper():
    day = calendar((3, 9, 17))
    assert day.is_open(datetime(2026, 11, 26, 4, 0, tzinfo=UTC))
    assert not day.is_open(datetime(2026, 11, 26, 3, 59, tzinfo=UTC))
    assert not day.is_open(at(THURSDAY, 17))
    assert day.next_opening(at(THURSDAY, 8)) == at(THURSDAY, 9)
    assert day.next_opening(at(THURSDAY, 17)) == at(THURSDAY + timedelta(days=7), 9)


@pytest.mark.parametrize(("opens", "closes"), [(20, 2), (20, 20)])
def test_a_night_ends_on_the_next_day(opens, closes):
    night = calendar((3, opens, closes))
    assert night.is_open(at(THURSDAY, 23))
    assert night.is_open(at(FRIDAY, closes) - timedelta(minutes=1))
    assert not night.is_open(at(FRIDAY, closes))
    assert not night.is_open(at(THURSDAY, 1))


def test_a_night_before_a_holiday_ends_at_midnight_and_the_holidays_own_is_none():
    every = [(day, 20, 2) for day in range(7)]
    night = calendar(*every, holidays=(FRIDAY,))
    assert night.is_open(at(THURSDAY, 23, 59))
    assert not night.is_open(at(FRIDAY, 0))
    assert not night.is_open(at(FRIDAY, 21))
    assert not night.is_open(at(FRIDAY + timedelta(days=1), 1))
    assert night.next_opening(at(FRIDAY, 0)) == at(FRIDAY + timedelta(days=1), 20)


def test_two_spans_on_a_day():
    day = calendar((3, 9, 13), (3, 15, 18))
    assert not day.is_open(at(THURSDAY, 14))
    assert day.next_opening(at(THURSDAY, 14)) == at(THURSDAY, 15)


def test_a_team_that_never_opens_has_no_next_opening():
    days = tuple(THURSDAY + timedelta(days=n) for n in range(FAR + 1))
    assert calendar(holidays=days).next_opening(at(THURSDAY, 5)) is None


SPANS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 23), st.integers(0, 23)), min_size=1)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1), timezones=st.just(ZONE))
DAYS = st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=5)


@given(SPANS, DAYS, MOMENTS)
def test_the_next_opening_is_the_first_moment_that_is_open(spans, holidays, moment):
    table = calendar(*spans, holidays=tuple(holidays))
    begin = table.next_opening(moment)
    if table.is_open(moment):
        assert begin is None
    elif begin is not None:
        assert table.is_open(begin)
        assert not table.is_open(begin - timedelta(seconds=1))
        hour = moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        while hour < begin:
            assert not table.is_open(hour)
            hour += timedelta(hours=1)
