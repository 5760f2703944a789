"""A story as the index takes it: terms by where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from tantivy import Document

from roznama.archive.documents import Story
from roznama.archive.index.schema import BREAK
from roznama.urdu import fold, search_terms
from roznama.urdu.segmentation.tokenizer import tokens
from roznama.urdu.stemming.terms import Term


@dataclass(frozen=True, slots=True)
class Terms:
    """A story's search terms by where they stand."""

    headline: list[Term]
    extra: list[Term]
    body: list[Term]


def terms_of(story: Story) -> Terms:
    """Return a story's search terms."""
    return Terms(search_terms(story.headline), search_terms(story.extra), search_terms(story.body))


def document(story: Story, terms: Terms) -> Document:
    """Return a story as a document of the index."""
    found = Document()
    found.add_unsigned("pk", story.pk)
    found.add_unsigned("section", story.section)
    found.add_unsigned("published", story.published)
    found.add_unsigned("year", story.year)
    for author in story.authors:
        found.add_unsigned("authors", author)
    for tag in story.tags:
        found.add_unsigned("tags", tag)
    headline = " ".join(terms.headline)
    rest = f"{' '.join(terms.extra)} {BREAK} {' '.join(terms.body)}"
    found.add_text("all", f"{headline} {BREAK} {rest}")
    found.add_text("headline", headline)
    found.add_text("words", " ".join(typed_words(story.headline)))
    return found


def typed_words(text: str) -> list[str]:
    """Return a text's words folded but not stemmed: what a reader begins to type."""
    return [token.text for token in tokens(fold(text)) if token.kind in ("word", "latin", "number")]
