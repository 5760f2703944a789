"""Marks: what a rule finds, in offsets of the whole copy."""

from collections.abc import Mapping
from typing import NamedTuple

from roznama.copydesk.findings import Finding, Place

Span = tuple[int, int]
_NOTHING: Mapping[str, str | int] = {}


class Mark(NamedTuple):
    """A stretch of the copy that a rule reports; (0, 0) with `whole` is the story as a whole."""

    start: int
    end: int
    suggestions: tuple[str, ...] = ()
    detail: Mapping[str, str | int] = _NOTHING
    other: tuple[Span, ...] = ()
    whole: bool = False


def finding(rule: str, mark: Mark, place: Place, other: tuple[Place, ...]) -> Finding:
    """The finding that `mark` is, at its `place` in a piece."""
    return Finding(
        rule, place.piece, place.start, place.end, place.text,
        mark.suggestions, dict(mark.detail), other,
    )  # fmt: skip
