"""Subheads: a subhead says something that neither the headline nor another subhead says."""

from collections.abc import Iterator

from roznama.copydesk.copy import Copy, key_of
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark, Span
from roznama.copydesk.story import Kind
from roznama.urdu.stemming.terms import search_terms

_FEWEST = 3  # words that say something, in the shorter of two titles
_SHARED = 0.8  # the part of the shorter title's words that the other has too
_OF_BOTH = 0.6  # and the part of all words of the two
_MOST = 200  # subheads that are compared with one another


def find_echoing_subheads(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """Subheads that say what the headline, the deck or a subhead before them says."""
    titles: list[tuple[Span, Kind, frozenset[str]]] = []
    for base, piece in copy.parts():
        if piece.kind not in (Kind.HEADLINE, Kind.DECK, Kind.SUBHEAD) or not piece.text.strip():
            continue
        span, terms = (base, base + len(piece.text)), _terms(piece.text)
        if piece.kind == Kind.SUBHEAD and (same := _echoed(terms, titles)):
            yield Mark(*span, (), {"of": same[1].value}, (same[0],))
        if len(titles) < _MOST:
            titles.append((span, piece.kind, terms))


def _terms(text: str) -> frozenset[str]:
    terms = frozenset(str(term) for term in search_terms(text) if not term.is_stop)
    return terms or frozenset(key_of(text).split())


def _echoed(
    terms: frozenset[str], titles: list[tuple[Span, Kind, frozenset[str]]]
) -> tuple[Span, Kind, frozenset[str]] | None:
    return next((title for title in titles if _are_same(terms, title[2])), None)


def _are_same(one: frozenset[str], other: frozenset[str]) -> bool:
    if one == other:
        return True
    shared, fewest = len(one & other), min(len(one), len(other))
    if fewest < _FEWEST or shared < _SHARED * fewest:
        return False
    return one <= other or shared >= _OF_BOTH * len(one | other)
