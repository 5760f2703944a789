"""What the newsroom adds to Wagtail's screens."""

from __future__ import annotations

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from roznama.newsroom import menus as _menus  # noqa: F401 - registers its own
from roznama.newsroom.checking import hooks as _checking  # noqa: F401 - registers its own
from roznama.newsroom.documents import hooks as _documents  # noqa: F401 - registers its own
from roznama.newsroom.drafts import hooks as _drafts  # noqa: F401 - registers its own
from roznama.newsroom.flow import hooks as _flow  # noqa: F401 - registers its own
from roznama.newsroom.front import hooks as _front  # noqa: F401 - registers its own
from roznama.newsroom.language import hooks as _language  # noqa: F401 - registers its own
from roznama.newsroom.listing import ArticleListing, article_listing
from roznama.newsroom.live import hooks as _live  # noqa: F401 - registers its own
from roznama.newsroom.models import Author
from roznama.newsroom.pictures import hooks as _pictures  # noqa: F401 - registers its own
from roznama.newsroom.record import hooks as _record  # noqa: F401 - registers its own
from roznama.newsroom.signing import people as _people  # noqa: F401 - registers its own
from roznama.newsroom.sources import hooks as source_hooks
from roznama.newsroom.statistics import hooks as _statistics  # noqa: F401 - registers its own
from roznama.newsroom.timing import hooks as _timing  # noqa: F401 - registers its own
from roznama.newsroom.writing import hooks as _writing  # noqa: F401 - registers its own


class AuthorViewSet(SnippetViewSet):
    """Authors in the newsroom's menu."""

    model = Author
    icon = "user"
    menu_order = 2
    add_to_admin_menu = True
    list_display = ["name", "role", "slug"]
    ordering = ["name"]


register_snippet(AuthorViewSet)

__all__ = ["source_hooks"]  # registers itself when it is loaded


@hooks.register("register_admin_viewset")
def stories() -> ArticleListing:
    """Put the flat list of stories into the newsroom."""
    return article_listing


@hooks.register("insert_global_admin_css")
def nastaliq() -> SafeString:
    """Set the newsroom's screens in Nastaliq."""
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/newsroom.css"))
