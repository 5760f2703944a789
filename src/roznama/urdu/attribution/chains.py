"""Chains: cues that follow one another directly are one relay."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from roznama.urdu.attribution.lexicon import word_class
from roznama.urdu.attribution.matching import Cue
from roznama.urdu.attribution.reading import Words
from roznama.urdu.attribution.sentence import QUOTES, Phrase

_PRONOUN = word_class("pronoun")
_LINK = word_class("link")
_FINITE = word_class("finite")
_INNER = ("تو", "جو")  # behind them a clause is part of the one before
_ENDING = word_class("copula") | word_class("future") | {"گیا", "گئی", "گئے"}
_DEPENDENT = word_class("relative") | word_class("myself")
_SHORTEST = 3  # words of a claim before the next sentence runs into it
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
        if cue.kind == "denies":
            if relay:
                yield replace(relay, limit=_limit(words, relay, cue))
            relay = None
        elif relay is None:
            relay = Relay(cue, cue.first, cue.chain, last)
        elif cue.start < relay.cue.end or _is_own_view(words, relay, cue):
            continue
        elif len(relay.chain) < _LONGEST and _continues(words, relay.cue, cue):
            relay = _joined(words, relay, cue)
        else:
            yield replace(relay, limit=_limit(words, relay, cue))
            relay = _following(words, relay, cue, last)
    if relay:
        yield relay


def _is_own_view(words: Words, relay: Relay, cue: Cue) -> bool:
    """Whether a view stands inside a claim as part of it: ان کے نزدیک, حکومت کو امید ہے."""
    if cue.kind == "feeling":
        return relay.cue.linked
    inside = relay.cue.linked and cue.kind == "according" and _is_pronoun(words, cue)
    return inside and _limit(words, relay, cue) == relay.limit


def _is_pronoun(words: Words, cue: Cue) -> bool:
    if not cue.chain:
        return False
    first, end = cue.chain[0]
    return end - first == 1 and words.keys[first] in _PRONOUN


def _following(words: Words, relay: Relay, cue: Cue, last: int) -> Relay:
    """The relay of a further cue; through the same hands if the speaker is the same.

    اے ایف پی کے مطابق فوج نے ہلاکتوں کی تصدیق کرتے ہوئے کہا کہ: the army, twice.
    """
    if relay.cue.noun and cue.chain and relay.chain[-1:] == cue.chain[:1]:
        return Relay(cue, relay.first, relay.chain[:-1] + cue.chain, last)
    if not cue.chain and words.keys[cue.start - 1] == "اور":  # اور کہا کہ
        return Relay(cue, cue.first, relay.chain, last)
    if _is_part(words, relay, cue) and len(relay.chain) < _LONGEST:
        return Relay(cue, cue.first, relay.chain + cue.chain, last)
    return Relay(cue, cue.first, cue.chain, last)


def _is_part(words: Words, relay: Relay, cue: Cue) -> bool:
    """Whether a further speaker is quoted inside the claim of `relay`."""
    linked = relay.cue.linked and words.keys[relay.cue.end : relay.cue.end + 1] == ["کہ"]
    linked = linked or relay.cue.kind == "according"
    before = words.keys[cue.first - 1]
    whole = before in _FILLER  # a clause ends there
    inside = linked and not whole and _limit(words, relay, cue) == relay.limit
    return (
        inside and bool(cue.chain) and not _is_pronoun(words, cue) and not _again(words, relay, cue)
    )


def _again(words: Words, relay: Relay, cue: Cue) -> bool:
    """Whether a speaker speaks who has a place in the relay already."""
    members = [words.keys[first:end] for first, end in relay.chain]
    return any(words.keys[first:end] in members for first, end in cue.chain)


def _continues(words: Words, cue: Cue, following: Cue) -> bool:
    """Whether the claim of `cue` is nothing but what `following` relays."""
    linked = words.keys[cue.end] == "کہ" if cue.end < len(words.keys) else False
    if cue.noun or cue.kind == "previous" or not following.chain:
        return False
    gap = words.keys[cue.end + linked : following.first]
    return (linked or cue.kind == "according") and all(key in _FILLER for key in gap)


def _joined(words: Words, relay: Relay, cue: Cue) -> Relay:
    """`relay` with `cue` behind it; a pronoun there stands for the speaker himself."""
    if _is_pronoun(words, cue):
        return relay
    return Relay(cue, relay.first, relay.chain + cue.chain, relay.limit)


def _runs_on(words: Words, relay: Relay, at: int) -> bool:
    """Whether a sentence begins at `at` that runs into the one before without a mark."""
    ended = words.keys[at - 1] in _ENDING and at > relay.cue.end + _SHORTEST
    return ended and words.keys[at] not in _DEPENDENT


def _limit(words: Words, relay: Relay, following: Cue) -> int:
    """Where the claim of `relay` ends: the sentence, or a clause with a speaker of its own."""
    at = following.first
    if words.keys[at - 2 : at] == ["جب", "کہ"]:
        at -= 2
    if _runs_on(words, relay, at):
        return at
    if words.keys[at - 2 : at] == ["جس", "پر"] and at - 2 > relay.cue.end:
        return at - 2  # whereupon somebody else speaks
    while at > relay.cue.end and words.keys[at - 1] in _LINK - {"کہ"}:
        at -= 1
    own = at < following.first and words.keys[at - 1] in _FINITE and words.keys[at] not in _INNER
    return at if own else relay.limit
