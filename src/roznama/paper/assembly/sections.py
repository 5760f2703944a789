"""Sections as pages name them."""

from __future__ import annotations

from roznama.changes.reads import read_once
from roznama.newsroom.models import ArticlePage, SectionPage
from roznama.paper.sheets import SectionMark


class Sections:
    """The live sections in the menu's order, and which of them a story belongs to."""

    def __init__(self) -> None:
        self.pages = read_once("sections", _live_sections)
        self._marks = {page.path: _mark(page) for page in self.pages}

    @property
    def marks(self) -> tuple[SectionMark, ...]:
        """The sections as the menu shows them."""
        return tuple(self._marks.values())

    def of(self, article: ArticlePage) -> SectionMark:
        """Return the story's section. A section taken offline names itself all the same."""
        parent_path = article.path[: -article.steplen]
        if parent_path not in self._marks:
            return _mark(article.get_parent().specific)
        return self._marks[parent_path]


def _live_sections() -> list[SectionPage]:
    return list(SectionPage.objects.live().order_by("path"))


def _mark(page: SectionPage) -> SectionMark:
    return SectionMark(title=page.title, path=page.url, color=page.color)
