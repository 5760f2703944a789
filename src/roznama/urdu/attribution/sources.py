"""Sources: who stands behind a document, and whom a speaker cites."""

from roznama.urdu.attribution.lexicon import key_of, patterns, word_class
from roznama.urdu.attribution.sentence import QUOTES, Phrase, Sentence
from roznama.urdu.attribution.speakers import (
    aside,
    is_nominal,
    outlet_at_end,
    phrase_before,
)

_DOCUMENT = word_class("document")
_MODIFIER = word_class("modifier")
_GENITIVE = word_class("genitive")
_BETWEEN = word_class("between")
_SOURCE = word_class("source")
_MEDIUM = word_class("medium")
_DONE = frozenset(map(key_of, ("گئی", "گئے", "جانے")))  # شائع کی گئی رپورٹ: there کی is a verb
_LONGEST = 18  # words between a document and its owner
_CITING = [pattern.keys for many in patterns().values() for pattern in many
           if pattern.kind == "cites"]  # fmt: skip


def source_before(s: Sentence, end: int, floor: int) -> tuple[Phrase | None, int]:
    """The source before the postposition at `end`, and where the cue begins.

    A document stands for its owner: in اے ایف پی کی رپورٹ کے مطابق the cue begins at کی.
    """
    owner = _document_owner(s.keys, end, floor)
    at = end if owner is None else owner
    return phrase_before(s.keys, at, floor), at


def _document_owner(keys: list[str], end: int, floor: int) -> int | None:
    """Where the phrase of those who wrote the document before `end` ends, or None."""
    if end - 1 > floor and keys[end - 1] in QUOTES:  # the title: رپورٹ ’کھیت اور پانی‘
        end = aside(keys, end, floor)
    if end <= floor or keys[end - 1] not in _DOCUMENT:
        return None
    at = end - 1
    while at - 1 > floor and keys[at - 1] in _MODIFIER and end - at < _LONGEST:
        at -= 1
        owned = is_nominal(keys[at - 1]) or keys[at - 1] in QUOTES
        if keys[at] in _GENITIVE and owned and keys[at + 1] not in _DONE:
            return at
    if keys[at - 1] == "میں" and outlet_at_end(keys, at - 1, floor):
        return at - 1
    if keys[at - 1] == "سے" and "جاری" in keys[at:end] and at - 1 > floor:
        return at - 1 if is_nominal(keys[at - 2]) else issuer(keys, at, floor)
    return issuer(keys, at, floor)


def issuer(keys: list[str], end: int, floor: int) -> int | None:
    """Where the phrase before کی جانب سے ends, if that stands before `end`."""
    at = end - 3
    if at > floor and keys[at] in _GENITIVE and keys[at + 2] == "سے":
        return at if keys[at + 1] in ("جانب", "طرف") else None
    return None


def cited(s: Sentence, first: int, verb: int) -> tuple[Phrase, int] | None:
    """The source in X کے حوالے سے right before the verb, and where کے stands."""
    end = past_fillers(s, verb, first)
    for keys in _CITING:
        at = end - len(keys)
        if at > first and tuple(s.keys[at:end]) == keys:
            phrase, start = source_before(s, at, first)
            return (phrase, start) if phrase else None
    return None


def past_fillers(s: Sentence, verb: int, floor: int) -> int:
    """The place before a verb and before the یہ بھی or مزید that goes with it."""
    while verb > floor and s.keys[verb - 1] in _BETWEEN:
        verb -= 1
    return verb


def is_source(s: Sentence, phrase: Phrase, end: int) -> bool:
    """Whether a phrase cited with a postposition at `end` is one that can tell something.

    With other heads X کے حوالے سے means "about X".
    """
    known = outlet_at_end(s.keys, phrase[1], phrase[0])
    written = s.keys[end] in _GENITIVE and any(key in _DOCUMENT for key in s.keys[end : end + 5])
    return bool(known) or written or s.keys[phrase[1] - 1] in _SOURCE


def is_medium(s: Sentence, phrase: Phrase) -> bool:
    """Whether a speaker is one who relays by trade: a paper, a channel, an agency."""
    known = outlet_at_end(s.keys, phrase[1], phrase[0])
    return bool(known) or not _MEDIUM.isdisjoint(s.keys[phrase[0] : phrase[1]])
