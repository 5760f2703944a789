"""Which times a story may have, told at its form before anything is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _

from roznama.newsroom.timing.moments import told

GO, END, EMBARGO = "go_live_at", "expire_at", "embargo_until"
Times = dict[str, datetime | None]


def faults(times: Times, changed: set[str], now: datetime) -> Iterator[tuple[str, str]]:
    """Yield the field and the words of what is wrong with a story's times.

    A time that has passed is only wrong where it was put in now: a story that went out by itself
    keeps its time. An end that has passed is always wrong, it would be taken down at once.
    """
    go, end, embargo = times[GO], times[END], times[EMBARGO]
    minute = _minute(now)  # the minute that it is now means now
    if go and minute and GO in changed and go < minute:
        yield GO, _("This time has passed. Choose a later one, or leave it empty to publish now.")
    if embargo and EMBARGO in changed and embargo <= now:
        yield EMBARGO, _("This time has passed. An embargo ends in the future; or leave it empty.")
    if end and end <= now:
        yield END, _("This time has passed. Choose a later one, or leave it empty.")
        return
    if end and go and end <= go:
        words = _("It would come down before it goes out (%s). Choose a later time.")
        yield END, words % told(go)
    if end and embargo and end <= embargo:
        words = _("The embargo would last longer than the story: that comes down on %s.")
        yield EMBARGO, words % told(end)


class TimesForm(forms.BaseForm):
    """The part of a story's form that knows its times."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        story: Any = self.instance  # type: ignore[attr-defined]
        # What only follows from the embargo goes with it.
        if EMBARGO in self.fields and story.embargo_until == story.go_live_at:
            self.initial[GO] = None

    def clean(self) -> dict[str, Any]:
        """Tell what is wrong, before Wagtail says the half of it; let the embargo hold."""
        times = {name: self.cleaned_data.get(name) for name in (GO, END, EMBARGO)}
        for name, words in faults(times, self._changed(times), timezone.now()):
            if name in self.fields:
                self.add_error(name, words)
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        embargo, go = cleaned.get(EMBARGO), cleaned.get(GO)
        if embargo and embargo > timezone.now() and (go is None or go < embargo):
            cleaned[GO] = embargo
        return cleaned

    def _changed(self, times: Times) -> set[str]:
        """The times that were put in now. The form has minutes, code may have set seconds."""
        return {name for name, time in times.items() if time != _minute(self.initial.get(name))}


def _minute(time: datetime | None) -> datetime | None:
    return time.replace(second=0, microsecond=0) if time else None
