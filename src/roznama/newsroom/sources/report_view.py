"""The report on sources in the newsroom, on the screen and as CSV."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.widgets import AdminDateInput

from roznama.newsroom.models import SectionPage
from roznama.newsroom.sources.report import Report, Scope, Share
from roznama.newsroom.sources.report import report as count

_USUALLY = timedelta(days=29)
_BOM = "\ufeff"  # without it spreadsheets take Urdu for Latin letters
_EARLIEST, _LATEST = date(1800, 1, 1), date(2999, 12, 31)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Table = tuple[list[Any], Callable[[Report], Iterable[Iterable[Any]]]]


def _day(label: Any) -> forms.DateField:
    limits = [MinValueValidator(_EARLIEST), MaxValueValidator(_LATEST)]
    return forms.DateField(label=label, required=False, widget=AdminDateInput, validators=limits)


class ScopeForm(forms.Form):
    """Which stories to count; the last thirty days of all sections where nothing is chosen."""

    since = _day(pgettext_lazy("span of days", "From"))
    until = _day(pgettext_lazy("span of days", "To"))
    section = forms.ModelChoiceField(
        label=_("Section"), queryset=SectionPage.objects.order_by("path"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        cleaned: dict[str, Any] = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since > until:
            self.add_error("until", _("The period ends before it begins."))
        return cleaned

    def scope(self) -> Scope:
        """Return what was chosen."""
        chosen = self.cleaned_data
        until = chosen.get("until") or max(localdate(), chosen.get("since") or localdate())
        since = chosen.get("since") or until - _USUALLY
        return Scope(since, until, chosen.get("section"))


def may_view(user: Any) -> bool:
    """Whether somebody may see the report."""
    return bool(user.has_perm("newsroom.view_source_report"))


def report(request: HttpRequest) -> HttpResponse:
    """Show the report; with `?csv=` one of its tables as a file."""
    if not may_view(request.user):
        raise PermissionDenied
    form = ScopeForm(request.GET or None)
    scope = form.scope() if form.is_valid() else _usual()
    found = count(scope)
    if name := request.GET.get("csv"):
        return _as_csv(name, found)
    query = request.GET.copy()
    query.pop("csv", None)
    context = {
        "form": form if form.is_bound else ScopeForm(),
        "scope": scope,
        "report": found,
        "query": query.urlencode(),
        "reuse": _reuse_address(),
        "page_title": _("Sources"),
        "header_title": _("Sources"),
        "header_icon": "group",
    }
    return render(request, "newsroom/report/sources.html", context)


def _usual() -> Scope:
    today = localdate()
    return Scope(today - _USUALLY, today)


def _reuse_address() -> str:
    """Return where stories are that were taken over almost word for word, empty for nowhere.

    The newsroom may not import the room that looks for them, so a setting names the address.
    """
    try:
        return reverse(settings.ROZNAMA_REUSE_URL) if settings.ROZNAMA_REUSE_URL else ""
    except NoReverseMatch:
        return ""


_SHARES = [_("Stories"), _("With sources"), _("With own reporting"), _("From one source alone")]


def _share_rows(shares: Iterable[Share]) -> Iterator[list[Any]]:
    for one in shares:
        yield [one.name, one.stories, one.sourced, one.own, one.single]


def _media_rows(found: Report) -> Iterator[list[Any]]:
    for one in found.media:
        yield [one["name"], one["name_latin"], one["kind"], one["stories"], one["claims"]]


def _state_rows(found: Report) -> Iterator[list[Any]]:
    for use in found.state_claims:
        yield [use.source.name if use.source else "", use.claim, use.article.title, use.article.url]


_TABLES: dict[str, Table] = {
    "sections": ([_("Section"), *_SHARES], lambda found: _share_rows(found.sections)),
    "months": ([_("Month"), *_SHARES], lambda found: _share_rows(found.months)),
    "media": (
        [_("name in Urdu"), _("name in Latin letters"), _("kind"), _("Stories"), _("Claims")],
        _media_rows,
    ),
    "state": ([_("source"), _("claim"), _("Headline"), _("address")], _state_rows),
}


def _as_csv(name: str, found: Report) -> HttpResponse:
    if name not in _TABLES:
        raise Http404
    head, rows = _TABLES[name]
    response = HttpResponse(_BOM, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="sources-{name}.csv"'
    writer = csv.writer(response)
    writer.writerow([str(cell) for cell in head])
    writer.writerows([_safe(cell) for cell in row] for row in rows(found))
    return response


def _safe(cell: Any) -> str:
    """No cell is a formula to a spreadsheet."""
    text = str(cell if cell is not None else "")
    return f"'{text}" if text.startswith(_FORMULA) else text
