"""Chains: cues that follow one another directly are one relay."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from roznama.urdu.attribution.lexicon import word_class
from roznama.urdu.attribution.matching import Cue
from roznama.urdu.attribution.reading import Words
from roznama.urdu.attribution.sentence import QUOTES, Phrase

_PRONOUN = word_class("pronoun")
_LINK = word_class("link")
_FINITE = word_class("finite")
_LONGEST = 8  # members of a relay
_FILLER = QUOTES | {"،", ":", "؛"}


@dataclass(frozen=True)
class Relay:
    """A cue next to its claim, the members of the relay, and where its words begin.

    `limit` is where the next speaker takes over: the claim ends before it.
    """

    cue: Cue
    first: int
    chain: tuple[Phrase, ...]
    limit: int


def relays(words: Words, found: Iterable[Cue], last: int) -> Iterator[Relay]:
    """The cues of a sentence that ends at `last`, those of one relay as one."""
    relay: Relay | None = None
    for cue in found:
        if relay is None:
            relay = Relay(cue, cue.first, cue.chain, last)
        elif cue.start < relay.cue.end:
            continue
        elif len(relay.chain) < _LONGEST and _continues(words, relay.cue, cue):
            relay = _joined(words, relay, cue)
        else:
            yield Relay(relay.cue, relay.first, relay.chain, _limit(words, relay, cue))
            relay = Relay(cue, cue.first, cue.chain, last)
    if relay:
        yield relay


def _continues(words: Words, cue: Cue, following: Cue) -> bool:
    """Whether the claim of `cue` is nothing but what `following` relays."""
    linked = words.keys[cue.end] == "کہ" if cue.end < len(words.keys) else False
    if cue.noun or cue.kind == "previous" or not following.chain:
        return False
    gap = words.keys[cue.end + linked : following.first]
    return (linked or cue.kind == "according") and all(key in _FILLER for key in gap)


def _joined(words: Words, relay: Relay, cue: Cue) -> Relay:
    """`relay` with `cue` behind it; a pronoun there stands for the speaker himself."""
    first, end = cue.chain[0]
    if end - first == 1 and words.keys[first] in _PRONOUN:
        return relay
    return Relay(cue, relay.first, relay.chain + cue.chain, relay.limit)


def _limit(words: Words, relay: Relay, following: Cue) -> int:
    """Where the claim of `relay` ends: the sentence, or a clause with a speaker of its own."""
    at = following.first
    if words.keys[at - 2 : at] == ["جب", "کہ"]:
        at -= 2
    while at > relay.cue.end and words.keys[at - 1] in _LINK - {"کہ"}:
        at -= 1
    own = at < following.first and words.keys[at - 1] in _FINITE
    return at if own else relay.limit
