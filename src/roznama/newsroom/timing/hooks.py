"""Where time stands in Wagtail's screens."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from wagtail import hooks

from roznama.newsroom.timing import audit, doors, links_view
from roznama.newsroom.timing.rich_text import PublicLinkHandler


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Put the links to drafts under the newsroom's addresses."""
    return [
        path("timing/<int:pk>/links/", links_view.links, name="timing_links"),
        path("timing/links/<int:pk>/revoke/", links_view.revoke_link, name="timing_revoke"),
    ]


@hooks.register("register_rich_text_features", order=100)
def public_links(features: Any) -> None:
    """Take Wagtail's handler of links to pages out of its place."""
    features.register_link_type(PublicLinkHandler)


hooks.register("register_log_actions", audit.register)
hooks.register("after_publish_page", doors.tell_page)
hooks.register("register_bulk_action", doors.PublishList, order=100)
