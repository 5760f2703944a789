"""Addresses: the newsroom, uploads, the paper."""

from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from roznama.config.media import rendition
from roznama.desk.api import urls as desk_urls
from roznama.desk.staff import urls as desk_staff_urls
from roznama.newsroom.documents import urls as documents_urls
from roznama.newsroom.flow.mydesk import door
from roznama.newsroom.language import links as link_urls
from roznama.newsroom.signing import urls as signing_urls
from roznama.newsroom.tags import proposed
from roznama.newsroom.timing import outside_urls
from roznama.paper import urls as paper_urls

handler404 = "roznama.paper.views.not_found"
handler429 = "roznama.newsroom.signing.views.too_many"
handler500 = "roznama.paper.views.failed"

# One's own desk is the newsroom's home, or the flat list of stories; Wagtail's dashboard is not.
urlpatterns = [
    path("newsroom/", door),
    path("newsroom/tag-autocomplete/newsroom/topic/", proposed),  # in the place of Wagtail's
    path("newsroom/", include(link_urls)),  # the same
    path("", include(signing_urls)),  # newsroom/login/ in the place of Wagtail's
    path("newsroom/", include(wagtailadmin_urls)),
    path("preview/", include(outside_urls)),
    path("documents/", include(documents_urls)),
    path("media/images/<str:name>", rendition),
    path("desk/", include(desk_staff_urls)),
    path("desk/", include(desk_urls)),  # its last address is a team's, whatever it is called
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("", include(paper_urls)),
    path("", include(wagtail_urls)),
]
