"""The flat list of stories that Wagtail offers to any project."""

from peer.models import StoryPage
from wagtail import hooks
from wagtail.admin.viewsets.pages import PageListingViewSet


class StoryListing(PageListingViewSet):
    """As Wagtail's documentation shows it."""

    model = StoryPage
    icon = "doc-full"
    menu_label = "Stories"
    add_to_admin_menu = True


@hooks.register("register_admin_viewset")
def stories() -> StoryListing:
    """Put it into the menu."""
    return StoryListing("stories")
