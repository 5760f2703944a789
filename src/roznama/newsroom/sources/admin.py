"""The register in the newsroom: a list, a form, a chooser, and a page that makes two into one."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail.snippets.widgets import AdminSnippetChooser

from roznama.newsroom.models import Source, User
from roznama.newsroom.sources.merging import MergeError, merge


def _current(request: HttpRequest | None = None) -> QuerySet[Source]:
    return Source.current.all()


class _CurrentOnly:
    """Chooses among the sources that were not merged."""

    def get_object_list(self) -> QuerySet[Source]:
        return _current()


class SourceChooseView(_CurrentOnly, ChooseView):
    """The chooser."""


class SourceChooseResultsView(_CurrentOnly, ChooseResultsView):
    """The chooser's list."""


class SourceChooserViewSet(SnippetChooserViewSet):
    """A chooser of sources; a merged one is only an address and is not offered."""

    choose_view_class = SourceChooseView
    choose_results_view_class = SourceChooseResultsView


class SourceViewSet(SnippetViewSet):
    """Sources in the newsroom's menu."""

    model = Source
    icon = "group"
    menu_order = 4
    add_to_admin_menu = True
    copy_view_enabled = False
    chooser_viewset_class = SourceChooserViewSet
    list_display = [
        "name",
        "name_latin",
        Column("get_kind_display", label=_("kind")),
        "country",
        Column("stories", label=_("Stories")),
    ]
    list_filter = ["kind", "country"]
    list_per_page = 50
    ordering = ["name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        """Return the sources with how many stories each stands behind."""
        return _current().annotate(stories=Count("uses__article", distinct=True))


class MergeForm(forms.Form):
    """Which source another one turned out to be."""

    into = forms.ModelChoiceField(
        label=_("This is the same as"),
        queryset=Source.objects.none(),
        help_text=_("Its names, claims and stories go there; its address leads there."),
    )

    def __init__(self, source: Source, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = _current().exclude(pk=source.pk)  # type: ignore[attr-defined]
        self.fields["into"].widget = AdminSnippetChooser(Source)


def may_merge(user: Any) -> bool:
    """Whether somebody may make two sources into one."""
    return bool(user.has_perms(["newsroom.change_source", "newsroom.delete_source"]))


def merge_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask into which other source one goes, and merge them."""
    if not may_merge(request.user):
        raise PermissionDenied
    source = get_object_or_404(Source.current, pk=pk)
    form = MergeForm(source, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            count = merge(source, form.cleaned_data["into"], cast(User, request.user))
        except MergeError:
            form.add_error("into", _("One of the two was merged before."))
        else:
            told = {"one": source.name, "other": form.cleaned_data["into"].name, "count": count}
            messages.success(request, _now("%(one)s is %(other)s now (stories: %(count)s).") % told)
            return redirect(list_address())
    context = {
        "form": form,
        "source": source,
        "page_title": _("Merge"),
        "header_title": _("Merge"),
        "page_subtitle": source.name,
        "header_icon": "group",
        "media": form.media,
    }
    return render(request, "newsroom/merge_source.html", context)


def list_address() -> str:
    """Return where the newsroom lists its sources."""
    return reverse(Source.snippet_viewset.get_url_name("list"))
