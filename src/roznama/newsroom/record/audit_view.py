"""The audit log on the screen and as CSV: by person, story, action and day."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.widgets import AdminDateInput

from roznama.newsroom.models import AuditEntry, AuditSeal
from roznama.newsroom.record.actions import action_label
from roznama.newsroom.record.details import details_of

MAY_VIEW = "newsroom.view_auditentry"
PER_PAGE = 50
_BOM = "\ufeff"  # without it spreadsheets take Urdu for Latin letters
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEAD = ("number", "time", "person", "action", "story", "about", "details", "digest")


class AuditForm(forms.Form):
    """What to show of the log; all of it where nothing is chosen."""

    person = forms.CharField(label=gettext_lazy("Who did it"), required=False, max_length=150)
    story = forms.IntegerField(
        label=gettext_lazy("Number of the story"), required=False, min_value=1, max_value=2**62
    )
    action = forms.ChoiceField(label=gettext_lazy("Action"), required=False)
    since = forms.DateField(
        label=pgettext_lazy("span of days", "From"), required=False, widget=AdminDateInput
    )
    until = forms.DateField(
        label=pgettext_lazy("span of days", "To"), required=False, widget=AdminDateInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = AuditEntry.objects.order_by("action").values_list("action", flat=True).distinct()
        choices = [("", _("All")), *((one, action_label(one)) for one in known)]
        self.fields["action"].choices = choices  # type: ignore[attr-defined]

    def entries(self) -> QuerySet[AuditEntry]:
        """Return the entries that were asked for, newest first; none for what is no choice."""
        found: QuerySet[AuditEntry] = AuditEntry.objects.all()
        if not self.is_bound:
            return found
        if not self.is_valid():
            return found.none()
        asked = self.cleaned_data
        wanted = {
            "who__icontains": asked["person"].replace("\x00", ""),
            "story": asked["story"],
            "action": asked["action"],
            "at__date__gte": asked["since"],
            "at__date__lte": asked["until"],
        }
        return found.filter(**{name: value for name, value in wanted.items() if value})


def may_view(user: Any) -> bool:
    """Whether somebody may read the log."""
    return bool(user.has_perm(MAY_VIEW))


@require_safe
def audit_log(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Show the log; with `?csv=1` as a file."""
    if not may_view(request.user):
        raise PermissionDenied
    form = AuditForm(request.GET) if request.GET else AuditForm()
    found = form.entries()
    if request.GET.get("csv"):
        return _as_csv(found)
    sealed = Exists(AuditSeal.objects.filter(entry=OuterRef("pk")))
    page = Paginator(found.annotate(sealed=sealed), PER_PAGE).get_page(request.GET.get("p"))
    query = request.GET.copy()
    query.pop("p", None)
    context = {
        "form": form,
        "media": form.media,
        "page": page,
        "rows": [_shown(one) for one in page.object_list],
        "query": query.urlencode(),
        "page_title": _("Audit log"),
        "header_title": _("Audit log"),
        "header_icon": "history",
    }
    return TemplateResponse(request, "newsroom/record/audit.html", context)


def _shown(entry: AuditEntry) -> dict[str, Any]:
    return {"one": entry, "action": action_label(entry.action), "details": details_of(entry)}


class _Echo:
    """A file that hands back what is written."""

    def write(self, text: str) -> str:
        """Return the line."""
        return text


def _as_csv(found: QuerySet[AuditEntry]) -> StreamingHttpResponse:
    response = StreamingHttpResponse(_lines(found), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="audit-log.csv"'
    return response


def _lines(found: QuerySet[AuditEntry]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield _BOM + writer.writerow(_HEAD)
    digest = AuditSeal.objects.filter(entry=OuterRef("pk")).values("digest")
    for one in found.annotate(digest=digest[:1]).iterator(chunk_size=1_000):
        row = (
            *(one.pk, localtime(one.at).isoformat(timespec="seconds"), one.who, one.action),
            *(one.story or "", one.label, json.dumps(one.details, ensure_ascii=False), one.digest),
        )
        yield writer.writerow([_safe(cell) for cell in row])


def _safe(cell: Any) -> str:
    """No cell is a formula to a spreadsheet."""
    text = str(cell if cell is not None else "")
    return f"'{text}" if text.startswith(_FORMULA) else text
