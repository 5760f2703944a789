"""Reading an arrangement that a browser sent: nothing in it is trusted."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from roznama.newsroom.front.layout import MOST_SECOND, STRIP, Layout, Pin, Slot, StripPlan
from roznama.newsroom.models import ArticlePage, SectionPage

LONGEST_HEADLINE = 200
LONGEST_KICKER = 60
_MOST_STRIPS = 100
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class FrontError(Exception):
    """What was asked cannot be done; says why in one line."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


def read(data: Any, before: Layout) -> Layout:
    """Return the arrangement in `data`, which is to follow `before`. Raises FrontError.

    Stories that are new in it have to be published, ends that are new in the future; what
    stood there before may have been withdrawn, or be over, since then.
    """
    try:
        layout = Layout(
            lead=_slot(data["lead"]),
            second=tuple(map(_slot, _list(data["second"], MOST_SECOND))),
            strips=tuple(map(_strip, _list(data["strips"], _MOST_STRIPS))),
        )
    except (TypeError, KeyError, ValueError, OverflowError):
        raise not_understood() from None
    _check_once(layout)
    _check_new(layout, before)
    return layout


def local_time(value: str) -> datetime:
    """Return a time as a browser's field gives it, in the paper's own zone where it names none.

    Raises:
        ValueError: it is no time.

    """
    time = datetime.fromisoformat(value)
    return timezone.make_aware(time) if timezone.is_naive(time) else time


def not_understood() -> FrontError:
    """Return the error for what our screen would never send."""
    return FrontError(_("The front page desk did not understand the request."))


def _list(value: Any, most: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise ValueError
    return value


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 1 << 31:
        raise ValueError
    return value


def _slot(row: Any) -> Slot:
    if row is None:
        return None
    until = row["until"]
    if not isinstance(row["picture"], bool):
        raise ValueError
    return Pin(
        story=_number(row["story"]),
        headline=_line(row["headline"], LONGEST_HEADLINE),
        kicker=_line(row["kicker"], LONGEST_KICKER),
        picture=row["picture"],
        until=local_time(until) if until else None,
    )


def _strip(row: Any) -> StripPlan:
    slots = tuple(map(_slot, _list(row["slots"], STRIP)))
    if not isinstance(row["shown"], bool):
        raise ValueError
    return StripPlan(_number(row["section"]), slots + (None,) * (STRIP - len(slots)), row["shown"])


def _line(value: Any, longest: int) -> str:
    if not isinstance(value, str):
        raise ValueError
    if _HIDDEN.search(value):
        raise FrontError(_("The line holds hidden marks that turn its direction. Write it anew."))
    words = " ".join(_CONTROLS.sub(" ", value).split()).encode("utf-8", "replace").decode()
    if len(words) > longest:
        raise FrontError(_("The line is too long: at most %s letters.") % longest)
    return words


def _check_once(layout: Layout) -> None:
    stories = [pin.story for pin in layout.pins()]
    sections = [strip.section for strip in layout.strips]
    if len(set(stories)) < len(stories):
        raise FrontError(_("A story can stand on the front page only once."))
    if len(set(sections)) < len(sections):
        raise not_understood()


def _check_new(layout: Layout, before: Layout) -> None:
    old = {pin.story: pin for pin in before.pins()}
    new = {pin.story for pin in layout.pins()} - old.keys()
    if new and ArticlePage.objects.live().public().filter(pk__in=new).count() < len(new):
        raise FrontError(_("This story is not published, or was withdrawn."), 409)
    now = timezone.now()
    for pin in layout.pins():
        was = old.get(pin.story)
        if not pin.holds(now) and (was is None or was.until != pin.until):
            raise FrontError(_("The end of a pin has to be in the future."))
    sections = {strip.section for strip in layout.strips}
    known = {strip.section for strip in before.strips}
    added = sections - known
    if added and SectionPage.objects.filter(pk__in=added).count() < len(added):
        raise not_understood()
