"""Links to documents in a text: a page with one is printed anew when the document changes."""

from __future__ import annotations

from typing import Any

from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler

from roznama.changes.reads import reads
from roznama.newsroom import keys


class PrintedDocumentLinkHandler(DocumentLinkHandler):
    """Wagtail's own, and the page that has the link reads the document."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """Return the opening tags, in their order; without an address for what is gone."""
        return [_tag(found) for found in cls.get_many(attrs_list)]


def _tag(found: Any) -> str:
    if found is None:
        return "<a>"
    reads(keys.document(found.pk))
    return f'<a href="{escape(found.url)}">'
