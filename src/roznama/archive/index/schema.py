"""The index's fields. Text comes in as search terms, so the index cuts at blanks only."""

from __future__ import annotations

from tantivy import Index, Schema, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

FORMAT = 2
"""Raised whenever fields, the analyzer or the vectors change: an index of another is rebuilt."""

BREAK = "¶"
"""Stands between headline and text, so that no phrase reaches across. No term holds it."""

_TERMS = "terms"


def make_schema() -> Schema:
    """Return the fields of a story."""
    builder = SchemaBuilder()
    for name in ("pk", "section", "authors", "tags", "published", "year"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    # All of a story's terms, which decide whether it is found, and the ones that weigh more.
    builder.add_text_field("all", tokenizer_name=_TERMS)
    builder.add_text_field("headline", tokenizer_name=_TERMS, index_option="freq")
    # What compounds are made of: کوریا finds شمالی کوریا, which is one term.
    builder.add_text_field("parts", tokenizer_name=_TERMS, index_option="basic")
    # Function words with their neighbors, for phrases that have some.
    builder.add_text_field("pairs", tokenizer_name=_TERMS, index_option="basic")
    # The headline's words as they are written, for what a reader has typed half of.
    builder.add_text_field("words", tokenizer_name=_TERMS, index_option="basic")
    builder.add_bytes_field("vector", stored=True)
    return builder.build()


SCHEMA = make_schema()


def open_index(path: str, *, create: bool = False) -> Index:
    """Open the index in a folder.

    Raises:
        ValueError, OSError: there is none, or it cannot be read.

    """
    index = Index(SCHEMA, path, reuse=True) if create else Index.open(path)
    index.register_tokenizer(_TERMS, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
    return index
