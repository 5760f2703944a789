"""Cues without a verb of saying: whose view it is (کا کہنا ہے), according to whom."""

from roznama.urdu.attribution.lexicon import key_of, not_sources, word_class
from roznama.urdu.attribution.matching import Cue, Found
from roznama.urdu.attribution.sentence import OPENING, PAUSES, REACH, Phrase, Sentence
from roznama.urdu.attribution.sources import issuer, source_before
from roznama.urdu.attribution.speakers import is_nominal, named, phrase_before

_COPULA = word_class("copula")
_PRONOUN = word_class("pronoun")
_FELT = word_class("kos")
_FEMININE = word_class("feminine")
_DEGREE = word_class("degree")
_HEARD = word_class("heard")
_DOCUMENT = word_class("document")
_REPORTING = word_class("reporting") | word_class("document")
_STANDING = frozenset({"اس", "جس", "جن"})
_RELEASED = frozenset({"اس", "ان"})
_DETAILS = frozenset(map(key_of, ("تفصیلات", "اعداد", "فہرست")))
_ANTECEDENT = 12  # words to what a pronoun stands for
_LINK = word_class("link")
_SUCH = frozenset(map(key_of, ("یہ", "ایسی", "بعض", "کچھ", "بھی", "یہی")))
_OWNED = frozenset({"کا", "کی", "کے", "کو", "نے"})
_FINITE = word_class("finite") | frozenset(map(key_of, ("آئیں", "ملیں")))
_WHILE = key_of("ہوئے")
_LONGEST_NAME = 6  # words between بقول and کے


def holds(s: Sentence, found: Found) -> Cue | None:
    """X کا کہنا ہے کہ, X کا موقف ہے کہ."""
    end = found.end + (s.at(found.end) == "یہ")
    verb = end
    while end - verb < 2 and s.at(end) in _COPULA:
        end += 1
    linked = s.at(end) == "کہ"
    spoken = found.pattern.keys[0] == "کہنا" or s.at(end) in OPENING
    if not linked and not (spoken and end > verb):
        return None
    if s.at(found.at - 1) == "یہ" and (cue := _held_behind(s, found, end)):
        return cue
    owner = _holder(s, found.at)
    if owner is None or end + linked >= s.last:
        return None
    speaker, owner = source_before(s, owner, s.first)
    if speaker is None:
        return None
    felt = s.keys[found.at] in _FELT
    if felt and not _DEGREE.issuperset(s.keys[owner + 1 : found.at]):
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


def hears(s: Sentence, found: Found) -> Cue | None:
    """ایسی اطلاعات ہیں کہ: nobody's, unless somebody has or gets the news."""
    end = found.end
    while end - found.end < _LONGEST_NAME and s.at(end) in _HEARD:
        end += 1
    if s.at(end) != "کہ" or s.keys[end - 1] not in _FINITE or end == found.end:
        return None
    start = found.at
    while start > s.first and s.keys[start - 1] in _SUCH:
        start -= 1
    before = s.at(start - 1)
    if before in _OWNED or (is_nominal(before) and before != "اور"):
        return None  # one gets the news (پولیس کو اطلاع ملی), or the writer judges it (اچھی خبر)
    return Cue(start, start, end, (), "verb", linked=True)


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
    if found.pattern.keys[0] == "مطابق" and s.at(end) in _DOCUMENT:
        end += 1  # the کے got lost: رپورٹ مطابق
    elif s.at(end) not in ("کے", "کی"):
        return _prefixed(s, found) if found.pattern.keys[0] == "بقول" else None
    speaker, start = _released(s, end) or source_before(s, end, s.first)
    if speaker is None or _is_no_source(s, speaker[0], end):
        return None
    if found.pattern.keys[0] == "نزدیک" and not _is_person(s.keys[end - 1]):
        return None
    return Cue(speaker[0], start, found.end, (named(s.keys, speaker),), "according")


def _released(s: Sentence, end: int) -> tuple[Phrase, int] | None:
    """The source in X نے جو تفصیلات جاری کیں ان کے مطابق, and where its marker stands."""
    if s.at(end - 1) not in _RELEASED:
        return None
    for at in range(end - 2, max(s.first + 1, end - _ANTECEDENT), -1):
        if s.keys[at] == "جو" and s.keys[at + 1] in _DOCUMENT | _DETAILS:
            owner = at - 1 if s.keys[at - 1] == "نے" else issuer(s.keys, at, s.first)
            phrase = phrase_before(s.keys, owner, s.first) if owner else None
            return (phrase, owner) if phrase and owner else None
    return None


def _is_no_source(s: Sentence, first: int, end: int) -> bool:
    if not {"اپنی", "اپنے"}.isdisjoint(s.keys[first:end]):
        return True
    if s.keys[first] in _STANDING and end - first == 1:
        return _stands_for_rule(s, first)
    return any(tuple(s.keys[max(s.first, end - size) : end]) in not_sources() for size in (1, 2, 3))


def _stands_for_rule(s: Sentence, at: int) -> bool:
    """Whether the pronoun at `at` stands for a plan or a law, or اس کے مطابق means "so"."""
    inside = s.at(at - 1) not in _LINK | _FINITE | PAUSES | {""}
    if s.keys[at] == "اس" and inside:
        return True
    for before in range(at - 1, max(s.first, at - _ANTECEDENT) - 1, -1):
        if s.keys[before] in _DOCUMENT:
            return False
        if not not_sources().isdisjoint({(s.keys[before],), (s.keys[before][:-1] + "ے",)}):
            return True
    return False


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
