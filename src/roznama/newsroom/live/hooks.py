"""Where the live desk stands in Wagtail's screens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from roznama.newsroom.live import views
from roznama.newsroom.live.permissions import may_post, may_run, open_to
from roznama.newsroom.models import ArticlePage, LiveCoverage


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Put the desk's addresses under the newsroom's."""
    update = "live/<int:pk>/<int:number>/"
    return [
        path("live/", views.index, name="live_index"),
        path("live/<int:pk>/", views.desk, name="live_desk"),
        path("live/<int:pk>/state/", views.state, name="live_state"),
        path("live/<int:pk>/switch/", views.switch, name="live_switch"),
        path("live/<int:pk>/posters/", views.posters, name="live_posters"),
        path("live/<int:pk>/post/", views.post, name="live_post"),
        path(f"{update}change/", views.change, name="live_change"),
        path(f"{update}mark/", views.mark, name="live_mark"),
        path(f"{update}remove/", views.remove, name="live_remove"),
    ]


class LiveMenuItem(MenuItem):
    """The way to the desk while something is covered live, for whoever may post there."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may post anywhere now."""
        return bool(open_to(request.user))  # type: ignore[arg-type]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Put what is live right behind the stories."""
    label = gettext_lazy("Covered live")
    return LiveMenuItem(label, reverse("live_index"), name="live", icon_name="time", order=1)


@hooks.register("register_page_header_buttons")
def header_button(page: Page, user: Any, view_name: str, **kwargs: Any) -> Iterator[Button]:
    """Lead from a story's form to its live desk."""
    if view_name == "edit" and page.specific_class is ArticlePage:
        coverage = LiveCoverage.objects.filter(article=page.pk).first()
        if may_run(user, page.specific) or (coverage and may_post(user, coverage)):
            yield _button(page, priority=80)


@hooks.register("register_page_listing_more_buttons")
def listing_button(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Lead from a list of stories to a story's live desk; who was let in finds it in the menu."""
    if page.specific_class is ArticlePage and may_run(user, page.specific):
        yield _button(page, priority=45)


def _button(page: Page, priority: int) -> Button:
    address = reverse("live_desk", args=[page.pk])
    return Button(_("Live desk"), address, icon_name="time", priority=priority)
