"""Slugs: the Latin words that stand for an article in its address."""

import re
import unicodedata
from itertools import accumulate

from roznama.urdu.roman.latin import phrases_to_roman, to_roman
from roznama.urdu.stemming.terms import search_terms

_NAMELESS = "khabar"  # "news item": the slug of a text that gives no Latin word
_SHORT_ENOUGH = 5  # a headline of so many words reads best whole


def slug(text: str, *, limit: int = 50) -> str:
    """A short Latin slug of `text`: ASCII letters and digits, words joined by single hyphens.

    Stop words go when the text has more than five words. The result has at most `limit`
    characters, cut at a word's end (inside the first word when that alone is longer), and is
    "khabar" when nothing else is left. Raises ValueError when `limit` is below 1.
    """
    if limit < 1:
        raise ValueError(f"a slug needs at least one character, not {limit}")
    parts = _latin_words(to_roman(_without_stop_words(text))) or [_NAMELESS]
    ends = accumulate(len(part) + 1 for part in parts)
    kept = [part for part, end in zip(parts, ends, strict=True) if end - 1 <= limit]
    return "-".join(kept) or parts[0][:limit]


def _without_stop_words(text: str) -> str:
    # Phrases first: the "un" of Kim Jong Un is no stop word.
    pieces = phrases_to_roman(text).split()
    telling = [piece for piece in pieces if not _only_stop_words(piece)]
    return " ".join(telling if len(text.split()) > _SHORT_ENOUGH and telling else pieces)


def _only_stop_words(piece: str) -> bool:
    found = search_terms(piece)
    return bool(found) and all(term.is_stop for term in found)


def _latin_words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall("[a-z0-9]+", plain.replace("'", ""))
