"""The passage of a story that shows why it was found, with what was found marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roznama.urdu.stemming.spans import TermSpan, term_spans

LENGTH = 180  # characters of a passage, about
_PAUSES = frozenset("۔؟!،؛")
_READ = 12_000  # characters of a text that are looked through


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text, marked where it is what was asked for."""

    text: str
    is_marked: bool = False


def marked(text: str, terms: frozenset[str]) -> tuple[Piece, ...]:
    """Return a text in pieces with every word of `terms` marked, in whatever spelling."""
    spans = [span for span in term_spans(text) if span.term in terms]
    return _cut(text, 0, len(text), spans)


def passage(text: str, terms: frozenset[str], length: int = LENGTH) -> tuple[Piece, ...]:
    """Return the passage of about `length` characters that has most of `terms`, in pieces.

    Where none of them stands in the text, its beginning.
    """
    text = text[:_READ]
    spans = term_spans(text)
    found = [span for span in spans if span.term in terms]
    start, end = _stretch(text, spans, _best(found, length), length)
    return _cut(text, start, end, [span for span in found if start <= span.start < end])


def _best(found: Sequence[TermSpan], length: int) -> tuple[int, int]:
    """Return where the stretch with most different terms begins and ends."""
    best, place, first = (0, 0), (0, 0), 0
    for last, span in enumerate(found):
        while span.end - found[first].start > length:
            first += 1
        inside = found[first : last + 1]
        worth = (len({one.term for one in inside}), len(inside))
        if worth > best:
            best, place = worth, (inside[0].start, span.end)
    return place


def _stretch(
    text: str, spans: Sequence[TermSpan], place: tuple[int, int], length: int
) -> tuple[int, int]:
    """Widen a stretch to about `length`, from a sentence's beginning where one is near."""
    room = max(0, length - (place[1] - place[0]))
    start = _sentence_start(text, place[0], room)
    if start is None:
        wanted = place[0] - room // 3
        start = next((span.start for span in spans if span.start >= wanted), 0)
        start = min(start, place[0])
    ends = [span.end for span in spans if place[1] <= span.end <= start + length]
    end = _pause(text, max(place[1], start + length * 3 // 5), max([place[1], *ends]))
    return start, len(text) if len(text) - end < 12 else end


def _pause(text: str, earliest: int, latest: int) -> int:
    """Return where a sentence or clause ends between two places, the later one if none does."""
    ends = (at + 1 for at in range(latest, earliest - 1, -1) if text[at : at + 1] in _PAUSES)
    return next(ends, latest)


def _sentence_start(text: str, place: int, most: int) -> int | None:
    for start in range(place, max(-1, place - most - 1), -1):
        if start == 0 or text[start - 1] == "\n" or text[start - 2 : start] in ("۔ ", "؟ ", "! "):
            return start
    return None


def _cut(text: str, start: int, end: int, spans: Sequence[TermSpan]) -> tuple[Piece, ...]:
    pieces = [Piece("… ")] if start and text[start - 1] != "\n" else []
    at = start
    for span in spans:
        if span.start >= at:
            pieces += [Piece(text[at : span.start]), Piece(text[span.start : span.end], True)]
            at = span.end
    pieces.append(Piece(text[at:end]))
    if end < len(text):
        pieces.append(Piece(" …"))
    return tuple(piece for piece in pieces if piece.text)
