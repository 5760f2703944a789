"""What somebody asks the statistics for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.widgets import AdminDateInput

from roznama.newsroom.models import SectionPage
from roznama.newsroom.statistics.scope import LONGEST, Scope, View

PERIODS = {"today": 1, "7": 7, "30": 30}
"""Days up to today, by the names that addresses have."""

USUAL = "30"
_EARLIEST, _LATEST = date(1990, 1, 1), date(2999, 12, 31)


def _day(label: Any) -> forms.DateField:
    limits = [MinValueValidator(_EARLIEST), MaxValueValidator(_LATEST)]
    return forms.DateField(label=label, required=False, widget=AdminDateInput, validators=limits)


class ScopeForm(forms.Form):
    """The desk and the days; the last thirty days of all that one sees where nothing is said."""

    period = forms.ChoiceField(
        choices=[(name, name) for name in PERIODS], required=False, widget=forms.HiddenInput
    )
    since = _day(pgettext_lazy("span of days", "From"))
    until = _day(pgettext_lazy("span of days", "To"))
    desk = forms.ModelChoiceField(
        label=pgettext_lazy("in a table", "Desk"),
        queryset=SectionPage.objects.none(),
        required=False,
    )
    mine = forms.BooleanField(label=gettext_lazy("Only what I wrote"), required=False)

    def __init__(self, view: View, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._view, self._user = view, user
        self.sections = view.sections()
        # The list is read once, for the choices and for what is chosen.
        desk: Any = self.fields["desk"]
        chosen = SectionPage.objects.filter(pk__in=[one.pk for one in self.sections])
        desk.queryset = chosen
        desk.choices = [("", _("All desks")), *((one.pk, one.title) for one in self.sections)]
        if view.owner is not None:
            del self.fields["mine"]

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins, and one that is too long to read."""
        cleaned: dict[str, Any] = super().clean() or {}
        since, until = self._days(cleaned)
        if since > until:
            self.add_error("until", _("The period ends before it begins."))
        elif (until - since).days > LONGEST:
            self.add_error("since", _("Choose three years at most."))
        return cleaned

    def scope(self) -> Scope:
        """Return what was chosen; the usual where what was typed is wrong."""
        chosen = self.cleaned_data if self.is_bound and self.is_valid() else {}
        since, until = self._days(chosen)
        desks = self._view.desks
        desk = chosen.get("desk")
        if desk is not None:
            meant: tuple[SectionPage, ...] | None = (desk,)
        else:
            meant = None if desks is None else tuple(self.sections)
        owner = self._user.pk if chosen.get("mine") else self._view.owner
        return Scope(since, until, meant, owner)

    @property
    def chosen_period(self) -> str:
        """The period that stands now, empty for days that were typed."""
        found = self.cleaned_data if self.is_bound and self.is_valid() else {}
        if found.get("since") or found.get("until"):
            return ""
        return found.get("period") or USUAL

    def _days(self, chosen: dict[str, Any]) -> tuple[date, date]:
        since: date | None = chosen.get("since")
        today = localdate()
        until: date = chosen.get("until") or max(today, since or today)
        length = timedelta(days=PERIODS[chosen.get("period") or USUAL] - 1)
        return since or until - length, until
