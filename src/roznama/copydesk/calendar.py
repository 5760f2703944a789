"""Dates in a text: day, month, year and weekday, as Urdu papers write them."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from babel.dates import get_day_names, get_month_names

from roznama.copydesk.copy import Copy, key_of
from roznama.copydesk.tables import rows, word_class
from roznama.urdu.numbers.parsing import parse_number

_FIRST_YEAR, _LAST_YEAR = 1800, 2199
_BETWEEN = frozenset({"،", ",", "("})
_REACH = 3  # tokens between a weekday and its date
_LEADING = word_class("grammar", "before_weekday")


class Dated(NamedTuple):
    """A date of the text: where it stands with its weekday, and what it says (0, -1: nothing)."""

    start: int
    end: int
    day: int
    month: int
    year: int
    weekday: int  # Monday is 0
    weekday_span: tuple[int, int]
    day_span: tuple[int, int]

    def is_real(self) -> bool:
        """Whether the calendar has such a day; without a year, in any year."""
        try:
            date(self.year or 2000, self.month, self.day)
        except ValueError:
            return False
        return True


@cache
def weekdays() -> dict[str, int]:
    """The names of the days of the week in their search form; Monday is 0."""
    own = {key_of(name): int(row[0]) for row in rows("weekdays") for name in row[1].split()}
    return {key_of(name): day for day, name in get_day_names("wide", locale="ur").items()} | own


@cache
def months() -> dict[str, int]:
    """The names of the months in their search form; January is 1."""
    own = {key_of(name): int(row[0]) for row in rows("months") for name in row[1].split()}
    return {key_of(name): one for one, name in get_month_names("wide", locale="ur").items()} | own


def weekday_name(day: int) -> str:
    """The name of a day of the week as the paper prints it; Monday is 0."""
    return str(get_day_names("wide", locale="ur")[day])


def dates_in(copy: Copy) -> Iterator[Dated]:
    """The dates of the copy that name a day and a month, in order."""
    tokens = copy.tokens
    for at in range(1, len(tokens)):
        month = months().get(copy.keys[at])
        day = _number(tokens[at - 1].text) if month else 0
        if month and 1 <= day <= 31:
            yield _dated(copy, at, day, month)


def _dated(copy: Copy, at: int, day: int, month: int) -> Dated:
    tokens, last = copy.tokens, at
    year = _year(copy, at + 1) or (_year(copy, at + 2) if _text(copy, at + 1) in "،," else 0)
    if year:
        last = at + 1 if _year(copy, at + 1) else at + 2
    start, end = tokens[at - 1].start, tokens[last].end
    weekday, where = _weekday_before(copy, at - 1)
    if weekday < 0:
        weekday, where = _weekday_after(copy, last)
    if weekday >= 0:
        start, end = min(start, where[0]), max(end, where[1])
    day_span = tokens[at - 1].start, tokens[at - 1].end
    return Dated(start, end, day, month, year, weekday, where, day_span)


def _weekday_before(copy: Copy, at: int) -> tuple[int, tuple[int, int]]:
    """The weekday in front of a date, with nothing but a comma or a bracket between."""
    for back in range(1, _REACH):
        if at - back < 0:
            break
        token = copy.tokens[at - back]
        day = weekdays().get(copy.keys[at - back])
        if day is not None and "\n" not in copy.text[token.start : copy.tokens[at].start]:
            return day, (token.start, token.end)
        if token.text not in _BETWEEN:
            break
    return -1, (0, 0)


def _weekday_after(copy: Copy, at: int) -> tuple[int, tuple[int, int]]:
    """The weekday behind a date: "14 اگست 2024 بروز بدھ"; a bare one may begin something else."""
    if key_of(_text(copy, at + 1)) not in _LEADING:
        return -1, (0, 0)
    day = weekdays().get(key_of(_text(copy, at + 2)))
    if day is None:
        return -1, (0, 0)
    token = copy.tokens[at + 2]
    return day, (token.start, token.end)


def _text(copy: Copy, at: int) -> str:
    return copy.tokens[at].text if at < len(copy.tokens) else " "


def _year(copy: Copy, at: int) -> int:
    if at >= len(copy.tokens) or copy.tokens[at].kind != "number":
        return 0
    year = _number(copy.tokens[at].text)
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else 0


def day_like(written: str, day: int) -> str:
    """A day of the month in the digits of the one that stands there."""
    if all("۰" <= digit <= "۹" for digit in written):
        return "".join(chr(ord("۰") + int(digit)) for digit in str(day))
    return str(day)


def _number(text: str) -> int:
    if len(text) > 12:
        return 0
    if key_of(text) in word_class("grammar", "first_day"):
        return 1
    value = parse_number(text)
    return int(value) if value is not None and value == int(value) else 0
