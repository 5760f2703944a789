"""Where the statistics stand in Wagtail's screens."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from roznama.newsroom.statistics.views import statistics


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Put the screen under the newsroom's addresses."""
    return [path("reports/statistics/", statistics, name="statistics")]


@hooks.register("register_reports_menu_item")
def item() -> MenuItem:
    """Put it first into the menu of reports; everybody sees at least what they wrote."""
    address = reverse("statistics")
    return MenuItem(_("Statistics"), address, name="statistics", icon_name="table", order=50)


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """Let groups be given the right to see all desks' figures."""
    return Permission.objects.filter(content_type__app_label="newsroom", codename="view_statistics")


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    """Style the charts."""
    address = static("newsroom/statistics/statistics.css")
    return format_html('<link rel="stylesheet" href="{}">', address)
