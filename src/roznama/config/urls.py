"""Addresses: the newsroom, uploads, the paper."""

from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from roznama.config.media import rendition
from roznama.desk.api import urls as desk_urls
from roznama.desk.staff import urls as desk_staff_urls
from roznama.newsroom.tags import proposed
from roznama.paper import urls as paper_urls

handler404 = "roznama.paper.views.not_found"
handler500 = "roznama.paper.views.failed"

# The flat list of stories is the newsroom's home; Wagtail's dashboard is not.
urlpatterns = [
    path("newsroom/", RedirectView.as_view(pattern_name="stories:index")),
    path("newsroom/tag-autocomplete/newsroom/topic/", proposed),  # in the place of Wagtail's
    path("newsroom/", include(wagtailadmin_urls)),
    path("media/images/<str:name>", rendition),
    path("desk/", include(desk_staff_urls)),
    path("desk/", include(desk_urls)),  # its last address is a team's, whatever it is called
    path("", include(paper_urls)),
    path("", include(wagtail_urls)),
]
