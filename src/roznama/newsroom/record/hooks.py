"""What the record adds to Wagtail's screens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from roznama.newsroom.models import ArticlePage
from roznama.newsroom.record import actions, audit_view, kill_views, version_views
from roznama.newsroom.record.killing import MAY_KILL, MAY_LIFT
from roznama.newsroom.record.standing import kill_of, with_kills

hooks.register("register_log_actions", actions.register)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Put the record's addresses under the newsroom's."""
    pages = "record/<int:pk>/"
    compared = f"{pages}versions/<int:before>/<int:after>/"
    return [
        path(f"{pages}kill/", kill_views.kill_view, name="record_kill"),
        path(f"{pages}lift/", kill_views.lift_view, name="record_lift"),
        path(f"{pages}versions/", version_views.versions, name="record_versions"),
        path(compared, version_views.comparison, name="record_comparison"),
        path("reports/audit/", audit_view.audit_log, name="record_audit"),
    ]


@hooks.register("register_page_header_buttons")
def header_buttons(page: Page, user: Any, view_name: str, **kwargs: Any) -> Iterator[Button]:
    """Offer versions, and to withdraw a story or give it back, over its form."""
    if page.specific_class is not ArticlePage or view_name != "edit":
        return
    if page.first_published_at is not None:
        address = reverse("record_versions", args=[page.pk])
        yield Button(_("Published versions"), address, icon_name="history", priority=90)
    if page.live and user.has_perm(MAY_KILL):
        address = reverse("record_kill", args=[page.pk])
        yield Button(_("Withdraw the story"), address, icon_name="warning", priority=95)
    elif not page.live and user.has_perm(MAY_LIFT) and kill_of(page.pk):
        address = reverse("record_lift", args=[page.pk])
        yield Button(_("Lift the withdrawal"), address, icon_name="undo", priority=95)


@hooks.register("construct_explorer_page_queryset")
def explored(parent: Page, pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """Look up at once which of a section's drafts are withdrawn."""
    return with_kills(pages)


@hooks.register("before_edit_page")
def tell_killed(request: HttpRequest, page: Page) -> None:
    """Say over a withdrawn story's form why it cannot be published."""
    if request.method == "GET" and isinstance(page, ArticlePage) and not page.live:
        killed = kill_of(page.pk)
        if killed is not None:
            words = _("This story was withdrawn and cannot be published. Reason: %(reason)s")
            messages.warning(request, words % {"reason": killed.reason})


class AuditMenuItem(MenuItem):
    """The audit log, for whoever may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user may."""
        return audit_view.may_view(request.user)


@hooks.register("register_reports_menu_item")
def audit_item() -> AuditMenuItem:
    """Put the log into the menu of reports."""
    address = reverse("record_audit")
    return AuditMenuItem(_lazy("Audit log"), address, name="audit", icon_name="history", order=900)


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """Let groups be given the rights to kill, to lift, and to read the log."""
    names = ["kill", "lift_kill", "view_auditentry"]
    return Permission.objects.filter(content_type__app_label="newsroom", codename__in=names)


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    """Style the record's screens."""
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/record/record.css"))
