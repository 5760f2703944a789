"""What the register adds to Wagtail's screens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.snippets.models import register_snippet

from roznama.newsroom.models import Source
from roznama.newsroom.sources import report_view, views
from roznama.newsroom.sources.admin import SourceViewSet, may_merge, merge_view
from roznama.newsroom.sources.merging import MERGED

register_snippet(SourceViewSet)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Put the register's own addresses under the newsroom's, for whoever works there."""
    return [
        path("sources/<int:pk>/merge/", merge_view, name="source_merge"),
        path("sources/suggest/<int:pk>/", views.suggestions, name="source_suggestions"),
        path("sources/dismiss/<int:pk>/", views.dismiss, name="source_dismissals"),
        path("sources/enter/", views.enter, name="source_entering"),
        path("reports/sources/", report_view.report, name="source_report"),
    ]


@hooks.register("register_snippet_listing_buttons")
def buttons(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Offer to merge a source with another."""
    if isinstance(snippet, Source) and may_merge(user):
        address = reverse("source_merge", args=[snippet.pk])
        yield Button(_("Merge"), address, icon_name="link", priority=40)


class ReportMenuItem(MenuItem):
    """The report on sources, for whoever may see it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user may."""
        return report_view.may_view(request.user)


@hooks.register("register_reports_menu_item")
def report_item() -> ReportMenuItem:
    """Put the report into the menu of reports."""
    address = reverse("source_report")
    return ReportMenuItem(_("Sources"), address, name="sources", icon_name="group", order=600)


@hooks.register("register_permissions")
def report_permission() -> QuerySet[Permission]:
    """Let groups be given the right to see the report."""
    return Permission.objects.filter(
        content_type__app_label="newsroom", codename="view_source_report"
    )


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """Say in the newsroom's log what a merge was."""

    @actions.register_action(MERGED)
    class Merged(LogFormatter):
        label = _("Merge sources")

        def format_message(self, entry: Any) -> str:
            return _("%(source)s was merged into this") % entry.data  # type: ignore[no-any-return]
