"""The screen of statistics, and its tables as files."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roznama.newsroom.statistics.forms import PERIODS, ScopeForm
from roznama.newsroom.statistics.report import report
from roznama.newsroom.statistics.scope import Scope, View, view_of
from roznama.newsroom.statistics.screen import screen
from roznama.newsroom.statistics.tables import as_csv, table

_PERIODS = {
    "today": gettext_lazy("Today"),
    "7": gettext_lazy("7 days"),
    "30": gettext_lazy("30 days"),
}


def statistics(request: HttpRequest) -> HttpResponse:
    """Show somebody what they may see; with `?csv=` one of the tables as a file."""
    view = view_of(request.user)
    form = ScopeForm(view, request.user, request.GET or None)
    scope = form.scope()
    found = report(scope)
    if name := request.GET.get("csv"):
        chosen = table(name, found)
        if chosen is None:
            raise Http404
        return _file(f"{name}-{scope.since}-{scope.until}.csv", "".join(as_csv(chosen)))
    context = {
        "form": form,
        "scope": scope,
        "who": _who(view, scope),
        "periods": _periods(request, form),
        "query": _query(request, csv=""),
        **screen(found, {one.path: one.title for one in form.sections}),
        "page_title": _("Statistics"),
        "header_title": _("Statistics"),
        "header_icon": "table",
    }
    return render(request, "newsroom/statistics/statistics.html", context)


def _who(view: View, scope: Scope) -> str:
    """Say in words whose stories are counted."""
    desks = "، ".join(desk.title for desk in scope.desks or ())
    if scope.owner is not None:
        return " · ".join(filter(None, (_("What you wrote"), desks)))
    return desks or _("All desks")


def _periods(request: HttpRequest, form: ScopeForm) -> list[dict[str, Any]]:
    now = form.chosen_period
    return [
        {
            "title": _PERIODS[name],
            "query": _query(request, csv="", since="", until="", period=name),
            "is_now": name == now,
        }
        for name in PERIODS
    ]


def _query(request: HttpRequest, **changes: str) -> str:
    """Return the address's parameters with some changed; an empty one goes."""
    query = request.GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value:
            query[name] = value
    return query.urlencode()


def _file(name: str, text: str) -> HttpResponse:
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
