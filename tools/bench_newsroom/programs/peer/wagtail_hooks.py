"""The flat list of stories that Wagtail offers to any project."""

from wagtail import hooks
from wagtail.admin.viewsets.pages import PageListingViewSet

from peer.models import StoryPage


class StoryIndex(PageListingViewSet.index_view_class):
    """As many stories a page as our newsroom shows, so that as much is compared."""

    paginate_by = 25


class StoryListing(PageListingViewSet):
    """As Wagtail's documentation shows it."""

    index_view_class = StoryIndex
    model = StoryPage
    icon = "doc-full"
    menu_label = "Stories"
    add_to_admin_menu = True


@hooks.register("register_admin_viewset")
def stories() -> StoryListing:
    """Put it into the menu."""
    return StoryListing("stories")
