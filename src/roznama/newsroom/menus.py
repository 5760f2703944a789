"""The menus behind headlines in lists: each is fetched when somebody reaches for it.

A row of a list has a dozen actions, each with a right of its own to look up. Wagtail renders
them all with every row, and nearly nobody opens one.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail.permissions import policy_registry


@require_safe
def menu(request: HttpRequest, page_id: int) -> HttpResponse:
    """Answer with what somebody may do with a page of a list, as a piece of HTML.

    404 for a page that no list would show to whoever asks.
    """
    shown = policy_registry.get_by_type(Page).explorable_instances(request.user)
    page = get_object_or_404(shown, pk=page_id).specific
    next_url = get_valid_next_url_from_request(request) or reverse("wagtailadmin_home")
    return render(request, "newsroom/menus/menu.html", {"page": page, "next_url": next_url})


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    """Give the menus their address, behind the newsroom's door."""
    return [path("menus/<int:page_id>/", menu, name="row_menu")]


@hooks.register("insert_global_admin_js")
def script() -> SafeString:
    """Fetch menus on every screen that may have a list."""
    return format_html(
        '<script type="module" src="{}" data-menu-failed="{}"></script>',
        static("newsroom/menus/menus.js"),
        _("The menu could not be fetched. Please try again."),
    )
