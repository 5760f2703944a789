"""Passive cues: it was said, with or without a word of where or on whose part."""

from dataclasses import replace

from roznama.urdu.attribution.lexicon import key_of, word_class
from roznama.urdu.attribution.matching import Cue, Found
from roznama.urdu.attribution.sentence import QUOTES, Phrase, Sentence
from roznama.urdu.attribution.sources import cited, is_medium, issuer, past_fillers, source_before
from roznama.urdu.attribution.speakers import named, phrase_before

_GENITIVE = word_class("genitive")
_DOCUMENT = word_class("document")
_PLACE = _DOCUMENT | word_class("place") | word_class("medium")
_REPORTING = word_class("reporting") | _DOCUMENT
_EMPTY = word_class("empty")
_DIRECT = word_class("direct")
_LINK = word_class("link")
_TOLD = (key_of("کہی"), key_of("بتائی"), key_of("بتایا"))
_VALUED = word_class("valued")
_HEARD = (key_of("معلوم"), key_of("انکشاف"))
_OPENING = QUOTES | {":", ":-"}


def passive(s: Sentence, found: Found) -> Cue | None:
    """The cue of کہا گیا, or of جنگ بندی کا اعلان کیا گیا."""
    if _is_order(s, found.at):
        return None
    floor = s.clause_start(found.at)
    first, chain, start = _origin(s, found.at, floor)
    cue = Cue(first, start, found.end, chain, "verb")
    if _begins_with_it(s, floor, found):
        return replace(cue, kind="previous")
    if found.linked or s.at(found.end) in _OPENING or _goes_on(s, found):
        return replace(cue, linked=True)
    if found.pattern.keys[0] in _TOLD and (told := _value(s, found, floor)):
        return told
    if found.pattern.kind != "announces" or s.at(found.at - 1) not in _GENITIVE:
        return None
    return _of_noun(s, found, cue, floor)


def _is_order(s: Sentence, verb: int) -> bool:
    """ان سے کہا گیا: they were told to."""
    return s.at(verb - 1) == "سے" and s.at(verb - 2) not in ("جانب", "طرف", "حوالے")


def _begins_with_it(s: Sentence, floor: int, found: Found) -> bool:
    it = s.keys[floor : floor + 2] == ["یہ", "بات"]
    return it and not found.linked and found.pattern.keys[0] in _TOLD


def _goes_on(s: Sentence, found: Found) -> bool:
    """بتایا جاتا ہے without کہ and with a sentence behind it."""
    told = found.pattern.keys[0] == "بتایا" and len(found.tail) > 1
    direct = found.at == s.first or s.at(found.at - 1) in _DIRECT
    return told and direct and s.last - found.end > 4 and s.at(found.end) not in _LINK


def _value(s: Sentence, found: Found, floor: int) -> Cue | None:
    """رپورٹ میں آگ کی وجہ شارٹ سرکٹ بتائی گئی: the words behind the document are the claim."""
    for at in range(floor + 1, found.at - 2):
        if s.keys[at] not in ("میں", "پر") or s.keys[at - 1] not in _PLACE:
            continue
        source = source_before(s, at, floor)[0]
        if source and not _VALUED.isdisjoint(s.keys[at + 1 : found.at - 1]):
            claim = (at + 1, found.at)
            return Cue(source[0], found.at, found.end, (named(s.keys, source),), "noun", noun=claim)
    return None


def _of_noun(s: Sentence, found: Found, cue: Cue, floor: int) -> Cue | None:
    end = found.at - 1
    first = cue.start + 3 if cue.chain and s.keys[cue.start] in _GENITIVE else floor
    if first >= end or s.keys[end - 1] in _EMPTY:
        return None
    return replace(cue, start=found.at, noun=(first, end), kind="noun")


def _origin(s: Sentence, verb: int, floor: int) -> tuple[int, tuple[Phrase, ...], int]:
    """Where the words of a passive begin, whom it names, and where the cue begins."""
    source = cited(s, floor, verb)
    limit = source[0][0] if source else verb
    outer, marker = _place(s, limit, floor) or _part(s, limit, floor) or (None, verb)
    phrases = [phrase for phrase in (outer, source and source[0]) if phrase]
    if source:
        marker = source[1]
    start = marker
    if not _REPORTING.issuperset(s.keys[marker:verb]) and not _issues(s, marker):
        start = verb
    first = min([start, marker, *(phrase[0] for phrase in phrases)])
    return first, tuple(named(s.keys, phrase) for phrase in phrases), start


def _issues(s: Sentence, marker: int) -> bool:
    return s.at(marker + 1) in ("جانب", "طرف")


def _place(s: Sentence, verb: int, floor: int) -> tuple[Phrase, int] | None:
    """The document or medium in which something was said, as its owner if it has one."""
    end = past_fillers(s, verb, floor) - 1
    if end >= floor and s.keys[end] in _DOCUMENT:  # رپورٹ کہا گیا ہے: hurried hands drop the میں
        phrase, start = source_before(s, end + 1, floor)
        return (phrase, start) if phrase else None
    if end <= floor or s.keys[end] not in ("میں", "سے", "پر") or s.keys[end - 1] not in _PLACE:
        return None
    phrase, start = source_before(s, end, floor)
    if s.keys[end] == "پر":
        start = verb
    return (phrase, start) if phrase else None


def _part(s: Sentence, verb: int, floor: int) -> tuple[Phrase, int] | None:
    """On whose part (کی جانب سے) something was said."""
    for at in range(verb, floor, -1):
        owner = issuer(s.keys, at, floor)
        if owner is not None and (phrase := phrase_before(s.keys, owner, floor)):
            return phrase, owner
    return None


def emerges(s: Sentence, found: Found) -> Cue | None:
    """انکشاف ہوا ہے کہ: nobody's act, but a document or a study may be named."""
    if not found.linked or found.pattern.form == "stem":
        return None
    floor = s.clause_start(found.at)
    first, chain, start = _origin(s, found.at, floor)
    if chain and s.at(first - 1) == "کو":  # جیو نیوز کو ذرائع سے معلوم ہوا ہے
        told = phrase_before(s.keys, first - 1, floor)
        if told and is_medium(s, told):
            first, chain = told[0], (named(s.keys, told), *chain)
    plain = found.pattern.form == "perfective" and found.tail and found.pattern.keys[0] in _HEARD
    if not chain and not plain:  # a story told (گھر گئے تو معلوم ہوا کہ) or a conclusion
        return None
    return Cue(first, start, found.end, chain, "verb", linked=True)
