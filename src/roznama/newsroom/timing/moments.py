"""Times as the newsroom reads them: Pakistan's time, with the weekday."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.timezone import localtime

from roznama.urdu import dates


def told(time: datetime | None) -> str:
    """Return a moment in full, as "پیر، 30 نومبر 2026ء، صبح 9:00"; empty for none."""
    if time is None:
        return ""
    here = localtime(time, ZoneInfo(settings.TIME_ZONE))
    return f"{dates.format_date(here)}، {dates.format_time(here)}"


def time_words() -> dict[str, list[str]]:
    """Return what a script needs to say a moment as `told` does.

    `days` begin with Sunday, as JavaScript counts; `months` with January; `parts` has the name of
    the part of the day for each hour.
    """
    week = [datetime(2023, 1, day) for day in range(1, 8)]  # the first was a Sunday
    year = [datetime(2023, month, 1) for month in range(1, 13)]
    hours = [datetime(2023, 1, 1, hour) for hour in range(24)]
    return {
        "days": [dates.format_date(day).partition("،")[0] for day in week],
        "months": [dates.format_month(month).rpartition(" ")[0] for month in year],
        "parts": [dates.format_time(hour).rpartition(" ")[0] for hour in hours],
    }
