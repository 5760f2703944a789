"""Accusations without a source: what the paper says of somebody in its own name."""

from collections.abc import Iterator
from functools import cache

from roznama.copydesk.copy import Copy
from roznama.copydesk.grammar import in_class
from roznama.copydesk.house import HouseList, Keys, keys_of
from roznama.copydesk.marks import Mark
from roznama.copydesk.matching import Match, matches
from roznama.copydesk.rules.deeds import find_deeds
from roznama.copydesk.rules.sourcing import unsourced_sentences
from roznama.copydesk.tables import rows, word_class

_EXCUSED = (
    "judged",
    "fiction",
    "doers",
)  # classes of words whose sentence accuses nobody by itself


def find_unattributed_accusations(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """One accusation a sentence, where neither a source nor a court is named."""
    found = sorted(
        [*matches(copy, _forms()), *find_deeds(copy)], key=lambda match: (match.first, -match.last)
    )
    for first, last in unsourced_sentences(copy, behind=0) if found else ():
        if _is_judged(copy, first, last):
            continue
        inside = [match for match in found if first <= match.first < last and _accuses(copy, match)]
        if inside:
            yield _mark(copy, inside[0])


def _accuses(copy: Copy, match: Match[str]) -> bool:
    """Whether a کی at the end is the verb: رشوت کی رقم accuses nobody."""
    after = copy.tokens[match.last] if match.last < len(copy.tokens) else None
    if after is None or not in_class("verb_too", match.keys[-1]):
        return True
    return after.kind == "punctuation" or in_class("finite", after.text) or _links(after.text)


def _links(word: str) -> bool:
    return in_class("opens_clause", word)


def _mark(copy: Copy, match: Match[str]) -> Mark:
    return Mark(*match.place(copy), (), {"word": match.value})


def _is_judged(copy: Copy, first: int, last: int) -> bool:
    keys = copy.keys[first:last]
    return any(not word_class("sourcing", kind).isdisjoint(keys) for kind in _EXCUSED)


@cache
def _forms() -> dict[str, list[tuple[Keys, str]]]:
    """The words as their keys, by the first of them, longer ones first."""
    found: dict[str, list[tuple[Keys, str]]] = {}
    for (words,) in rows("accusations"):
        if keys := keys_of(words):
            found.setdefault(keys[0], []).append((keys, words))
    for several in found.values():
        several.sort(key=lambda form: -len(form[0]))
    return found
