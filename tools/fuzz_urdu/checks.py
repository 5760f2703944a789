"""Checks: what must hold of a function's result, whatever its input."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from roznama import urdu
from roznama.urdu.numbers.wording import LIMIT

Check = Callable[[Any, Any], str]
"""Takes the input and the result; gives the complaint, or nothing."""

_SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_KINDS = {"word", "number", "punctuation", "latin", "url", "emoji"}


def _normalize(_: str, house: str) -> str:
    if not unicodedata.is_normalized("NFC", house):
        return "not NFC"
    return "" if urdu.normalize(house) == house else "not idempotent"


def _normalize_with_map(text: str, result: tuple[str, list[int]]) -> str:
    house, origins = result
    if house != urdu.normalize(text):
        return "another text than normalize"
    if len(origins) != len(house) or origins != sorted(origins):
        return "the map falls or is of another length"
    return "" if all(0 <= place < len(text) for place in origins) else "the map leaves the text"


def _fold(_: str, folded: str) -> str:
    return "" if urdu.fold(folded) == folded else "not idempotent"


def _tokens(text: str, found: list[urdu.Token]) -> str:
    if not {token.kind for token in found} <= _KINDS:
        return "an unknown kind"
    if any(text[token.start : token.end] != token.text for token in found):
        return "not the text's piece"
    return _in_order(text, [(token.start, token.end) for token in found])


def _in_order(text: str, spans: Iterable[tuple[int, int]]) -> str:
    done = 0
    for start, end in spans:
        if not done <= start < end <= len(text):
            return "spans overlap, are empty or leave the text"
        done = end
    return ""


def _sentence_spans(text: str, spans: list[tuple[int, int]]) -> str:
    pieces = [text[start:end] for start, end in spans]
    if any(piece != piece.strip() for piece in pieces):
        return "white space around a sentence"
    left = text
    for piece in pieces:
        left = left.replace(piece, "", 1)
    return "something is in no sentence" if left.strip() else _in_order(text, spans)


def _sentences(text: str, found: list[str]) -> str:
    spans = urdu.sentence_spans(text)
    return "" if found == [text[start:end] for start, end in spans] else "not as sentence_spans"


def _attributions(text: str, found: list[urdu.Attribution]) -> str:
    spans = [
        span for one in found
        for span in (one.claim, one.cue, *one.chain, *([one.speaker] if one.speaker else []))
    ]  # fmt: skip
    whole = all(span.text and text[span.start : span.end] == span.text for span in spans)
    return "" if whole else "not the text's piece"


def _variants(text: str, groups: list[urdu.VariantGroup]) -> str:
    if any(len(group.variants) < 2 for group in groups):
        return "a group of one"
    spans = [span for group in groups for one in group.variants for span in one.spans]
    return "" if all(0 <= a < b <= len(text) for a, b in spans) else "a span leaves the text"


def _misspellings(text: str, found: list[urdu.Misspelling]) -> str:
    whole = all(one.suggestions and text[one.start : one.end] == one.text for one in found)
    return "" if whole else "not the text's piece, or no suggestion"


def _slug(_: str, slug: str) -> str:
    return "" if _SLUG.fullmatch(slug) and len(slug) <= 50 else "not a slug's shape"


def _number_words(value: int | Decimal, words: str) -> str:
    return "" if urdu.parse_number(words) == value else "not read back"


def _parse_number(_: str, value: object) -> str:
    return "" if value is None or isinstance(value, int | Decimal) else "not a number"


def _from_roman(_: str, readings: list[str]) -> str:
    if not readings or len(readings) > 10:
        return "no reading, or more than ten"
    return "" if all(urdu.normalize(one) == one for one in readings) else "not in the house form"


def _roman_candidates(_: str, found: list[tuple[str, float]]) -> str:
    return "" if all(0 <= weight <= 1 for _, weight in found) else "a weight outside 0 to 1"


def _reading_time(_: str, minutes: int) -> str:
    return "" if minutes >= 1 else "less than a minute"


def _decode_inpage(data: bytes, text: str) -> str:
    return "" if urdu.read_inpage(data).text == text else "not as read_inpage"


def _encode_inpage(text: str, data: bytes) -> str:
    return "" if urdu.decode_inpage(data) == text else "not decoded to the same"


def _search_terms(_: str, found: list[str]) -> str:
    return "" if all(found) else "an empty term"


CHECKS: dict[str, Check] = {
    "normalize": _normalize, "normalize_with_map": _normalize_with_map, "fold": _fold,
    "tokens": _tokens, "sentences": _sentences, "sentence_spans": _sentence_spans,
    "search_terms": _search_terms, "attributions": _attributions,
    "spelling_variants": _variants, "misspellings": _misspellings, "slug": _slug,
    "number_words": _number_words, "parse_number": _parse_number, "from_roman": _from_roman,
    "roman_candidates": _roman_candidates, "reading_time": _reading_time,
    "decode_inpage": _decode_inpage, "encode_inpage": _encode_inpage,
}  # fmt: skip
"""A function without a check of its own must give a result, no more."""


def is_documented(name: str, argument: Any, error: Exception) -> bool:
    """Whether the documentation of function `name` says that `argument` raises `error`."""
    if name in ("decode_inpage", "read_inpage", "encode_inpage"):
        return isinstance(error, urdu.InpageError)
    if name == "format_hijri":
        return type(error) is ValueError
    if name == "ordinal_words":
        return type(error) is ValueError and not 1 <= argument < LIMIT
    return name == "number_words" and type(error) is ValueError and not _has_words(argument)


def _has_words(value: int | Decimal) -> bool:
    if isinstance(value, int):
        return -LIMIT < value < LIMIT
    if not value.is_finite() or not -LIMIT < value < LIMIT:
        return False
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -34
