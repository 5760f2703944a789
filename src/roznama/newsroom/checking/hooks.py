"""Where the copy desk stands in Wagtail's screens."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from roznama.newsroom.checking import api, audit, doors
from roznama.newsroom.checking.housedesk import HouseViewSet
from roznama.newsroom.checking.reasons import ReasonView
from roznama.newsroom.checking.views import story_views
from roznama.newsroom.checking.weighing import PERMISSION, SeveritiesView


@hooks.register("register_admin_viewset")
def viewsets() -> list[Any]:
    """Put the house list into the menu, and our views in the place of Wagtail's."""
    return [HouseViewSet("house"), story_views]


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Put the copy desk's addresses under the newsroom's, for whoever works there."""
    return [
        path("copydesk/check/<int:page>/", api.check_page, name="copydesk_check"),
        path("copydesk/check/under/<int:parent>/", api.check_new, name="copydesk_new"),
        path("copydesk/dismiss/<int:page>/", api.dismiss, name="copydesk_dismiss"),
        path("copydesk/heed/<int:page>/", api.heed, name="copydesk_heed"),
        path("copydesk/accept/", api.accept, name="copydesk_accept"),
        path("copydesk/reason/", ReasonView.as_view(), name="copydesk_reason"),
        path("copydesk/severities/", SeveritiesView.as_view(), name="copydesk_severities"),
    ]


class SeveritiesMenuItem(MenuItem):
    """The way to the severities, for whoever may change them."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to the editor-in-chief."""
        return bool(request.user.has_perm(PERMISSION))


@hooks.register("register_settings_menu_item")
def severities() -> MenuItem:
    """Put the severities into the settings' menu."""
    address = reverse("copydesk_severities")
    return SeveritiesMenuItem(_("Copy desk"), address, name="copydesk", icon_name="circle-check")


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    """Style the panel, the marks and the copy desk's own pages."""
    address = static("newsroom/checking/copydesk.css")
    return format_html('<link rel="stylesheet" href="{}">', address)


hooks.register("register_log_actions", audit.register)
hooks.register("before_publish_page", doors.hold_page)
hooks.register("before_bulk_action", doors.hold_list)
