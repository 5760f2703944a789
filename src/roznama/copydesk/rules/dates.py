"""Dates: what the calendar does not have, and what the story itself says otherwise."""

from collections.abc import Iterator
from datetime import date, timedelta

from roznama.copydesk.calendar import Dated, dates_in, day_like, weekday_name
from roznama.copydesk.copy import Copy
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.copydesk.rules.one_event import find_one_event

_WEEK = 7
_NEAR = timedelta(days=45)  # dates of one story that are of one year
_MOST = 60  # dates of one story that are compared


def find_disagreeing_dates(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """Dates that contradict the calendar, or another date of the story where that is sure."""
    dates = list(dates_in(copy))
    sound = [one for one in dates if one.is_real()]
    yield from (
        Mark(one.start, one.end, (), {"kind": "no_such_day"}) for one in dates if not one.is_real()
    )
    wrong = [mark for one in sound for mark in _wrong_weekday(copy, one)]
    wrong += _two_weekdays(copy, sound[:_MOST])
    yield from wrong
    told = {mark.start for mark in wrong}
    yield from find_one_event(copy, [one for one in sound[:_MOST] if one.start not in told])


def _wrong_weekday(copy: Copy, one: Dated) -> Iterator[Mark]:
    right = _calendar(one, one.year) if one.weekday >= 0 and one.year else one.weekday
    if right != one.weekday:
        detail = {"kind": "weekday", "said": _said(copy, one), "calendar": weekday_name(right)}
        suggestions = _with_weekday(copy, one, right), *_with_day(copy, one, one.year)
        yield Mark(one.start, one.end, suggestions, detail)


def _two_weekdays(copy: Copy, dates: list[Dated]) -> Iterator[Mark]:
    """Dates whose weekdays cannot both be right in one year, where the later has no year."""
    known = [one for one in dates if one.year or one.weekday >= 0]
    for at, one in enumerate(known):
        if one.year:
            continue
        others = [*known[:at], *(two for two in known[at:] if two.year)]
        other = next((two for two in others if not _fit(one, two)), None)
        if other is not None:
            yield _two(copy, one, other)


def _two(copy: Copy, one: Dated, other: Dated) -> Mark:
    """One date that does not go with another: its day is rather wrong than its weekday."""
    right = _expected(one, other)
    detail = {"kind": "two_weekdays", "said": _said(copy, one), "calendar": weekday_name(right)}
    suggestions = *_with_day(copy, one, other.year, right), _with_weekday(copy, one, right)
    return Mark(one.start, one.end, suggestions, detail, ((other.start, other.end),))


def _fit(one: Dated, two: Dated) -> bool:
    """Whether two dates, some weeks apart at most, have weekdays as far apart as they are."""
    if two.year and two.weekday >= 0 and _calendar(two, two.year) != two.weekday:
        return True  # the other is wrong by itself
    first, second = date(2001, one.month, min(one.day, 28)), date(2001, two.month, min(two.day, 28))
    if abs(first - second) > _NEAR or (not two.year and {one.month, two.month} & {2}):
        return True  # may be of two years, or February's last day lies between
    return _expected(one, two) == one.weekday


def _expected(one: Dated, two: Dated) -> int:
    """The weekday of `one` in the year of `two`, or as far from `two`'s as their days are."""
    if two.year:
        return _calendar(one, two.year)
    days = (date(2001, one.month, one.day) - date(2001, two.month, two.day)).days
    return (two.weekday + days) % _WEEK


def _calendar(one: Dated, year: int) -> int:
    try:
        return date(year, one.month, one.day).weekday()
    except ValueError:  # February 29
        return one.weekday


def _said(copy: Copy, one: Dated) -> str:
    return copy.text[slice(*one.weekday_span)]


def _with_weekday(copy: Copy, one: Dated, right: int) -> str:
    """The date with the calendar's weekday."""
    start, end = one.weekday_span
    return copy.text[one.start : start] + weekday_name(right) + copy.text[end : one.end]


def _with_day(copy: Copy, one: Dated, year: int, right: int = -1) -> tuple[str, ...]:
    """The date with the nearest day of its month that has the weekday it names."""
    right = _calendar(one, year) if right < 0 else right
    off = (one.weekday - right + 3) % _WEEK - 3
    try:
        date(year or 2001, one.month, one.day + off)
    except ValueError:
        return ()
    start, end = one.day_span
    day = day_like(copy.text[start:end], one.day + off)
    return (copy.text[one.start : start] + day + copy.text[end : one.end],)
