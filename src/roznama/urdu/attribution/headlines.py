"""Headlines: the speaker before a colon, or behind the last comma.

A headline of another story may also stand in the running text, where sites put them.
"""

from roznama.urdu.attribution.lexicon import word_class
from roznama.urdu.attribution.matching import Cue, Found
from roznama.urdu.attribution.sentence import REACH, Phrase, Sentence
from roznama.urdu.attribution.speakers import is_nominal

_FINITE = word_class("finite")
_SAYING = word_class("saying")
_CLOSING = word_class("copula") | word_class("future") | frozenset({"گیا", "گئی", "گئے"})
_OWNING = ("کا", "کی", "کے", "میں")
_LONGEST = 25  # words of a headline
_LONGEST_NAME = 6
_SHORTEST = 3  # words of a claim
_MARKS = (":", "،", "-", "–")


def headline_cue(s: Sentence) -> Cue | None:
    """The mark between a claim and its speaker, in a line that ends without a full stop."""
    if s.last - s.first > _LONGEST or s.at(s.last - 1) in ("۔", "؟", "."):
        return None
    for mark in _MARKS:
        places = [at for at in range(s.first + 1, s.last - 1) if s.keys[at] == mark]
        if places:
            return _cue_at(s, places[0] if mark == ":" else places[-1])
    return None


def captioned(s: Sentence, found: Found) -> Cue | None:
    """A claim before a colon, and behind it whose it is: بارش رکے گی: محکمے کا دعویٰ."""
    marker = found.at - 1
    places = range(marker - 1, max(s.first, marker - _LONGEST_NAME - 1), -1)
    colon = next((at for at in places if s.keys[at] == ":"), s.first)
    speaker = (colon + 1, marker)
    if s.at(marker) not in _OWNING or not _is_name(s, speaker):
        return None
    goes_on = found.end < s.last and not is_nominal(s.keys[found.end])
    if goes_on or s.at(colon - 1) not in _FINITE:
        return None
    claim = (_after_break(s, colon), colon)
    if not _is_claim(claim):
        return None
    return Cue(claim[0], marker, found.end, (speaker,), "noun", noun=claim)


def _after_break(s: Sentence, end: int) -> int:
    """Where the clause before `end` begins, if another runs into it without a mark."""
    for at in range(end - 2, max(s.first, end - REACH), -1):
        if s.keys[at] in _CLOSING and is_nominal(s.keys[at + 1]) and s.keys[at + 1] != "اور":
            return at + 1
    return s.first


def _cue_at(s: Sentence, mark: int) -> Cue | None:
    before, after = (s.first, mark), (mark + 1, s.last)
    for side, claim in ((before, after), (after, before)):
        if s.at(side[1] - 1) in _SAYING and _is_claim(claim):
            return _spoken(s, side, claim)
    if s.keys[mark] == ":" and _is_name(s, before) and _is_claim(after):
        return Cue(s.first, mark, mark + 1, (before,), "verb", linked=True)
    if _is_name(s, after) and _is_claim(before) and _ends_clause(s, mark):
        return Cue(mark, mark, mark + 1, (after,), "noun", noun=before)
    return None


def _spoken(s: Sentence, side: Phrase, claim: Phrase) -> Cue | None:
    """کپتان کا دعویٰ: the noun with its postposition is the cue."""
    marker = side[1] - 2
    speaker = (side[0], marker)
    if s.at(marker) not in _OWNING or not _is_name(s, speaker):
        return None
    return Cue(side[0], marker, side[1], (speaker,), "noun", noun=claim)


def _is_name(s: Sentence, phrase: Phrase) -> bool:
    keys = s.keys[phrase[0] : phrase[1]]
    return 0 < len(keys) <= _LONGEST_NAME and all(is_nominal(key) for key in keys)


def _is_claim(phrase: Phrase) -> bool:
    return phrase[1] - phrase[0] >= _SHORTEST


def _ends_clause(s: Sentence, mark: int) -> bool:
    return s.keys[mark] == ":" or s.keys[mark - 1] in _FINITE
