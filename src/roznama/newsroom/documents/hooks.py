"""Where documents stand in Wagtail's screens."""

from __future__ import annotations

from typing import Any

from wagtail import hooks

from roznama.newsroom.documents.rich_text import PrintedDocumentLinkHandler


@hooks.register("register_rich_text_features", order=100)
def document_links(features: Any) -> None:
    """Take Wagtail's handler of links to documents out of its place."""
    features.register_link_type(PrintedDocumentLinkHandler)
