"""Deeds: what somebody did to something, so that the sentence accuses them (رقم ... کھا گئے)."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from roznama.copydesk.copy import Copy, key_of
from roznama.copydesk.grammar import in_class
from roznama.copydesk.house import Keys, keys_of
from roznama.copydesk.matching import Match
from roznama.copydesk.tables import rows

_REACH = 7  # tokens between what the deed is done to and its words


def find_deeds(copy: Copy) -> Iterator[Match[str]]:
    """The deeds of data/deeds.tsv, each from its object to its last word, within one clause."""
    forms, behind = _forms(), 0
    for at, key in enumerate(copy.keys):
        if at >= behind and key in forms and (last := _deed(copy, at, forms[key])):
            keys = tuple(copy.keys[at:last])
            yield Match(
                at, last, keys, copy.text[copy.tokens[at].start : copy.tokens[last - 1].end]
            )
            behind = last


def _deed(copy: Copy, at: int, deeds: frozenset[Keys]) -> int:
    """The token behind the deed done to the token at `at`; 0 for none."""
    for start in range(at + 1, min(at + 2 + _REACH, len(copy.keys))):
        key = copy.keys[start]
        if in_class("clause_mark", key) or in_class("opens_clause", key) or key == "؟":
            return 0
        for length in (3, 2, 1):
            if tuple(copy.keys[start : start + length]) in deeds:
                return start + length
    return 0


@cache
def _forms() -> dict[str, frozenset[Keys]]:
    """The words of the deeds by the search form of what they are done to."""
    found: dict[str, set[Keys]] = defaultdict(set)
    for objects, deeds in rows("deeds"):
        for word in objects.split():
            found[key_of(word)].update(keys_of(deed) for deed in deeds.split(","))
    return {word: frozenset(deeds) for word, deeds in found.items()}
