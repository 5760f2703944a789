"""The Urdu language engine: pure functions on text, no Django. Its page: docs/urdu.md.

The public functions are found here and loaded when they are first asked for, because a caller
who folds a word should not pay for a dictionary.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "normalize": "letters.normalizing",
    "normalize_with_map": "letters.normalizing",
    "fold": "letters.folding",
    "tokens": "segmentation.tokenizer",
    "Token": "segmentation.tokenizer",
    "sentences": "segmentation.sentence_ends",
    "sentence_spans": "segmentation.sentence_ends",
    "search_terms": "stemming.terms",
    "stem": "stemming.stems",
    "attributions": "attribution.finding",
    "Attribution": "attribution.spans",
    "spelling_variants": "spelling.variants",
    "Variant": "spelling.variants",
    "VariantGroup": "spelling.variants",
    "misspellings": "spelling.misspellings",
    "Misspelling": "spelling.misspellings",
    "to_roman": "roman.latin",
    "from_roman": "roman.from_latin",
    "roman_candidates": "roman.candidates",
    "known_words": "roman.candidates",
    "Vocabulary": "roman.vocabulary",
    "slug": "slugs",
    "number_words": "numbers.wording",
    "ordinal_words": "numbers.wording",
    "parse_number": "numbers.parsing",
    "format_date": "dates",
    "format_hijri": "hijri",
    "reading_time": "reading",
    "decode_inpage": "inpage.decoding",
    "read_inpage": "inpage.decoding",
    "encode_inpage": "inpage.encoding",
    "InpageError": "inpage.errors",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - a list, made from the table above


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
