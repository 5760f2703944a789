"""Where versions stand in Wagtail's screens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from roznama.newsroom.drafts import views
from roznama.newsroom.drafts.keeping import keep
from roznama.newsroom.models import KeptKind, User


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Put a story's versions under the newsroom's addresses."""
    return [
        path("versions/<int:page>/", views.versions, name="story_versions"),
        path("versions/<int:page>/name/<int:revision>/", views.name, name="story_version_name"),
    ]


@hooks.register("register_page_header_buttons")
def button(page: Page, user: Any, next_url: str | None = None, **kwargs: Any) -> Iterator[Button]:
    """Offer a page's versions to whoever may edit it."""
    if page.pk and page.permissions_for_user(user).can_edit():
        address = reverse("story_versions", args=[page.pk])
        yield Button(_("Versions"), address, icon_name="history", priority=55)


@hooks.register("after_edit_page")
@hooks.register("after_create_page")
def saved(request: HttpRequest, page: Page) -> None:
    """Keep what was saved by hand. Wagtail's autosave asks for JSON alone."""
    revision = page.latest_revision
    if request.accepts("text/html") and revision is not None and isinstance(request.user, User):
        keep(revision, KeptKind.SAVED, request.user)
