"""Where pictures stand in Wagtail's screens."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from roznama.newsroom.models.licence import Licence
from roznama.newsroom.pictures import doors
from roznama.newsroom.pictures.cutting import CutOperation
from roznama.newsroom.pictures.report import RightsView
from roznama.newsroom.pictures.rights import usable


class LicenceViewSet(SnippetViewSet):
    """The house's licences, among the settings, for whoever may change them."""

    model = Licence
    icon = "doc-full"
    list_display = ["name", "note", "order"]
    add_to_settings_menu = True
    menu_label = _("Licences for pictures")


register_snippet(LicenceViewSet)


@hooks.register("register_image_operations")
def operations() -> list[tuple[str, type]]:
    """Teach Wagtail our crops."""
    return [("cut", CutOperation)]


@hooks.register("construct_image_chooser_queryset")
def offered(images: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
    """Offer no picture whose rights have run out, or that may not be used again."""
    return images.filter(usable())


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Put the report under the newsroom's addresses."""
    return [path("reports/picture-rights/", RightsView.as_view(), name="picture_rights")]


@hooks.register("register_reports_menu_item")
def report() -> MenuItem:
    """Put the report into the reports' menu."""
    address = reverse("picture_rights")
    return MenuItem(_("Rights of pictures"), address, name="picture-rights", icon_name="image")


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    """Style what is told of pictures."""
    address = static("newsroom/pictures/pictures.css")
    return format_html('<link rel="stylesheet" href="{}">', address)


# Before the copy desk: a reason is not asked for what cannot be published.
hooks.register("before_publish_page", doors.hold_page, order=-1)
hooks.register("before_bulk_action", doors.hold_list, order=-1)
