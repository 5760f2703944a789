"""A story as the index takes it: terms for searching, a vector for comparing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from tantivy import Document

from roznama.archive.index.schema import BREAK
from roznama.archive.story import Story
from roznama.archive.vectors import BESIDE, BODY, HEADLINE, pack, weigh
from roznama.urdu import fold, search_terms
from roznama.urdu.segmentation.tokenizer import tokens
from roznama.urdu.stemming.parts import parts
from roznama.urdu.stemming.terms import Term


@dataclass(frozen=True, slots=True)
class Terms:
    """A story's search terms by where they stand."""

    headline: list[Term]
    deck: list[Term]
    topics: list[Term]
    names: list[Term]
    body: list[Term]

    def weights(self) -> dict[str, float]:
        """Return what each term says about the story's subject."""
        fields = [(HEADLINE, self.headline), (BESIDE, self.deck + self.topics), (BODY, self.body)]
        return weigh(fields, self.topics)


def terms_of(story: Story) -> Terms:
    """Return a story's search terms."""
    parts = (story.headline, story.deck, story.topics, story.names, story.body)
    return Terms(*map(search_terms, parts))


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
    parts = (terms.headline, terms.deck, terms.topics, terms.names, terms.body)
    found.add_text("all", f" {BREAK} ".join(map(" ".join, parts)))
    found.add_text("headline", headline)
    found.add_text("parts", " ".join(_parts(terms)))
    found.add_text("words", " ".join(typed_words(story.headline)))
    found.add_bytes("vector", pack(terms.weights()))
    return found


def _parts(terms: Terms) -> list[str]:
    every = chain(terms.headline, terms.deck, terms.topics, terms.names, terms.body)
    return [part for term in dict.fromkeys(every) for part in parts(term)]


def typed_words(text: str) -> list[str]:
    """Return a text's words folded but not stemmed: what a reader begins to type."""
    return [token.text for token in tokens(fold(text)) if token.kind in ("word", "latin", "number")]
