"""When a team is there: days of the week, spans over midnight, holidays. No database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

FAR = 60
"""Days that are looked through for the next opening."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Hours on a day of the week, Monday being 0; `closes` at or before `opens` is next day."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Calendar:
    """A team's hours in a time zone. Without spans it is always there, but for holidays.

    A span that begins on a holiday does not take place; one that began the evening before
    ends at midnight.
    """

    zone: tzinfo
    spans: tuple[Span, ...] = ()
    holidays: frozenset[date] = frozenset()

    def is_open(self, moment: datetime) -> bool:
        """Whether an aware moment is within the hours; the minute of closing is not."""
        local = moment.astimezone(self.zone)
        days = (local.date() - _DAY, local.date())
        return any(begin <= local < end for day in days for begin, end in self._shifts(day))

    def next_opening(self, moment: datetime) -> datetime | None:
        """Return when the team is there next, in its zone.

        None when it is there now, and when the next FAR days hold no opening.
        """
        if self.is_open(moment):
            return None
        local = moment.astimezone(self.zone)
        for days in range(FAR + 1):
            begins = [begin for begin, _ in self._shifts(local.date() + days * _DAY)]
            if later := [begin for begin in begins if begin > local]:
                return min(later)
        return None

    def _shifts(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """Yield beginning and end of what begins on a day."""
        if day in self.holidays:
            return
        midnight = datetime.combine(day + _DAY, time(), self.zone)
        if not self.spans:
            yield datetime.combine(day, time(), self.zone), midnight
        for span in self.spans:
            if span.weekday == day.weekday():
                begin = datetime.combine(day, span.opens, self.zone)
                yield begin, self._end(day, span, midnight)

    def _end(self, day: date, span: Span, midnight: datetime) -> datetime:
        if span.closes > span.opens:
            return datetime.combine(day, span.closes, self.zone)
        if day + _DAY in self.holidays:
            return midnight
        return datetime.combine(day + _DAY, span.closes, self.zone)
