"""What the archive adds to the newsroom's screens."""

from __future__ import annotations

from django.urls import URLPattern, path
from wagtail import hooks

from roznama.archive import views
from roznama.archive.admin import ThreadViewSet


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Put the archive's addresses under the newsroom's, for whoever works there."""
    return [path("related/<int:pk>/", views.candidates, name="archive_candidates")]


@hooks.register("register_admin_viewset")
def threads() -> ThreadViewSet:
    """Put the threads into the newsroom's menu."""
    return ThreadViewSet("threads")
