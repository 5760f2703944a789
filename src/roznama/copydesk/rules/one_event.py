"""One event: two places of a story that tell the same in the same words, but for the date."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from roznama.copydesk.calendar import Dated, day_like
from roznama.copydesk.copy import Copy
from roznama.copydesk.grammar import in_class
from roznama.copydesk.marks import Mark
from roznama.urdu.stemming.stems import stem
from roznama.urdu.stop_words import STOP_WORDS

_SHARED = 0.7  # the part of the shorter telling's words that two of one event share
_FEWEST = 3  # words that say something, in a clause that says when something happens
_AFTER = 7  # tokens behind a date in which an event is named: 3 نومبر کو ہونے والے دھماکے

Terms = frozenset[str]


class Told(NamedTuple):
    """A date, the words of its sentence and clause, and the event that it presupposes."""

    dated: Dated
    sentence: Terms
    clause: Terms
    event: Terms
    is_next: bool  # the clause counts: another session, the next match
    is_too: bool  # "on that day as well"


def find_one_event(copy: Copy, dates: list[Dated]) -> Iterator[Mark]:
    """The later of two dates on which the story has one event.

    A sentence with several dates tells a span, or a row of events.
    """
    if len(dates) < 2:
        return
    together = Counter(copy.sentence_at(one.start) for one in dates)
    told = [_told(copy, one) for one in dates if together[copy.sentence_at(one.start)] == 1]
    for at, one in enumerate(told):
        for other in told[:at]:
            if _differ(one.dated, other.dated) and _are_same(one, other):
                place = (other.dated.start, other.dated.end)
                suggestions = _as_there(copy, one.dated, other.dated)
                start, end = one.dated.start, one.dated.end
                yield Mark(start, end, suggestions, {"kind": "one_event"}, (place,))
                break


def _differ(one: Dated, other: Dated) -> bool:
    """Whether two dates are two days of one month; of other months an event has several."""
    if one.year and other.year and one.year != other.year:
        return False  # an anniversary, a yearly report
    return one.month == other.month and one.day != other.day


def _are_same(one: Told, other: Told) -> bool:
    if one.is_next or other.is_next or one.is_too:
        return False
    if one.event and one.event <= other.sentence:
        return True
    fewest = min(len(one.clause), len(other.clause))
    return fewest >= _FEWEST and len(one.clause & other.clause) >= _SHARED * fewest


def _told(copy: Copy, one: Dated) -> Told:
    start, end = copy.sentence_at(one.start)
    first, last = copy.between(start, end)
    before, behind = copy.between(one.start, one.end)
    keys = copy.keys
    left, right = before, behind
    while left > first and not _ends_clause(keys[left - 1]):
        left -= 1
    while right < last and not _ends_clause(keys[right]):
        right += 1
    around = keys[left:before] + keys[behind:right]
    return Told(
        one,
        _terms(keys[first:before] + keys[behind:last]),
        _terms(around),
        _event(keys[behind : min(behind + _AFTER, right)]),
        any(in_class("next_one", key) for key in around),
        any(in_class("as_well", key) for key in around),
    )


def _ends_clause(key: str) -> bool:
    return in_class("clause_mark", key) or in_class("opens_clause", key)


def _event(keys: list[str]) -> Terms:
    """What the words behind a date take for known: "کو جیپ گرنے کے بعد", "کو ہونے والے دھماکے"."""
    for at, key in enumerate(keys[:-1]):
        if not key.endswith("نے") or not in_class("who_does", keys[at + 1]):
            continue
        if not in_class("happening", key):
            is_deed = at > 1 and not in_class("doer", keys[at + 1])
            return _terms(keys[: at + 1]) if is_deed else frozenset()
        named = keys[at + 2 :]
        ends = [to for to, word in enumerate(named) if word in STOP_WORDS]
        return _terms(named[: ends[0]]) if ends else frozenset()
    return frozenset()


def _terms(keys: list[str]) -> Terms:
    words = (key for key in keys if key not in STOP_WORDS and key[0].isalpha())
    return frozenset(map(_stem, words))


@lru_cache(maxsize=20_000)
def _stem(key: str) -> str:
    return stem(key)


def _as_there(copy: Copy, one: Dated, other: Dated) -> tuple[str, ...]:
    """The date with the day, and the weekday, of the other one."""
    if (one.weekday >= 0) != (other.weekday >= 0):
        return ()
    written = copy.text[slice(*one.day_span)]
    changes = [(one.day_span, day_like(written, other.day))]
    if one.weekday >= 0:
        changes.append((one.weekday_span, copy.text[slice(*other.weekday_span)]))
    made, at = "", one.start
    for (start, end), text in sorted(changes):
        made, at = made + copy.text[at:start] + text, end
    return (made + copy.text[at : one.end],)
