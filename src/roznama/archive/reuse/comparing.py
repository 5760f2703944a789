"""Comparing a story with another text: is it made of it, how much, and which passages."""

from __future__ import annotations

from dataclasses import dataclass

from roznama.archive.reuse.deciding import Kind, decide
from roznama.archive.reuse.measures import measure
from roznama.archive.reuse.passages import Passage, passages
from roznama.archive.reuse.reading import ReadText, read

__all__ = ["Kind", "Passage", "Reuse", "compare"]


@dataclass(frozen=True, slots=True)
class Reuse:
    """What a story has of another text."""

    kind: Kind
    share: float
    """Of the story's words, those in the passages that both texts have, 0 to 1."""
    passages: tuple[Passage, ...]
    """In the order of the story; none overlap."""


def compare(story_text: str, other_text: str) -> Reuse:
    """Tell what `story_text` has of `other_text`.

    Spelling variants, diacritics, endings, small edits and another order of the sentences do
    not matter; the kind also sees what was put in other words, of which the passages show
    nothing. Any two texts give a result, in time linear in their lengths; an empty text is
    made of nothing.
    """
    return compare_read(read(story_text), read(other_text))


def compare_read(story: ReadText, other: ReadText) -> Reuse:
    """Do what `compare` does with texts that were taken apart before."""
    shared = passages(story, other)
    words = sum(passage.words for passage in shared)
    share = words / len(story.spans) if story.spans else 0.0
    kind = decide(measure(story, other)) if story.telling and other.telling else Kind.NOT
    return Reuse(kind, share, tuple(shared))
