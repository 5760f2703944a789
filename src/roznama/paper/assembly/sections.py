"""Sections as pages name them."""

from __future__ import annotations

from roznama.changes.reads import read_once
from roznama.newsroom.models import ArticlePage, SectionPage
from roznama.paper.assembly.stories import StoryRow
from roznama.paper.sheets import SectionMark


class Sections:
    """The live sections in the menu's order, and which of them a story belongs to."""

    def __init__(self) -> None:
        self.pages = read_once("sections", _live_sections)
        self._marks = read_once(
            "section marks", lambda: {page.path: _mark(page) for page in self.pages}
        )

    @property
    def marks(self) -> tuple[SectionMark, ...]:
        """The sections as the menu shows them."""
        return tuple(self._marks.values())

    def of(self, story: StoryRow | ArticlePage) -> SectionMark:
        """Return the story's section. A section taken offline names itself all the same."""
        parent_path = story.path[: -SectionPage.steplen]
        if parent_path not in self._marks:
            return _mark(SectionPage.objects.get(path=parent_path))
        return self._marks[parent_path]


def _live_sections() -> list[SectionPage]:
    return list(SectionPage.objects.live().order_by("path"))


def _mark(page: SectionPage) -> SectionMark:
    return SectionMark(title=page.title, path=page.url, color=page.color)
