"""The rich text editor of an Urdu paper."""

from __future__ import annotations

from typing import Any

from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea


class UrduRichTextArea(DraftailRichTextArea):
    """Wagtail's editor, with every paragraph from right to left, as readers will see it.

    By itself the editor goes by the first letter of a paragraph, which turns one that begins
    with «COP30» or a number around, and puts the caret of an empty one to the left.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options["textDirectionality"] = "RTL"
