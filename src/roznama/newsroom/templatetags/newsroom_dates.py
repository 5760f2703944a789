"""How long ago something was, on the newsroom's screens."""

from __future__ import annotations

from datetime import date

from django.template import Library
from django.utils.text import capfirst
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

register = Library()


@register.filter
def since(time: date) -> str:
    """Return how long ago a time or day was, in its largest unit: «14 گھنٹے پہلے».

    Wagtail cuts after the first comma, which Urdu writes another way, so that it said
    «14 گھنٹے، 1 منٹ پہلے».
    """
    period = timesince(time, depth=1)
    if period == timesince(time, time):
        return str(capfirst(_("just now")))
    return str(capfirst(_("%(time_period)s ago") % {"time_period": period}))
