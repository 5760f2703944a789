"""The newsroom's home: every story in one flat list."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

from roznama.newsroom.cells import SectionColumn, StandingColumn, TextColumn, WhenColumn
from roznama.newsroom.flow.permissions import sees_all
from roznama.newsroom.flow.steps import know_steps
from roznama.newsroom.longlist import LongList
from roznama.newsroom.models import ArticlePage, Author, Priority, SectionPage
from roznama.newsroom.record.standing import with_kills
from roznama.newsroom.timing.listing import TimesColumn, with_times


class BylineColumn(TextColumn):
    """The names over a story."""

    def get_value(self, instance: ArticlePage) -> str:
        """Return the authors' names in their order."""
        return "، ".join(byline.author.name for byline in instance.bylines.all())


class SectionFilter(django_filters.ModelMultipleChoiceFilter):
    """Stories under any of the chosen sections."""

    def filter(self, qs: QuerySet[ArticlePage], value: list[SectionPage]) -> QuerySet[ArticlePage]:
        """Keep the stories whose place in the tree is below one of the sections."""
        below = Q()
        for section in value:
            below |= Q(path__startswith=section.path)
        return qs.filter(below)


class StatusFilter(django_filters.ChoiceFilter):
    """Where a story stands: published, changed since, draft, scheduled."""

    # Wagtail's listing adds `_approved_schedule` to each page: a time to publish is set.
    WHERE: ClassVar[dict[str, dict[str, Any]]] = {
        "live": {"live": True, "has_unpublished_changes": False},
        "changed": {"live": True, "has_unpublished_changes": True},
        "draft": {"live": False, "_approved_schedule": False},
        "scheduled": {"_approved_schedule": True},
        "embargo": {"embargo_until__gt": Now()},
        "late": {"overdue__isnull": False},
    }

    def filter(self, qs: QuerySet[ArticlePage], value: str | None) -> QuerySet[ArticlePage]:
        """Keep the stories of the chosen status."""
        return qs.filter(**self.WHERE[value]) if value else qs


def _authors(request: HttpRequest) -> QuerySet[Author]:
    return Author.objects.all()


class ArticleFilterSet(WagtailFilterSet):
    """What the listing can be narrowed by."""

    status = StatusFilter(
        label=_("Status"),
        choices=[
            ("live", _("Published")),
            ("changed", _("Published, with changes")),
            ("draft", _("Draft")),
            ("scheduled", _("Scheduled")),
            ("embargo", _("Under embargo")),
            ("late", _("Could not be done in time")),
        ],
    )
    section = SectionFilter(
        label=_("Section"),
        queryset=lambda request: SectionPage.objects.order_by("path"),
        widget=CheckboxSelectMultiple,
    )
    author = django_filters.ModelMultipleChoiceFilter(
        label=_("Author"),
        field_name="bylines__author",
        queryset=_authors,
        widget=CheckboxSelectMultiple,
    )
    priority = django_filters.MultipleChoiceFilter(
        label=_("Priority"), choices=Priority.choices, widget=CheckboxSelectMultiple
    )
    first_published_at = django_filters.DateFromToRangeFilter(
        label=_("Published"), widget=DateRangePickerWidget
    )
    latest_revision_created_at = django_filters.DateFromToRangeFilter(
        label=_("Updated"), widget=DateRangePickerWidget
    )

    class Meta:
        model = ArticlePage
        fields: list[str] = []


class ArticleIndexView(LongList, PageListingViewSet.index_view_class):
    """The list's own view: newest work first, bylines fetched with the stories."""

    default_ordering = "-latest_revision_created_at"

    def get_base_queryset(self) -> QuerySet[ArticlePage]:
        """Return the stories that somebody may see listed; nothing is left out for who sees all.

        Wagtail joins the pages to themselves to look at rights, of each story found once more.
        """
        if sees_all(self.request.user):
            return self.annotate_queryset(ArticlePage.objects.all())
        stories: QuerySet[ArticlePage] = super().get_base_queryset()
        return stories

    def annotate_queryset(self, pages: QuerySet[ArticlePage]) -> QuerySet[ArticlePage]:
        """Fetch what the columns and the rows' actions ask for, without a query a row."""
        found = super().annotate_queryset(pages).prefetch_related("bylines__author")
        return with_kills(with_times(found))

    def get_paginator(self, *args: Any, **kwargs: Any) -> Paginator:
        """Count all stories as they are where all are listed: no right needs to be looked at."""
        paginator: Paginator = super().get_paginator(*args, **kwargs)
        if self.is_whole:
            paginator.count = ArticlePage.objects.order_by().count()
        return paginator

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the steps that stories stand at, which Wagtail would read one by one."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        know_steps(context["object_list"])
        return context


class ArticleListing(PageListingViewSet):
    """All stories, whatever their section."""

    model = ArticlePage
    name = "stories"
    url_prefix = "stories"
    menu_label = _("Stories")
    menu_icon = "doc-full"
    menu_order = 1
    add_to_admin_menu = True
    index_view_class = ArticleIndexView
    filterset_class = ArticleFilterSet
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Headline"), sort_key="title", classname="title"),
        SectionColumn("parent", label=_("Section")),
        BylineColumn("bylines", label=_("Byline")),
        WhenColumn("first_published_at", label=_("Published"), sort_key="first_published_at"),
        WhenColumn(
            "latest_revision_created_at",
            label=_("Updated"),
            sort_key="latest_revision_created_at",
        ),
        StandingColumn("status", label=_("Status"), sort_key="live"),
        TimesColumn("times", label=_("Time")),
    ]


article_listing = ArticleListing("stories")
