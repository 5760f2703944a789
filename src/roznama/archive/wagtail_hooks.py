"""What the archive adds to the newsroom's screens."""

from __future__ import annotations

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from roznama.archive import views
from roznama.archive.admin import ThreadViewSet
from roznama.archive.reuse import views as reuse


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Put the archive's addresses under the newsroom's, for whoever works there."""
    return [
        path("related/<int:pk>/", views.candidates, name="archive_candidates"),
        path("reuse/", reuse.listing, name="archive_reuse"),
        path("reuse/<int:story>/<int:other>/", reuse.pair, name="archive_reuse_pair"),
    ]


@hooks.register("register_admin_viewset")
def threads() -> ThreadViewSet:
    """Put the threads into the newsroom's menu."""
    return ThreadViewSet("threads")


@hooks.register("register_reports_menu_item")
def taken_over() -> MenuItem:
    """Put the stories that were taken over among the newsroom's reports."""
    return MenuItem(_("Taken over"), reverse("archive_reuse"), icon_name="copy", order=700)
