"""Cues in the present: somebody says, has often said; their subject has no case marker."""

from roznama.urdu.attribution.lexicon import key_of, word_class
from roznama.urdu.attribution.matching import Cue, Found
from roznama.urdu.attribution.sentence import OPENING, Phrase, Sentence
from roznama.urdu.attribution.sources import past_fillers
from roznama.urdu.attribution.speakers import named, phrase_before

_EVIDENCE = word_class("document") | word_class("place")
_LINK = word_class("link")
_GENITIVE = word_class("genitive")
_FELT = word_class("kos")
_MYSELF = word_class("myself")
_RELATIVE = word_class("relative")
_DETERMINER = frozenset(map(key_of, ("اس", "اسی", "اپنے", "اپنی", "ان", "یہ", "بھی")))


def _calls(found: Found) -> bool:
    """Whether the verb is one of saying itself, which a quotation may follow."""
    return found.pattern.keys[0].startswith(("کہ", "بتا", "لکھ", "بول"))


def present(s: Sentence, found: Found) -> Cue | None:
    """X کہتے ہیں کہ, X کہہ چکے ہیں کہ: the subject stands without a case marker."""
    end = past_fillers(s, found.at, s.first)
    if s.keys[max(s.first, end - 3) : end - 1] == ["اس", "بات"]:
        end -= 3  # پولیس اس بات کو تسلیم کرتی ہے کہ
    if not _is_view(s, found, end):
        return None
    speaker = phrase_before(s.keys, end, s.first)
    if speaker is None:
        return _distant(s, found)
    felt = found.pattern.kind == "deemed" and found.pattern.keys[0] in _FELT
    if found.pattern.kind == "deemed" and s.keys[speaker[0]] in _MYSELF:
        return None
    start = end if end + 3 > found.at else found.at
    kind = "feeling" if felt else "verb"
    return Cue(speaker[0], start, found.end, (named(s.keys, speaker),), kind, linked=True)


def _is_view(s: Sentence, found: Found, end: int) -> bool:
    """Whether the verb, whose subject ends before `end`, tells another's view."""
    if not found.linked and (s.at(found.end) not in OPENING or not _calls(found)):
        return False
    if "ہوں" in found.tail or s.at(end - 1) in _GENITIVE:  # "I say" in a quotation; an object
        return False
    return found.pattern.keys[0] != "ظاہر" or s.at(end - 1) in _EVIDENCE


def _distant(s: Sentence, found: Found) -> Cue | None:
    """The cue of a verb in the present with other words between it and its subject.

    وہ مثال دیتے ہوئے کہتے ہیں کہ. Without a subject it is hearsay: کہتے ہیں کہ.
    """
    floor = s.clause_start(found.at)
    if not found.linked or not _calls(found) or s.at(floor) in _MYSELF:
        return None
    speaker = _subject(s, floor, found.at)
    relative = not _RELATIVE.isdisjoint(s.keys[max(s.first, floor - 1) : found.at])
    if relative and not (speaker and s.keys[speaker[0]] == "وہ"):
        return None
    chain = (named(s.keys, speaker),) if speaker else ()
    return Cue(speaker[0] if speaker else found.at, found.at, found.end, chain, "verb", linked=True)


def _subject(s: Sentence, floor: int, verb: int) -> Phrase | None:
    """A subject that a word not of its phrase follows: ٹرمپ بھی, ڈاکٹر صاحب اس بارے میں."""
    for at in range(floor, verb):
        if s.keys[at] == "وہ" and _opens_clause(s, at, floor):
            return at, at + 1
        if s.keys[at] in _DETERMINER:
            return phrase_before(s.keys, at, floor) if at > floor else None
    return None


def _opens_clause(s: Sentence, at: int, floor: int) -> bool:
    """Whether a clause begins at `at`, or before it with words like جس میں."""
    return at == floor or s.keys[at - 1] in _LINK or s.at(at - 2) in _RELATIVE
