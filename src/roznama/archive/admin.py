"""Threads in the newsroom: naming them, and putting right what the machine put together."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import AdminPageChooser

from roznama.archive import editing
from roznama.archive.models import Thread
from roznama.newsroom.models import ArticlePage

_ADDED_AT_ONCE = 3


class StoriesField(forms.ModelMultipleChoiceField):
    """Some of a thread's stories, by their headlines."""

    def label_from_instance(self, obj: ArticlePage) -> str:  # type: ignore[override]
        """Return the headline as the newsroom's lists show it."""
        return str(obj.get_admin_display_title())


class ThreadForm(WagtailAdminModelForm):
    """A thread's name, its stories, and the thread that it is to become a part of."""

    stories = StoriesField(
        label=_("chosen stories"),
        queryset=ArticlePage.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    then = forms.ChoiceField(
        label=_("what to do with them"),
        choices=[
            ("out", _("Take out of this thread for good")),
            ("split", _("Move into a thread of their own")),
        ],
        initial="out",
        widget=forms.RadioSelect,
    )
    into = forms.ModelChoiceField(
        label=_("make this a part of"),
        queryset=Thread.objects.none(),
        required=False,
        help_text=_("All its stories go into the other thread; its address leads there."),
    )

    class Meta:
        model = Thread
        fields = ["name"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(_ADDED_AT_ONCE):
            self.fields[f"add_{number}"] = forms.ModelChoiceField(
                label=_("add a story"),
                queryset=ArticlePage.objects.all(),
                required=False,
                widget=AdminPageChooser(target_models=[ArticlePage]),
            )
        if self.instance.pk is None:
            for name in ("stories", "then", "into"):
                del self.fields[name]
            return
        inside = ArticlePage.objects.filter(
            thread_place__thread=self.instance, thread_place__removed=False
        )
        self.fields["stories"].queryset = inside.order_by("-first_published_at")
        others = Thread.objects.filter(merged_into=None).exclude(pk=self.instance.pk)
        self.fields["into"].queryset = others.order_by("-created")

    def save(self, commit: bool = True) -> Thread:
        """Carry out what was asked: the name, what comes in, what goes, and where all goes."""
        with transaction.atomic():
            if self.instance.pk is None or "name" in self.changed_data:
                self.instance.is_named_by_editor = True
            thread: Thread = super().save(commit)
            thread.tell()
            self._move(thread)
        return thread

    def _move(self, thread: Thread) -> None:
        fields = [self.cleaned_data.get(f"add_{number}") for number in range(_ADDED_AT_ONCE)]
        if added := {story.pk for story in fields if story is not None}:
            editing.add(thread, added)
        if chosen := {story.pk for story in self.cleaned_data.get("stories") or ()}:
            act = editing.split if self.cleaned_data["then"] == "split" else editing.take_out
            act(thread, chosen)
        if into := self.cleaned_data.get("into"):
            editing.merge(thread, into)


class ThreadIndexView(ModelViewSet.index_view_class):
    """The list's own view: the newest first, those that were merged left out."""

    default_ordering = "-created"

    def get_base_queryset(self) -> QuerySet[Thread]:
        """Return the threads with how many stories each has."""
        inside = Count("places", filter=Q(places__removed=False))
        return Thread.objects.filter(merged_into=None).annotate(count=inside)


class ThreadViewSet(ModelViewSet):
    """Threads in the newsroom's menu. A merged one is not listed: it is only an address."""

    model = Thread
    name = "threads"
    icon = "list-ul"
    menu_label = _("Threads")
    menu_order = 3
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = ThreadIndexView
    search_fields = ["name"]
    list_display = [
        TitleColumn("name", label=_("Name"), url_name="threads:edit"),
        Column("count", label=_("Stories")),
        DateColumn("created", label=_("Since"), sort_key="created"),
    ]

    def get_form_class(self, for_update: bool = False) -> type[ThreadForm]:
        """Return the form, for a new thread and for one that there is."""
        return ThreadForm
