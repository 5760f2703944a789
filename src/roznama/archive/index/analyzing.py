"""A story as the index takes it: terms for searching, a vector for comparing.

Plain values, so that another process can make them: cutting words apart is most of the work of
indexing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from tantivy import Document

from roznama.archive.index.pairs import pairs
from roznama.archive.index.schema import BREAK
from roznama.archive.index.spellings import spelled_words
from roznama.archive.story import Story
from roznama.archive.vectors import BESIDE, BODY, HEADLINE, pack, weigh
from roznama.urdu import fold, search_terms
from roznama.urdu.segmentation.tokenizer import tokens
from roznama.urdu.stemming.parts import compounds_among, parts
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


@dataclass(frozen=True, slots=True)
class Analyzed:
    """A story with the values of the index's text fields, terms with blanks between them."""

    story: Story
    every: str
    headline: str
    parts: str
    pairs: str
    words: str
    vector: bytes
    spelled: tuple[str, ...]
    """The headline's words as they are printed."""


def terms_of(story: Story) -> Terms:
    """Return a story's search terms."""
    texts = (story.headline, story.deck, story.topics, story.names, story.body)
    return Terms(*map(search_terms, texts))


def analyze(story: Story) -> Analyzed:
    """Take a story apart. Needs no database and no index."""
    terms = terms_of(story)
    places = (terms.headline, terms.deck, terms.topics, terms.names, terms.body)
    return Analyzed(
        story=story,
        every=f" {BREAK} ".join(map(" ".join, places)),
        headline=" ".join(terms.headline),
        parts=" ".join(part for term in compounds_among(chain(*places)) for part in parts(term)),
        pairs=" ".join(dict.fromkeys(chain.from_iterable(map(pairs, places)))),
        words=" ".join(typed_words(story.headline)),
        vector=pack(terms.weights()),
        spelled=spelled_words(story.headline),
    )


def document(analyzed: Analyzed) -> Document:
    """Return a story as a document of the index."""
    story = analyzed.story
    found = Document()
    for name in ("pk", "section", "published", "year"):
        found.add_unsigned(name, getattr(story, name))
    for author in story.authors:
        found.add_unsigned("authors", author)
    for tag in story.tags:
        found.add_unsigned("tags", tag)
    found.add_text("all", analyzed.every)
    found.add_text("headline", analyzed.headline)
    found.add_text("parts", analyzed.parts)
    found.add_text("pairs", analyzed.pairs)
    found.add_text("words", analyzed.words)
    found.add_bytes("vector", analyzed.vector)
    return found


def typed_words(text: str) -> list[str]:
    """Return a text's words folded but not stemmed: what a reader begins to type."""
    return [token.text for token in tokens(fold(text)) if token.kind in ("word", "latin", "number")]
