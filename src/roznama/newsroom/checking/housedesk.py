"""The house list in the newsroom: a table that is edited row by row, and files in and out."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from roznama.newsroom.checking import csvfile
from roznama.newsroom.checking.models import HouseWord


class HouseIndexView(ModelViewSet.index_view_class):
    """The list, with the doors for files in its header."""

    default_ordering = "written"

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        """Add the two ways for files."""
        found: list[Any] = [*super().header_more_buttons]
        found.append(
            HeaderButton(_("Write CSV"), url=reverse("house:csv_out"), icon_name="download")
        )
        if self.request.user.has_perm("newsroom.add_houseword"):
            found.append(
                HeaderButton(_("Read CSV"), url=reverse("house:csv_in"), icon_name="upload")
            )
        return found


class _KeepsWho:
    """Notes who changed a line."""

    def save_instance(self) -> HouseWord:
        view: Any = self
        view.form.instance.changed_by = view.request.user
        saved: HouseWord = super().save_instance()  # type: ignore[misc]
        return saved


class HouseAddView(_KeepsWho, ModelViewSet.add_view_class):
    """The form of a new line."""


class HouseEditView(_KeepsWho, ModelViewSet.edit_view_class):
    """The form of a line."""


class CsvOutView(View):
    """The whole list as a file."""

    def get(self, request: HttpRequest) -> StreamingHttpResponse:
        """Send it to whoever may see the list."""
        if not any(
            request.user.has_perm(f"newsroom.{verb}_houseword")
            for verb in ("view", "change", "add", "delete")
        ):
            raise PermissionDenied
        lines = csvfile.write(HouseWord.objects.order_by("kind", "written").iterator())
        return StreamingHttpResponse(
            lines,
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="house-list.csv"'},
        )


class CsvForm(forms.Form):
    """A file to read."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy("With the columns kind, written, preferred and note."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_file(self) -> Any:
        """Refuse what is too large to be a list of words."""
        file = self.cleaned_data["file"]
        if file.size > csvfile.LARGEST:
            raise forms.ValidationError(_("The file is too large."))
        return file


class CsvInView(View):
    """Reads a file into the list: all of it, or nothing with the reasons."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let those in who may add and change words: an import does both."""
        if not request.user.has_perms(["newsroom.add_houseword", "newsroom.change_houseword"]):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask for a file."""
        return self._page(CsvForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Read it."""
        form = CsvForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._page(form)
        reading = csvfile.read(form.cleaned_data["file"].read())
        if reading.errors:
            return self._page(form, reading.errors)
        taken = csvfile.take(reading.words, request.user)  # type: ignore[arg-type]
        messages.success(
            request,
            _("House list: %(added)s added, %(changed)s changed, %(same)s as before.")
            % {"added": taken.added, "changed": taken.changed, "same": taken.same},
        )
        return redirect("house:index")

    def _page(self, form: CsvForm, errors: list[str] | None = None) -> HttpResponse:
        shown = (errors or [])[: csvfile.MOST_ERRORS]
        context = {"form": form, "errors": shown, "left": len(errors or []) - len(shown)}
        return TemplateResponse(self.request, "newsroom/checking/csv_in.html", context)


class HouseViewSet(ModelViewSet):
    """The house list in the newsroom's menu."""

    model = HouseWord
    name = "house"
    icon = "list-ul"
    menu_label = gettext_lazy("House list")
    menu_order = 4
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = HouseIndexView
    add_view_class = HouseAddView
    edit_view_class = HouseEditView
    search_fields = ["written", "preferred", "note"]
    list_filter = ["kind"]
    list_per_page = 100
    form_fields = ["kind", "written", "preferred", "note"]
    list_display = [
        TitleColumn(
            "written", label=gettext_lazy("written"), url_name="house:edit", sort_key="written"
        ),
        Column("preferred", label=gettext_lazy("house form")),
        Column("kind", label=gettext_lazy("kind"), accessor="get_kind_display", sort_key="kind"),
        Column("note", label=gettext_lazy("note")),
        Column("changed_by", label=gettext_lazy("changed by")),
        DateColumn("changed_at", label=gettext_lazy("changed at"), sort_key="changed_at"),
    ]

    def get_urlpatterns(self) -> list[Any]:
        """Add the addresses for files."""
        return [
            *super().get_urlpatterns(),
            path("csv/", CsvOutView.as_view(), name="csv_out"),
            path("csv/read/", CsvInView.as_view(), name="csv_in"),
        ]
