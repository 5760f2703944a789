"""The page on which the editor-in-chief says how much each rule weighs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.log_actions import log

from roznama.copydesk import RULES
from roznama.newsroom.checking.models import RuleSetting, Severity
from roznama.newsroom.checking.severities import keep, severities
from roznama.newsroom.checking.words import GROUPS, RULE_WORDS

PERMISSION = "newsroom.change_rulesetting"
ACTION = "roznama.copydesk.severity"
"""The action in Wagtail's audit log under which changes are kept."""


class SeveritiesForm(forms.Form):
    """A choice for each rule."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, weight in severities().items():
            self.fields[code] = forms.ChoiceField(
                label=str(RULE_WORDS[code].title), choices=Severity.choices, initial=weight
            )

    def groups(self) -> list[tuple[Any, list[Any]]]:
        """Return the fields under the names of their groups."""
        found: dict[str, list[Any]] = {}
        for code, rule in RULES.items():
            found.setdefault(rule.group, []).append(self[code])
        return [(GROUPS[group], fields) for group, fields in found.items()]


class SeveritiesView(View):
    """Shows the severities and keeps them."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let the editor-in-chief in, and nobody else."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show them."""
        return self._page(SeveritiesForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep what was chosen, and who chose it."""
        form = SeveritiesForm(request.POST)
        if not form.is_valid():
            return self._page(form)
        changed = keep({code: Severity(value) for code, value in form.cleaned_data.items()})
        for code, (before, after) in changed.items():
            row = RuleSetting.objects.get(rule=code)
            data = {"rule": code, "before": before.value, "after": after.value}
            log(instance=row, action=ACTION, user=request.user, data=data)
        messages.success(request, _("The severities are kept."))
        return redirect("copydesk_severities")

    def _page(self, form: SeveritiesForm) -> HttpResponse:
        return TemplateResponse(self.request, "newsroom/checking/severities.html", {"form": form})
