"""Alike: whether two spellings in one text are one word."""

from functools import cache

from roznama.urdu.spelling.edits import VOWELS, distance
from roznama.urdu.spelling.inflections import is_accepted
from roznama.urdu.spelling.lexicon import is_listed, names, plain
from roznama.urdu.spelling.suggestions import suggestions
from roznama.urdu.tables import rows

_CLEAR = 0.6  # a distance that sound or a likely slip explains
_ODD = 1.0  # a distance of one arbitrary letter
_FAR = 1.25  # a distance that only the same neighbors, or great length, explain
_MEANT = 0.6  # the score from which on a suggestion is taken at its word
_CLUSTERS = "ٹپکمنڈ"  # letters after s that Urdu writes with or without an ا in front: (ا)سکول


@cache
def _endings() -> frozenset[str]:
    return frozenset(ending for row in rows("spelling_endings") for ending in row[0].split()) | {""}


@cache
def _one_name() -> dict[str, int]:
    """For each spelling of a name that has several, the number of its line."""
    table = enumerate(rows("names_variants"))
    return {plain(form): line for line, row in table for form in row[0].split()}


def are_variants_by_list(one: str, other: str) -> bool:
    """Whether the engine's list, or the rule of (ا)سکول, knows both as one word."""
    line = _one_name().get(one)
    if line is not None and line == _one_name().get(other):
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
    ends = {one[same:], other[same:]}
    if ends == {"ا", "ہ"} and not (is_listed(one) or is_listed(other)):
        return False  # a foreign name in -a: نواڈا، نواڈہ
    return same > 1 and ends <= _endings()


def are_alike(one: str, other: str, counts: tuple[int, int], *, same_place: bool) -> bool:
    """Whether two single words are one word in two spellings.

    `counts` tells how often each stands in the text, `same_place` whether both stand beside the
    same telling word. Two words that lists know are two words.
    """
    if are_variants_by_list(one, other):
        return True
    if are_forms(one, other):
        return False
    known, unknown = sorted((one, other), key=is_accepted, reverse=True)
    if is_accepted(unknown):
        return same_place and _is_rare_pair(one, other) and distance(one, other) <= _CLEAR
    if is_accepted(known):
        return _is_slip(unknown, known, counts, same_place=same_place)
    return _are_one_name(one, other, counts, same_place=same_place)


def _is_rare_pair(one: str, other: str) -> bool:
    return not (is_listed(one) and is_listed(other)) and min(len(one), len(other)) > 3


def _is_slip(wrong: str, right: str, counts: tuple[int, int], *, same_place: bool) -> bool:
    """Whether the unknown word `wrong` is a slip for the known `right`."""
    best = suggestions(wrong)[:1]
    if best and best[0].word == right and best[0].score >= _MEANT:
        return True
    cost, long = distance(wrong, right), len(wrong)
    if same_place or (right in names() and max(counts) > 2 * min(counts)):
        return cost <= _ODD and long > 3
    return cost <= _CLEAR and long > 6 and not _is_foreign_to(wrong, right)


def _is_foreign_to(wrong: str, right: str) -> bool:
    return bool(set(wrong) - set(right) - VOWELS)


def _are_one_name(one: str, other: str, counts: tuple[int, int], *, same_place: bool) -> bool:
    """Whether two words that nothing explains are one foreign name."""
    cost, long = distance(one, other), min(len(one), len(other))
    if same_place:
        return cost <= _FAR and long > 3
    if cost <= _CLEAR:
        return long > 4
    lopsided = max(counts) > 2 and min(counts) == 1
    return cost <= _ODD and (long > 7 or (long > 5 and lopsided))
