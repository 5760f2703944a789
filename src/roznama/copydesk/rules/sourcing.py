"""Sourcing: which sentences of a story say, or stand beside one that says, who knows it."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from roznama.copydesk.copy import BODY, Copy
from roznama.copydesk.tables import rows, word_class

_LEAD = 3  # sentences of a lead and what explains it
_QUOTES = frozenset("‘’“”\"'«»") | {"’’", "‘‘", "''"}


class Unsourced(NamedTuple):
    """A sentence of the body for which nobody is named: its first token, the one behind it."""

    first: int
    last: int


def unsourced_sentences(copy: Copy, behind: int = 1, wide: bool = False) -> Iterator[Unsourced]:
    """The sentences with no source in them, in the one before and the `behind` ones after.

    A source is an attribution of `roznama.urdu`, or a word that mostly belongs to one. Sentences
    of another paragraph are no neighbors, but the lead may name its source in what follows.
    `wide` takes more for a source, as is right for sums and shares: more words, the neighboring
    paragraphs, all that explains the lead. Speech between quotation marks and questions are no
    statements of the paper's.
    """
    attributed = _attributed(copy, wide)
    pieces = [copy.piece_at(start) for start, _ in copy.sentences]
    body = 0
    for number, (first, last) in enumerate(copy.sentence_tokens):
        if first == last or copy.kind_at(copy.tokens[first].start) not in BODY:
            continue
        body += 1
        reach = max(behind, _LEAD + 1 - body) if wide or body == 1 else behind
        near = range(max(0, number - 1), min(number + 1 + reach, len(attributed)))
        is_sourced = any(
            attributed[at] and (wide or body == 1 or pieces[at] == pieces[number]) for at in near
        )
        if not is_sourced and not _is_unsaid(copy, first, last):
            yield Unsourced(first, last)


def _attributed(copy: Copy, wide: bool) -> list[bool]:
    """For each sentence whether it has an attribution, or words of one."""
    found = [_has_source_word(copy, first, last, wide) for first, last in copy.sentence_tokens]
    starts = [start for start, _ in copy.sentences]
    for one in copy.attributions:
        for span in (one.claim, one.cue):
            first, last = bisect_right(starts, span.start), bisect_right(starts, span.end - 1)
            for number in range(max(0, first - 1), last):
                found[number] = True
    return found


def _has_source_word(copy: Copy, first: int, last: int, wide: bool) -> bool:
    source, vague = word_class("sourcing", "source"), word_class("sourcing", "vague")
    if wide:
        source |= word_class("sourcing", "loose")
    other = _no_source()
    return any(
        copy.keys[at] in source
        and copy.tokens[at].text not in other
        and (at - first < 2 or copy.keys[at - 2] not in vague)
        for at in range(first, last)
    )


@cache
def _no_source() -> frozenset[str]:
    return frozenset(w for row in rows("sourcing") if row[0] == "no_source" for w in row[1].split())


def _is_unsaid(copy: Copy, first: int, last: int) -> bool:
    """Whether a sentence asks, supposes, or quotes."""
    if not word_class("sourcing", "unsaid").isdisjoint(copy.keys[first : first + 2]):
        return True
    return any(
        token.text in ("؟", "?") or token.text in _QUOTES for token in copy.tokens[first:last]
    )
