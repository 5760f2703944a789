"""Pairing: which spellings of a text are worth comparing, and which of them are one word."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from roznama.urdu.spelling.alike import are_alike, are_forms, are_variants_by_list
from roznama.urdu.spelling.edits import distance
from roznama.urdu.spelling.inflections import is_accepted, is_compound, is_frequent
from roznama.urdu.spelling.lexicon import is_listed, is_people_name, names, share
from roznama.urdu.spelling.neighbors import Neighbors
from roznama.urdu.spelling.places import Places
from roznama.urdu.spelling.skeletons import skeleton
from roznama.urdu.stop_words import STOP_WORDS

_SHORTEST = 4  # letters of a single word that is compared
_LONGEST = 24
_CROWD = 12  # words of one skeleton: more prove nothing and cost time
_JOINED = 0.9  # how far two words, written as one, may lie from the one
_IN_PLACE = 1.3  # the same, beside the same telling word
_SHORT = 0.6  # how far two words of two or three letters may lie apart
_RARE = 1e-5  # a share of running text

Link = tuple[str, str]


def alike_pairs(
    singles: dict[str, Places], pairs: dict[str, Places], shorts: dict[str, Places]
) -> list[Link]:
    """The pairs of spellings that are one word, as keys of the three tables (see `places`)."""
    forms = [form for form in singles if _SHORTEST <= len(form) <= _LONGEST]
    return [
        *_single_links(forms, singles),
        *_joined_links(forms, singles, pairs),
        *_short_links(shorts),
    ]


def _single_links(forms: list[str], places: dict[str, Places]) -> Iterator[Link]:
    near = Neighbors(forms)
    sounding = _by_skeleton(forms)
    for form in forms:
        if is_frequent(form) and not form.startswith("اس"):
            continue  # what it may be a variant of is found from the other, rarer side
        others = dict.fromkeys([*near.of(form), *sounding[skeleton(form)]])
        for other in others:
            if other != form and _are_one(form, other, places):
                yield form, other


def _are_one(form: str, other: str, places: dict[str, Places]) -> bool:
    one, two = places[form], places[other]
    counts = (len(one.at), len(two.at))
    return are_alike(form, other, counts, same_place=one.shares_neighbor(two))


def _by_skeleton(forms: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        same = found[skeleton(form)]
        if len(same) < _CROWD:
            same.append(form)
    return found


def _joined_links(
    forms: list[str], singles: dict[str, Places], pairs: dict[str, Places]
) -> Iterator[Link]:
    sounding = _by_skeleton([form for form in forms if len(form) > 4 and share(form) < _RARE])
    for pair, places in pairs.items():
        joined = pair.replace(" ", "")
        for form in sounding.get(skeleton(joined), ()) if len(joined) <= _LONGEST else ():
            if _are_joined(form, pair, same_place=places.shares_neighbor(singles[form])):
                yield form, pair


def _are_joined(form: str, pair: str, *, same_place: bool) -> bool:
    first, second = pair.split(" ")
    if form in (first, second):
        return False
    far = distance(form, first + second)
    if same_place and (is_listed(form) or not is_compound(form)):
        return far <= _IN_PLACE and not are_variants_by_list(form, first)
    return far <= _JOINED and _is_name_in_two(form, first, second, exact=not far)


def _is_name_in_two(form: str, first: str, second: str, *, exact: bool) -> bool:
    """Whether `form` is a name and the two words make no sense but as its parts."""
    if {first, second} & STOP_WORDS or min(len(first), len(second)) < 2:
        return False
    if exact and is_people_name(first) and is_people_name(second):
        return not is_listed(form)
    return _is_only_name(first) or (_is_only_name(second) and share(first) < _RARE)


def _is_only_name(word: str) -> bool:
    return share(word) < _RARE and (word in names() or not is_accepted(word))


def _short_links(shorts: dict[str, Places]) -> Iterator[Link]:
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
