"""A thread's first name: the words that its headlines share, as one of them has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roznama.urdu.segmentation.tokenizer import tokens
from roznama.urdu.stemming.terms import search_terms

_LONGEST = 6  # words
_LONGEST_NAME = 120  # characters
_SHARED = 0.5  # of the headlines
_AS_SHARED = 0.75  # of as many as have the word that most have; others only lengthen a name


@dataclass(frozen=True, slots=True)
class _Word:
    term: str
    start: int
    end: int


def proposed_name(headlines: Sequence[str]) -> str:
    """Return a name for stories with these headlines; the earlier ones count first.

    It is a run of a headline's own words, up to six, that begins and ends with words which at
    least half of the headlines have, and about as many as have any. Where they share none, it is
    the first headline.

    Raises:
        ValueError: there is no headline.

    """
    if not headlines:
        raise ValueError("a name is made from headlines")
    words = [_words(headline) for headline in headlines]
    counts = Counter(term for each in words for term in {word.term for word in each if word.term})
    most = max(counts.values(), default=0)
    least = max(2, len(headlines) * _SHARED, most * _AS_SHARED)
    shared = {term: count for term, count in counts.items() if count >= least}
    best: float = 0
    found = ""
    for headline, each in zip(headlines, words, strict=True):
        for run in _runs(each, headline, shared):
            # A word weighs as many headlines as have it; between equals the shorter run is better.
            value: float = sum({word.term: shared.get(word.term, 0) for word in run}.values())
            value -= 0.5 * sum(word.term not in shared for word in run)
            if value > best:
                best, found = value, headline[run[0].start : run[-1].end]
    return (found or headlines[0])[:_LONGEST_NAME].strip()


def _words(headline: str) -> list[_Word]:
    """Return a headline's words with their terms, empty for stop words and for marks."""
    found = []
    for token in tokens(headline):
        terms = search_terms(token.text) if token.kind in {"word", "latin", "number"} else []
        telling = [str(term) for term in terms if not term.is_stop]
        found.append(_Word("".join(telling), token.start, token.end))
    return found


def _runs(words: list[_Word], headline: str, shared: dict[str, int]) -> Iterator[list[_Word]]:
    """Yield the runs that begin and end with shared words and have no mark between them."""
    for start, first in enumerate(words):
        if first.term not in shared:
            continue
        for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
            if not _is_wordy(headline[words[end - 1].start : words[end - 1].end]):
                break
            if words[end - 1].term in shared:
                yield words[start:end]


def _is_wordy(text: str) -> bool:
    return any(letter.isalnum() for letter in text)
