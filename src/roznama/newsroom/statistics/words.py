"""Figures as an editor reads them: numbers in thousands, spans of time, days and hours."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def number(value: Any) -> str:
    """Return a number with its thousands apart; words stay words, nothing is a dash."""
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:,.1f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def span(time: timedelta | None) -> str:
    """Return how long something took, in the two largest units: 3 h 20 min."""
    if time is None:
        return "–"
    seconds = int(time.total_seconds())
    if seconds < _HOUR:
        return _("%(minutes)s min") % {"minutes": seconds // _MINUTE}
    if seconds < 2 * _DAY:
        parts = {"hours": seconds // _HOUR, "minutes": seconds % _HOUR // _MINUTE}
        return _("%(hours)s h %(minutes)s min") % parts
    return _("%(days)s d %(hours)s h") % {
        "days": number(seconds // _DAY),
        "hours": seconds % _DAY // _HOUR,
    }


def step(at: date | int, kind: str) -> str:
    """Return the name of a column: a day, the first day of a week, a month, or an hour."""
    if isinstance(at, int):
        return f"{at:02}:00"
    return date_format(at, "F Y" if kind == "month" else "j F")
