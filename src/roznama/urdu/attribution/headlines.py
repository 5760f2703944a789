"""Headlines: the speaker before a colon, or behind the last comma."""

from roznama.urdu.attribution.lexicon import word_class
from roznama.urdu.attribution.matching import Cue
from roznama.urdu.attribution.sentence import Phrase, Sentence
from roznama.urdu.attribution.speakers import is_nominal

_FINITE = word_class("finite")
_SAYING = word_class("saying")
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
    if s.at(marker) not in ("کا", "کی", "کے", "میں") or not _is_name(s, speaker):
        return None
    return Cue(side[0], marker, side[1], (speaker,), "noun", noun=claim)


def _is_name(s: Sentence, phrase: Phrase) -> bool:
    keys = s.keys[phrase[0] : phrase[1]]
    return 0 < len(keys) <= _LONGEST_NAME and all(is_nominal(key) for key in keys)


def _is_claim(phrase: Phrase) -> bool:
    return phrase[1] - phrase[0] >= _SHORTEST


def _ends_clause(s: Sentence, mark: int) -> bool:
    return s.keys[mark] == ":" or s.keys[mark - 1] in _FINITE
