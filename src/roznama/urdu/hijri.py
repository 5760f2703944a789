"""Dates of the Hijri calendar as an Urdu newspaper writes them."""

from datetime import date, timedelta
from functools import cache

from hijridate import Gregorian

from roznama.urdu.tables import rows


@cache
def _months() -> dict[int, str]:
    return {int(number): name for number, name in rows("hijri_months")}


def format_hijri(d: date, *, offset_days: int = 0) -> str:
    """The Hijri day, month and year of `d`: "13 جمادی الثانی 1448ھ".

    The calendar is Umm al-Qura, Saudi Arabia's, as hijridate tabulates it. Pakistan sees its
    own moon, most often a day later: `offset_days=-1` gives its date then, and the newsroom
    decides on it each month. The day is the civil one, from midnight; a datetime counts by its
    own date. ValueError outside the table, 1 August 1924 to 16 November 2077 (1343 to 1500ھ).
    """
    try:
        shifted = date(d.year, d.month, d.day) + timedelta(days=offset_days)
        hijri = Gregorian.fromdate(shifted).to_hijri()
    except OverflowError as error:
        raise ValueError(f"no Hijri date is tabulated for {d:%Y-%m-%d}") from error
    return f"{hijri.day} {_months()[hijri.month]} {hijri.year}ھ"
