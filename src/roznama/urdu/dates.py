"""Dates and times as an Urdu newspaper writes them: ASCII digits, ء after the year.

Names of months and weekdays are CLDR's, through Babel. CLDR's own Urdu date patterns put a
comma before the year and no ء after it, and its "1 گھنٹہ پہلے" and parts of the day are not
what a newspaper prints, so those are here.
"""

from datetime import date, datetime, timedelta

from babel.dates import get_day_names, get_month_names

_LOCALE = "ur"

# The hour from which each part of the day is said, latest first.
_DAY_PARTS = ((20, "رات"), (17, "شام"), (15, "سہ پہر"), (12, "دوپہر"), (4, "صبح"), (0, "رات"))

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_SAME_EVENING = timedelta(hours=12)  # until then hours say more than "yesterday" does


def format_month(d: date) -> str:
    """Month and year: "نومبر 2026ء"."""
    return f"{get_month_names('wide', locale=_LOCALE)[d.month]} {d.year}ء"


def format_day(d: date) -> str:
    """Day, month and year: "23 نومبر 2026ء"."""
    return f"{d.day} {format_month(d)}"


def format_date(d: date) -> str:
    """The full date, weekday first: "پیر، 23 نومبر 2026ء"."""
    return f"{get_day_names('wide', locale=_LOCALE)[d.weekday()]}، {format_day(d)}"


def format_time(t: datetime) -> str:
    """Part of the day and the time on a twelve-hour clock: "شام 5:40".

    The hour is `t`'s own: convert it to the reader's time zone first.
    """
    part = next(name for start, name in _DAY_PARTS if t.hour >= start)
    return f"{part} {t.hour % 12 or 12}:{t.minute:02}"


def format_moment(dt: datetime) -> str:
    """Day and time: "23 نومبر 2026ء، شام 5:40"."""
    return f"{format_day(dt)}، {format_time(dt)}"


def ago(then: datetime, now: datetime) -> str:
    """How long before `now` was `then`, in words a reader takes in at a glance.

    "ابھی ابھی" within a minute (either way: clocks differ), then minutes, then hours while
    it is still the same day or less than twelve hours, "کل", "پرسوں", and the day itself when
    older or still to come. Days are those of `now`'s time zone. Both moments must have a time
    zone, or neither: TypeError otherwise.
    """
    passed = now - then
    then = then.astimezone(now.tzinfo) if now.tzinfo else then
    days = (now.date() - then.date()).days
    if passed <= -_MINUTE or days > 2:
        return format_day(then)
    if days == 0 or passed < _SAME_EVENING:
        return _hours_ago(passed)
    return "کل" if days == 1 else "پرسوں"


def _hours_ago(passed: timedelta) -> str:
    if passed < _MINUTE:
        return "ابھی ابھی"
    if passed < _HOUR:
        return f"{_count(passed // _MINUTE)} منٹ پہلے"
    hours = passed // _HOUR
    return f"{_count(hours)} {'گھنٹہ' if hours == 1 else 'گھنٹے'} پہلے"


def _count(number: int) -> str:
    return "ایک" if number == 1 else str(number)
