"""Dates: what the calendar does not have, and what the story itself says otherwise."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from roznama.copydesk.calendar import Dated, dates_in, weekday_name
from roznama.copydesk.copy import Copy
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.urdu.stemming.terms import search_terms

_WEEK = 7
_SHARED = 0.7  # the part of the shorter sentence's words that two tellings of one event share
_FEWEST = 3  # words that say something, in the shorter of the two sentences
_MOST = 60  # dates of one story that are compared


def find_disagreeing_dates(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """Dates that contradict the calendar, or another date of the story where that is sure."""
    sound: list[Dated] = []
    for one in dates_in(copy):
        if one.is_real():
            sound.append(one)
            yield from _wrong_weekday(copy, one)
        else:
            yield Mark(one.start, one.end, (), {"kind": "no_such_day"})
    yield from _two_weekdays(copy, sound[:_MOST])
    yield from _one_event(copy, sound[:_MOST])


def _wrong_weekday(copy: Copy, one: Dated) -> Iterator[Mark]:
    if one.weekday < 0 or not one.year:
        return
    right = date(one.year, one.month, one.day).weekday()
    if right != one.weekday:
        start, end = one.weekday_span
        said = copy.text[start:end]
        detail = {"kind": "weekday", "said": said, "calendar": weekday_name(right)}
        yield Mark(one.start, one.end, _as_it_should_be(copy, one, right), detail)


def _as_it_should_be(copy: Copy, one: Dated, right: int) -> tuple[str, ...]:
    """The date with the calendar's weekday."""
    start, end = one.weekday_span
    before, after = copy.text[one.start : start], copy.text[end : one.end]
    return (before + weekday_name(right) + after,)


def _two_weekdays(copy: Copy, dates: list[Dated]) -> Iterator[Mark]:
    """Dates without a year whose weekdays cannot both be right in one year."""
    known = [one for one in dates if one.weekday >= 0 and not one.year]
    for at, one in enumerate(known):
        other = next((two for two in known[:at] if not _fit(one, two)), None)
        if other is not None:
            detail = {"kind": "two_weekdays", "said": copy.text[slice(*one.weekday_span)]}
            yield Mark(one.start, one.end, (), detail, ((other.start, other.end),))


def _fit(one: Dated, two: Dated) -> bool:
    """Whether two dates, some weeks apart at most, have weekdays as far apart as they are."""
    first, second = date(2001, one.month, one.day), date(2001, two.month, two.day)
    if abs(first - second) > timedelta(days=45) or {one.month, two.month} & {2}:
        return True  # may be of two years, or February's last day lies between
    return (first - second).days % _WEEK == (one.weekday - two.weekday) % _WEEK


def _one_event(copy: Copy, dates: list[Dated]) -> Iterator[Mark]:
    """Two sentences that tell the same in the same words, but for the date."""
    if len(dates) < 2:
        return
    told = defaultdict(list)
    for one in dates:
        told[copy.sentence_at(one.start)].append(one)
    single = [(span, found[0]) for span, found in told.items() if len(found) == 1]
    terms = [_terms(copy, span, one) for span, one in single]
    for at, (_, one) in enumerate(single):
        for before in range(at):
            other = single[before][1]
            if _differ(one, other) and _are_same(terms[at], terms[before]):
                detail = {"kind": "one_event"}
                yield Mark(one.start, one.end, (), detail, ((other.start, other.end),))
                break


def _differ(one: Dated, other: Dated) -> bool:
    """Whether two dates are two days of one month; of other months an event has several."""
    if one.year and other.year and one.year != other.year:
        return False  # an anniversary, a yearly report
    return one.month == other.month and one.day != other.day


def _terms(copy: Copy, span: tuple[int, int], one: Dated) -> frozenset[str]:
    text = copy.text[span[0] : one.start] + " " + copy.text[one.end : span[1]]
    return frozenset(str(term) for term in search_terms(text) if not term.is_stop)


def _are_same(one: frozenset[str], other: frozenset[str]) -> bool:
    fewest = min(len(one), len(other))
    return fewest >= _FEWEST and len(one & other) >= _SHARED * fewest
