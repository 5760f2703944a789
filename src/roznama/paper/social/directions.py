"""Which way the signs of a line run: Unicode's bidirectional algorithm (UAX #9) for headlines.

A headline is one right-to-left paragraph without embeddings, so two levels are all there is:
1 for what runs right to left, 2 for Latin words and numbers inside it. The rules are named as
UAX #9 names them; signs that open embeddings and isolates count as nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

RTL, LTR = 1, 2

_MARKS = {"NSM", "BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_NUMBERS = {"EN", "AN"}
_OPENING = {"(": ")", "[": "]", "{": "}"}


def levels(text: str) -> list[int]:
    """Return the level of each sign of a right-to-left paragraph, 1 or 2."""
    kinds = _numbers(text)
    _brackets(text, kinds)
    _neutrals(kinds)
    return [RTL if kind == "R" else LTR for kind in kinds]


def runs(found: list[int]) -> Iterator[tuple[int, int, int]]:
    """Yield a line's runs from left to right, as start, end and level."""
    bounds, start = [], 0
    for level, group in groupby(found):
        end = start + len(list(group))
        bounds.append((start, end, level))
        start = end
    yield from reversed(bounds)


def _numbers(text: str) -> list[str]:
    """Resolve marks and numbers: rules W1 to W7. What is left is R, L, EN, AN or neutral."""
    kinds: list[str] = []
    strong = "R"
    for sign in text:
        kind = unicodedata.bidirectional(sign) or "L"
        if kind in _MARKS:  # W1
            kind = kinds[-1] if kinds else "R"
        elif kind == "EN" and strong == "AL":  # W2
            kind = "AN"
        if kind in ("L", "R", "AL"):
            strong = kind
        kinds.append(kind)
    _separators(kinds)
    _terminators(kinds)
    return _as_letters(kinds)


def _separators(kinds: list[str]) -> None:
    """W4: one separator between two numbers of a kind is of that kind."""
    for place in range(1, len(kinds) - 1):
        before, here, after = kinds[place - 1 : place + 2]
        if before == after and (
            (before == "EN" and here in ("ES", "CS")) or (before == "AN" and here == "CS")
        ):
            kinds[place] = before


def _terminators(kinds: list[str]) -> None:
    """W5: percent and currency signs beside a European number are part of it."""
    start = 0
    for kind, group in groupby(list(kinds)):
        end = start + len(list(group))
        if kind == "ET" and "EN" in (*kinds[max(0, start - 1) : start], *kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
        start = end


def _as_letters(kinds: list[str]) -> list[str]:
    """W3 and W7: Arabic letters are R; a European number after a Latin word is L."""
    strong, found = "R", []
    for kind in kinds:
        if kind in ("L", "R", "AL"):
            strong = kind
        one = "R" if kind == "AL" else kind
        found.append("L" if one == "EN" and strong == "L" else one)
    return found


def _brackets(text: str, kinds: list[str]) -> None:
    """N0: both brackets of a pair run the same way."""
    for start, end in _pairs(text):
        inside = {_side(kind) for kind in kinds[start + 1 : end]} - {""}
        before = next((side for kind in kinds[start::-1] if (side := _side(kind))), "R")
        if inside:
            kinds[start] = kinds[end] = "L" if inside == {"L"} and before == "L" else "R"


def _pairs(text: str) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    found = []
    for place, sign in enumerate(text):
        if sign in _OPENING:
            waiting.append((_OPENING[sign], place))
        elif any(sign == closing for closing, _ in waiting):
            while waiting:
                closing, start = waiting.pop()
                if closing == sign:
                    found.append((start, place))
                    break
    return sorted(found)


def _side(kind: str) -> str:
    """Return L or R as N0 to N2 count a kind, "" for a neutral."""
    return "R" if kind in _NUMBERS else kind if kind in ("L", "R") else ""


def _neutrals(kinds: list[str]) -> None:
    """N1 and N2: what stands between two of a side is of that side, all else runs as the line."""
    start = 0
    sides = [_side(kind) for kind in kinds]
    for side, group in groupby(list(sides)):
        end = start + len(list(group))
        if not side:
            around = {
                sides[start - 1] if start else "R",
                sides[end] if end < len(sides) else "R",
            }
            kinds[start:end] = ["L" if around == {"L"} else "R"] * (end - start)
        start = end
