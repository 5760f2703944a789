"""Attributions over the marked stories: claims found, and whether the whole chain is right.

Marks hold the claim and the relay's names, no cue. A found claim is the marked one when they
share at least half of the longer one, place by place: so the cue, which stands at the claim's
edge, is of the same sentence. Each counts once. A chain is right when it has the same names, in
the same order, letter by letter as the text is folded. "By words" lets a name of the chain be
longer or shorter, as `bench_urdu.attribution` lets cues be: half of its words in common (F1).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench_urdu.attribution import _common

from bench_copydesk.marked import Claim, Marked, Place, marked
from bench_copydesk.matching import closeness, pairs
from bench_copydesk.printing import Table, f1, share
from roznama.urdu import attributions, fold

_HALF = 0.5


class Result(NamedTuple):
    """A story's claims as marked and as found, and which are the same."""

    story: Marked
    found: list[Claim]
    pairs: list[tuple[Claim, Claim]]


def tables() -> Iterator[Table]:
    """Yield one table: a row for all stories and for those of each kind."""
    results = [_result(story) for story in marked()]
    kinds = [("written", False), ("real", True)]
    groups = [(what, [one for one in results if one.story.is_real == real]) for what, real in kinds]
    rows = [_row(what, chosen) for what, chosen in [("all", results), *groups] if chosen]
    title = "attributions (targets: F1 .92, chains right .85)"
    if not rows:
        title = "attributions: no marked stories here"
    columns = ("stories", "marked", "found", "right", "F1", "chain right", "by words", "relays")
    yield Table(title, columns, rows)


def _result(story: Marked) -> Result:
    found = list(_found(story))
    return Result(story, found, pairs(story.claims, found, _alike))


def _found(story: Marked) -> Iterator[Claim]:
    """Yield what the engine finds: headlines each by itself, the body as one text.

    A written story's claims are placed in its blocks, a real one's in its stored body.
    """
    for key, text in _texts(story):
        starts = _starts(story) if key == "body" and not story.is_real else {}
        for one in attributions(text):
            place = Place(key, one.claim.start, one.claim.end)
            yield Claim(_placed(place, starts), tuple(link.text for link in one.chain))


def _texts(story: Marked) -> Iterator[tuple[str, str]]:
    if story.is_real:
        yield "body", story.body
        return
    yield from ((key, text) for key, _, text in story.pieces if not key.startswith("body:"))
    yield "body", "\n".join(text for key, _, text in story.pieces if key.startswith("body:"))


def _starts(story: Marked) -> dict[str, int]:
    """Return where each block begins in the body's text."""
    at, starts = 0, {}
    for key, _, text in story.pieces:
        if key.startswith("body:"):
            starts[key] = at
            at += len(text) + 1
    return starts


def _placed(place: Place, starts: dict[str, int]) -> Place:
    inside = [key for key, start in starts.items() if start <= place.start]
    if not inside:
        return place
    first = starts[inside[-1]]
    return Place(inside[-1], place.start - first, place.end - first)


def _alike(mark: Claim, found: Claim) -> float:
    shared = closeness(mark.place, found.place)
    if shared < _HALF:
        return 0.0
    return shared + 0.1 * _is_right(mark.chain, found.chain)  # of two as near, the right chain


def _is_right(one: Sequence[str], other: Sequence[str]) -> bool:
    return [fold(name) for name in one] == [fold(name) for name in other]


def _is_near(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(
        _common(fold(name), fold(found)) >= _HALF for name, found in zip(one, other, strict=True)
    )


def _row(what: str, results: list[Result]) -> tuple[str, ...]:
    matched = [pair for one in results for pair in one.pairs]
    marked_, found = (
        sum(len(one.story.claims) for one in results),
        sum(len(one.found) for one in results),
    )
    right = sum(_is_right(mark.chain, got.chain) for mark, got in matched)
    near = sum(_is_near(mark.chain, got.chain) for mark, got in matched)
    return (
        f"{what} ({len(results)})", str(marked_), str(found), str(len(matched)),
        f1(len(matched), found, marked_), share(right, len(matched)), share(near, len(matched)),
        _relays(results),
    )  # fmt: skip


def _relays(results: list[Result]) -> str:
    """Return how many of the chains of two and more came out right, of all that are marked."""
    right = sum(
        _is_right(mark.chain, got.chain)
        for one in results for mark, got in one.pairs if len(mark.chain) > 1
    )  # fmt: skip
    every = sum(len(mark.chain) > 1 for one in results for mark in one.story.claims)
    return f"{right} of {every}"
