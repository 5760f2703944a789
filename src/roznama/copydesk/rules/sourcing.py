"""Sourcing: which sentences of a story say, or stand beside one that says, who knows it."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from roznama.copydesk.copy import BODY, Copy
from roznama.copydesk.tables import word_class

_LEAD = 3  # sentences of a lead and what explains it
_QUOTES = frozenset("‘’“”\"'«»") | {"’’", "‘‘", "''"}


class Unsourced(NamedTuple):
    """A sentence of the body for which nobody is named: its first token, the one behind it."""

    first: int
    last: int


def unsourced_sentences(copy: Copy, behind: int = 1) -> Iterator[Unsourced]:
    """The sentences with no source in them, in the one before and the `behind` ones after.

    A source is an attribution of `roznama.urdu`, or a word that mostly belongs to one. A lead may
    name its source somewhat later; speech between quotation marks and questions are no statements
    of the paper's.
    """
    attributed = _attributed(copy)
    body = 0
    for number, (first, last) in enumerate(copy.sentence_tokens):
        if first == last or copy.kind_at(copy.tokens[first].start) not in BODY:
            continue
        body += 1
        reach = max(behind, _LEAD + 1 - body)
        near = attributed[max(0, number - 1) : number + 1 + reach]
        if not any(near) and not _is_unsaid(copy, first, last):
            yield Unsourced(first, last)


def _attributed(copy: Copy) -> list[bool]:
    """For each sentence whether it has an attribution, or words of one."""
    found = [_has_source_word(copy, first, last) for first, last in copy.sentence_tokens]
    starts = [start for start, _ in copy.sentences]
    for one in copy.attributions:
        for span in (one.claim, one.cue):
            first, last = bisect_right(starts, span.start), bisect_right(starts, span.end - 1)
            for number in range(max(0, first - 1), last):
                found[number] = True
    return found


def _has_source_word(copy: Copy, first: int, last: int) -> bool:
    source, vague = word_class("sourcing", "source"), word_class("sourcing", "vague")
    return any(
        copy.keys[at] in source and (at - first < 2 or copy.keys[at - 2] not in vague)
        for at in range(first, last)
    )


def _is_unsaid(copy: Copy, first: int, last: int) -> bool:
    """Whether a sentence asks, supposes, or quotes."""
    if not word_class("sourcing", "unsaid").isdisjoint(copy.keys[first : first + 2]):
        return True
    return any(
        token.text in ("؟", "?") or token.text in _QUOTES for token in copy.tokens[first:last]
    )
