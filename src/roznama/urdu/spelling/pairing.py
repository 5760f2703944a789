"""Pairing: which spellings of a text are worth comparing, and which of them are one word."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice

from roznama.urdu.spelling.alike import (
    Evidence,
    are_alike,
    are_forms,
    are_variants_by_list,
    are_within,
    is_place_in_a,
    lines_of,
    may_be_name,
)
from roznama.urdu.spelling.edits import distance
from roznama.urdu.spelling.inflections import is_accepted, is_compound, is_frequent
from roznama.urdu.spelling.lexicon import is_listed, listed_words, names, share
from roznama.urdu.spelling.name_marks import is_place_part, is_title
from roznama.urdu.spelling.neighbors import Neighbors
from roznama.urdu.spelling.places import Places, are_told_together
from roznama.urdu.spelling.skeletons import skeleton
from roznama.urdu.spelling.wording import Word
from roznama.urdu.stop_words import STOP_WORDS

_SHORTEST = 3  # letters of a single word that is compared
_SHORT_WORD = 4  # a word with fewer letters is odd only when nothing explains it
_LONGEST = 24
_CROWD = 12  # words of one skeleton: more prove nothing and cost time
_MOST = 16  # words that are compared with one, for the same reasons
_JOINED = 0.9  # how far two words, written as one, may lie from the one
_IN_PLACE = 1.3  # the same, beside the same telling word
_SHORT = 0.6  # how far two words of two or three letters may lie apart
_WHOLE = 1.0  # a word so near to one of two is not both of them as one
_PART = 2  # letters of the shorter one of two words that are a name in two parts
_UNJOINED = frozenset("اآدڈذرڑزژوؤےءۓ")
_RARE = 1e-5  # a share of running text

Link = tuple[str, str]
Table = dict[str, Places]


def alike_pairs(words: list[Word], singles: Table, pairs: Table, shorts: Table) -> list[Link]:
    """The pairs of spellings that are one word, as keys of the three tables (see `places`)."""
    forms = [form for form in singles if _SHORTEST <= len(form) <= _LONGEST]
    return [
        *_listed_links(forms, singles),
        *_single_links(words, forms, singles),
        *_joined_links(forms, singles, pairs),
        *_short_links(shorts),
    ]


def _listed_links(forms: list[str], places: Table) -> Iterator[Link]:
    """The spellings that a list has as one word, each with the most frequent of them."""
    together: dict[tuple[int, int], list[str]] = defaultdict(list)
    for form in forms:
        for key in lines_of(form):
            together[key].append(form)
    for same in together.values():
        most = max(same, key=lambda form: len(places[form].at))
        for form in same:
            if form != most and are_alike(form, most, _evidence(places[form], places[most])):
                yield most, form


def _single_links(words: list[Word], forms: list[str], places: Table) -> Iterator[Link]:
    near = Neighbors(forms)
    sounding = _by_skeleton(forms)
    for form in forms:
        if not _may_be_odd(form):
            continue  # what it may be a variant of is found from the other, rarer side
        others = dict.fromkeys([*near.of(form), *sounding[skeleton(form)]])
        for other in islice(others, _MOST):
            if other != form and _are_one(words, form, other, places):
                yield form, other


def _may_be_odd(form: str) -> bool:
    if len(form) < _SHORT_WORD:
        return not is_accepted(form)
    return not is_frequent(form) or form.startswith("اس") or is_place_in_a(form)


def _are_one(words: list[Word], form: str, other: str, places: Table) -> bool:
    one, two = places[form], places[other]
    if min(len(form), len(other)) <= _SHORT_WORD and not (one.is_known or two.is_known):
        return False
    alike = are_alike(form, other, _evidence(one, two))
    return alike and not are_told_together(words, one, two)


def _evidence(one: Places, other: Places) -> Evidence:
    return Evidence((len(one.at), len(other.at)), same_place=one.shares_neighbor(other))


def _by_skeleton(forms: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        same = found[skeleton(form)]
        if len(same) < _CROWD:
            same.append(form)
    return found


def _joined_links(forms: list[str], singles: Table, pairs: Table) -> Iterator[Link]:
    rare = (form for form in forms if share(form) < _RARE or form in names())
    sounding = _by_skeleton([form for form in rare if len(form) > _SHORT_WORD])
    for pair, places in pairs.items():
        joined = pair.replace(" ", "")
        for form in sounding.get(skeleton(joined), ()) if len(joined) <= _LONGEST else ():
            if _are_joined(form, pair, same_place=places.shares_neighbor(singles[form])):
                yield form, pair


def _are_joined(form: str, pair: str, *, same_place: bool) -> bool:
    first, second = pair.split(" ")
    if form == first + second:
        return _is_name_in_two(form, first, second)
    if _is_the_one_word(form, first, second):
        return False
    if same_place and (is_listed(form) or not is_compound(form)):
        near = are_within(form, first + second, _IN_PLACE)
        return near and not are_variants_by_list(form, first)
    named = _is_only_name(first) or _is_only_name(second)
    return named and _may_be_parts(first, second) and are_within(form, first + second, _JOINED)


def _is_the_one_word(form: str, first: str, second: str) -> bool:
    """Whether `form` is one of the two words, or both with an ending (بنگلادیش، بنگلا دیشی)."""
    both = first + second
    if form.startswith(both) or both.startswith(form):
        return True
    return are_within(form, first, _WHOLE) or are_within(form, second, _WHOLE)


def _may_be_parts(first: str, second: str) -> bool:
    ordinary = bool({first, second} & STOP_WORDS) or is_title(first)
    return not ordinary and min(len(first), len(second)) >= _PART


def _is_name_in_two(form: str, first: str, second: str) -> bool:
    """Whether `form`, the two words typed as one, is a name and not an ordinary compound.

    After a letter that does not join the next one a missing space cannot be seen in print
    (بابراعظم): there only a name that a list has as one word is told.
    """
    if form in names() and not (is_accepted(first) and is_accepted(second)):
        return True
    if not _may_be_parts(first, second) or share(form) >= _RARE:
        return False
    if form in listed_words():
        return form in names()
    if first[-1] in _UNJOINED and (not is_listed(form) or {first, second} <= names()):
        return False
    return all(_may_be_part(part) for part in (first, second))


def _may_be_part(word: str) -> bool:
    return word in names() or may_be_name(word) or is_place_part(word)


def _is_only_name(word: str) -> bool:
    return share(word) < _RARE and (word in names() or not is_accepted(word))


def _short_links(shorts: Table) -> Iterator[Link]:
    """Short words before the same telling word: کم جونگ, کیم جونگ."""
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in shorts:
        form, after = key.split(" \n")
        alike[skeleton(form), after].append(key)
    for keys in alike.values():
        for one, other in combinations(keys[:_CROWD], 2):
            if _are_short_alike(one.split(" ")[0], other.split(" ")[0]):
                yield one, other


def _are_short_alike(one: str, other: str) -> bool:
    if {one, other} & STOP_WORDS or min(share(one), share(other)) > _RARE:
        return False
    return not are_forms(one, other) and distance(one, other) <= _SHORT
