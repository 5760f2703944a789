"""Cues without a verb of saying: whose view it is (کا کہنا ہے), according to whom."""

from roznama.urdu.attribution.lexicon import key_of, not_sources, word_class
from roznama.urdu.attribution.matching import Cue, Found
from roznama.urdu.attribution.sentence import PAUSES, QUOTES, REACH, Sentence
from roznama.urdu.attribution.sources import source_before
from roznama.urdu.attribution.speakers import named, phrase_before

_COPULA = word_class("copula")
_PRONOUN = word_class("pronoun")
_FELT = word_class("kos")
_FEMININE = word_class("feminine")
_REPORTING = word_class("reporting") | word_class("document")
_OPENING = QUOTES | {":", "،", "؛", ":-"}
_WHILE = key_of("ہوئے")
_LONGEST_NAME = 6  # words between بقول and کے


def holds(s: Sentence, found: Found) -> Cue | None:
    """X کا کہنا ہے کہ, X کا موقف ہے کہ."""
    end = found.end + (s.at(found.end) == "یہ")
    verb = end
    while end - verb < 2 and s.at(end) in _COPULA:
        end += 1
    linked = s.at(end) == "کہ"
    spoken = found.pattern.keys[0] == "کہنا" or s.at(end) in _OPENING
    if not linked and not (spoken and end > verb):
        return None
    if s.at(found.at - 1) == "یہ" and (cue := _held_behind(s, found, end)):
        return cue
    owner = _holder(s, found.at)
    speaker = phrase_before(s.keys, owner, s.first) if owner is not None else None
    if owner is None or speaker is None or end + linked >= s.last:
        return None
    felt = s.keys[found.at] in _FELT
    if felt and owner + 1 != found.at:
        return None
    start = owner if _REPORTING.issuperset(s.keys[owner + 1 : found.at]) else found.at
    return Cue(
        speaker[0],
        start,
        end,
        (named(s.keys, speaker),),
        "feeling" if felt else "verb",
        linked=True,
    )


def _held_behind(s: Sentence, found: Found, end: int) -> Cue | None:
    """یہ کہنا ہے X کا: the claim is the sentence before."""
    for at in range(end + 1, min(end + _LONGEST_NAME + 2, s.last)):
        if s.keys[at] == "کا":
            chain = (named(s.keys, (end, at)),)
            return Cue(found.at, found.at, end, chain, "previous")
    return None


def _marker(noun: str) -> str:
    """The postposition behind the one who holds `noun`."""
    if noun in _FELT:
        return "کو"
    return "کی" if noun in _FEMININE else "کا"


def _holder(s: Sentence, noun: int) -> int | None:
    """Where the کا stands that says whose the noun is."""
    marker = _marker(s.keys[noun])
    owner = None
    for at in range(noun - 1, max(s.first, noun - REACH // 2) - 1, -1):
        if s.is_boundary(at) or s.keys[at] == "نے":
            break
        if s.keys[at] != marker:
            continue
        if _REPORTING.issuperset(s.keys[at + 1 : noun]):
            return at
        # In ان کا سوالات کا جواب دیتے ہوئے کہنا تھا it is the first one.
        if owner is None or _WHILE in s.keys[at:noun]:
            owner = at
    return owner


def according(s: Sentence, found: Found) -> Cue | None:
    """X کے مطابق, X کے بقول, X کے خیال میں."""
    end = found.at - 1
    if s.at(end) not in ("کے", "کی"):
        return _prefixed(s, found) if found.pattern.keys[0] == "بقول" else None
    speaker, start = source_before(s, end, s.first)
    if speaker is None or _is_no_source(s, speaker[0], end):
        return None
    if found.pattern.keys[0] == "نزدیک" and not _is_person(s.keys[end - 1]):
        return None
    return Cue(speaker[0], start, found.end, (named(s.keys, speaker),), "according")


def _is_no_source(s: Sentence, first: int, end: int) -> bool:
    if not {"اپنی", "اپنے"}.isdisjoint(s.keys[first:end]):
        return True
    return any(tuple(s.keys[max(s.first, end - size) : end]) in not_sources() for size in (1, 2, 3))


def _is_person(key: str) -> bool:
    """Whether کے نزدیک after `key` is a view and not a place nearby."""
    return key in _PRONOUN or key.endswith(("وں", "رین", "دین", "قین"))


def _prefixed(s: Sentence, found: Found) -> Cue | None:
    """بقول with its speaker behind it: بقول ان کے, بقول شاعر."""
    for end in range(found.end + 1, min(found.end + _LONGEST_NAME, s.last)):
        if s.keys[end] == "کے" or s.keys[end] in PAUSES:
            chain = ((found.end, end),)
            return Cue(found.at, found.at, found.end, chain, "according")
    if found.end + 1 >= s.last:
        return None
    return Cue(found.at, found.at, found.end, ((found.end, found.end + 1),), "according")
