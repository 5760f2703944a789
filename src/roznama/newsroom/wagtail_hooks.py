"""What the newsroom adds to Wagtail's screens."""

from __future__ import annotations

from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from roznama.newsroom.listing import ArticleListing, article_listing
from roznama.newsroom.models import Author


class AuthorViewSet(SnippetViewSet):
    """Authors in the newsroom's menu."""

    model = Author
    icon = "user"
    menu_order = 2
    add_to_admin_menu = True
    list_display = ["name", "role", "slug"]
    search_fields = ["name"]
    ordering = ["name"]


register_snippet(AuthorViewSet)


@hooks.register("register_admin_viewset")
def stories() -> ArticleListing:
    """Put the flat list of stories into the newsroom."""
    return article_listing
