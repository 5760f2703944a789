"""Addresses: the newsroom, uploads, the paper."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from roznama.paper import urls as paper_urls

handler404 = "roznama.paper.views.not_found"
handler500 = "roznama.paper.views.failed"

# The flat list of stories is the newsroom's home; Wagtail's dashboard is not.
urlpatterns = [
    path("newsroom/", RedirectView.as_view(pattern_name="stories:index")),
    path("newsroom/", include(wagtailadmin_urls)),
    re_path(
        rf"^{settings.MEDIA_URL.strip('/')}/(?P<path>images/.+)$",
        serve,
        {"document_root": settings.MEDIA_ROOT},
    ),
    path("", include(paper_urls)),
    path("", include(wagtail_urls)),
]
