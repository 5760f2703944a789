"""Alike: whether two spellings in one text are one word."""

from dataclasses import dataclass
from functools import cache

from roznama.urdu.spelling.edits import VOWELS, distance, substitution
from roznama.urdu.spelling.inflections import is_accepted, is_compound, is_inflected
from roznama.urdu.spelling.lexicon import (
    is_listed,
    listed_words,
    names,
    places,
    plain,
    share,
    slips,
)
from roznama.urdu.tables import rows

# Distances (see `edits`) that are taken for one word, by the evidence around them. Set by hand so
# that what is told in news articles of 2016 and 2024 (lums2024, bbcvoa2016) is mostly right.
_SOUND = 0.45  # one letter for another of the same sound
_CLEAR = 0.6  # what sound or a likely slip explains
_KEYED = 0.9  # two keys side by side
_ODD = 1.0  # one arbitrary letter
_FAR = 1.25  # what only the same neighbors explain
_SHORT = 4  # letters of a short word
_ORDINARY = 1e-5  # the share from which on a word is hardly a name that the lists lack
_CLUSTERS = "ٹپکمنڈ"  # letters after s that Urdu writes with or without an ا in front: (ا)سکول


@dataclass(frozen=True)
class Evidence:
    """What the text tells of two spellings: how often each stands there, in what company."""

    counts: tuple[int, int]
    same_place: bool

    @property
    def is_lopsided(self) -> bool:
        """Whether one of the two is the text's spelling and the other an exception."""
        return min(self.counts) == 1 < max(self.counts)

    @property
    def is_exception(self) -> bool:
        """Whether the text plainly prefers one of two spellings that are both in use."""
        return min(self.counts) == 1 and max(self.counts) > 2


@cache
def _endings() -> frozenset[str]:
    return frozenset(ending for row in rows("spelling_endings") for ending in row[0].split()) | {""}


def _lines(table: str) -> dict[str, int]:
    return {plain(form): line for line, row in enumerate(rows(table)) for form in row[0].split()}


@cache
def _lists() -> tuple[dict[str, int], dict[str, int]]:
    """For each spelling of a word that has several, the number of its line: names, other words."""
    return _lines("names_variants"), _lines("spelling_variants")


def lines_of(word: str) -> list[tuple[int, int]]:
    """The lines of the lists of variants that have `word`: number of the list, of the line."""
    return [(at, lines[word]) for at, lines in enumerate(_lists()) if word in lines]


def is_one_name(one: str, other: str) -> bool:
    """Whether the list of names has both as one."""
    line = _lists()[0].get(one)
    return line is not None and line == _lists()[0].get(other)


def are_variants_by_list(one: str, other: str) -> bool:
    """Whether the engine's lists, or the rule of (ا)سکول, know both as one word."""
    if set(lines_of(one)) & set(lines_of(other)):
        return True
    short, long = sorted((one, other), key=len)
    return (
        long == "ا" + short
        and len(short) > 3
        and short[0] == "س"
        and short[1] in _CLUSTERS
        and is_listed(long)
    )


def are_forms(one: str, other: str) -> bool:
    """Whether the two differ in their endings only, as inflected forms and derivations do."""
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    ends = (one[same:], other[same:])
    if set(ends) == {"ا", "ہ"} and not (is_listed(one) or is_listed(other)):
        return False  # a foreign name in -a: نواڈا، نواڈہ
    if _are_slip_ends(one, other, *ends) or _is_odd_for_name(one, other, *ends):
        return False
    return same > 1 and set(ends) <= _endings()


def _are_slip_ends(one: str, other: str, end: str, other_end: str) -> bool:
    """Whether a word that nothing explains ends in a consonant of the same sound, or doubled."""
    if is_accepted(one) and is_accepted(other):
        return False
    if not (end and other_end):
        longer = max(one, other, key=len)
        return len(longer[-2:]) == 2 and longer[-2] == longer[-1]
    are_letters = len(end) == len(other_end) == 1 and not {end, other_end} & VOWELS
    return are_letters and substitution(end, other_end) <= _SOUND


def _is_odd_for_name(one: str, other: str, end: str, other_end: str) -> bool:
    """Whether one is a name and the other no form of it: its forms are known, but for new words."""
    known, odd = sorted((one, other), key=is_accepted, reverse=True)
    return bool(end and other_end) and known in names() and not is_accepted(odd)


def are_alike(one: str, other: str, evidence: Evidence) -> bool:
    """Whether two single words are one word in two spellings. Two known words are two words."""
    if are_variants_by_list(one, other):
        return is_one_name(one, other) or evidence.is_exception
    if are_forms(one, other):
        return _are_place_in_a(one, other) and evidence.is_exception
    counted = zip((one, other), evidence.counts, strict=True)
    ranked = sorted(counted, key=lambda pair: (is_listed(pair[0]), pair[1]), reverse=True)
    right, wrong = (word for word, _ in ranked)
    if is_listed(wrong):
        return _are_rare_words(one, other, evidence)
    if is_accepted(wrong) or (is_accepted(right) and not is_listed(right)):
        return _is_odd_word(wrong, right, evidence)
    return _is_slip(wrong, right, evidence)


def is_place_in_a(word: str) -> bool:
    """Whether `word` is a place that ends in a written -ah."""
    return word.endswith("ہ") and word in places()


def _are_place_in_a(one: str, other: str) -> bool:
    """Whether the two are a place whose last sound -a is written both ways: امریکہ، امریکا."""
    ends = {one[-1], other[-1]}
    return one[:-1] == other[:-1] and ends == {"ا", "ہ"} and {one, other} <= places()


def are_within(one: str, other: str, most: float) -> bool:
    """Whether `distance(one, other)` is at most `most` (1.25 or less), faster and all but exact.

    The cheapest change of two letters costs 0.45 and of one 0.6 (a doubled letter apart), so words
    that share too few letters need no closer look; and only the part that differs is measured.
    """
    if len(set(one) ^ set(other)) > (2 if most <= _CLEAR else 4):
        return False
    start, end = _same_ends(one, other)
    return distance(one[start : len(one) - end], other[start : len(other) - end]) <= most


def _same_ends(one: str, other: str) -> tuple[int, int]:
    """How many letters at the start and at the end need no measuring; two and one stay."""
    short = min(len(one), len(other))
    start = next((at for at in range(short) if one[at] != other[at]), short)
    end = next((at for at in range(short - start) if one[-1 - at] != other[-1 - at]), short - start)
    return max(0, start - 2), max(0, end - 1)


def may_be_name(word: str) -> bool:
    """Whether `word` may be a name: a list of names has it, or no list as a usual word."""
    if word in names():
        return True
    rare = share(word) < _ORDINARY and word not in listed_words()
    return rare and (is_listed(word) or not is_accepted(word))


def _are_rare_words(one: str, other: str, evidence: Evidence) -> bool:
    """Whether two words that lists know are one: hardly ever, but lists hold odd spellings too."""
    if not evidence.same_place or min(len(one), len(other)) < _SHORT:
        return False
    if {one, other} <= listed_words() or max(share(one), share(other)) > _ORDINARY:
        return False
    return are_within(one, other, _CLEAR)


def _is_odd_word(wrong: str, right: str, evidence: Evidence) -> bool:
    """Whether one of the two looks like a form or a compound of a word, but stands for a name."""
    speaks = evidence.is_lopsided if _is_no_word(right) else evidence.is_exception
    if not (evidence.same_place or speaks) or (is_inflected(right) and right not in names()):
        return False
    if not (may_be_name(right) or is_compound(right)):
        return False
    is_long = evidence.same_place or len(wrong) > _SHORT
    return are_within(wrong, right, _CLEAR if is_long else _SOUND) and len(wrong) >= _SHORT


def _is_slip(wrong: str, right: str, evidence: Evidence) -> bool:
    """Whether the unknown word `wrong` is a slip for `right`, or another spelling of it.

    Slips in ordinary words are for `misspellings` to tell; only the well-known ones are told here.
    """
    if not may_be_name(right):
        return right in slips().get(wrong, ())
    most = _most_for(wrong, right, evidence)
    return most > 0 and are_within(wrong, right, most)


def _most_for(wrong: str, right: str, evidence: Evidence) -> float:
    """How far the two may lie apart to be one name: far when the text speaks for it."""
    if evidence.same_place:
        return _near_enough(wrong, right, _FAR)
    if evidence.is_exception:
        return _near_enough(wrong, right, _ODD)
    if not _is_no_word(right):
        return 0.0
    if evidence.is_lopsided:
        return _near_enough(wrong, right, _KEYED)
    return _CLEAR if min(len(wrong), len(right)) > _SHORT else 0.0


def _is_no_word(word: str) -> bool:
    return word in names() or not is_listed(word)


def _near_enough(wrong: str, right: str, most: float) -> float:
    """How far the two may lie apart when the text speaks for one word: less for short words."""
    by_length = {2: 0.0, 3: _CLEAR, 4: _KEYED}
    return min(most, by_length.get(min(len(wrong), len(right)), most))
