"""Links to other stories in a text: one that readers cannot see yet is no link."""

from __future__ import annotations

from typing import Any

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from roznama.changes.reads import reads
from roznama.newsroom import keys


class PublicLinkHandler(PageLinkHandler):
    """Wagtail's own tells the address of a draft, and the address tells its headline."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """Return the opening tags, in their order; without an address for what is not public.

        A page that was printed so reads the story, so it is printed anew once that is out.
        """
        return [_tag(page) for page in cls.get_many(attrs_list)]


def _tag(page: Any) -> str:
    if page is None:
        return "<a>"
    if not page.live:
        reads(keys.article(page.pk))
        return "<a>"
    return f'<a href="{escape(page.localized.url)}">'
