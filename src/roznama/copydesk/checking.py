"""Checking: the rules over a story."""

from collections.abc import Collection, Iterator

from roznama.copydesk.copy import Copy
from roznama.copydesk.findings import Finding, Place
from roznama.copydesk.house import NO_HOUSE, HouseList
from roznama.copydesk.marks import Mark, finding
from roznama.copydesk.registry import RULES
from roznama.copydesk.story import Story

_WHOLE = Place("", 0, 0, "")


def check(
    story: Story, house: HouseList = NO_HOUSE, rules: Collection[str] | None = None
) -> list[Finding]:
    """What the `rules` (codes of `RULES`; None: all) find in `story`, in the order of the text.

    Offsets are code points in the pieces' texts as given. What is about the story as a whole
    comes first. A code that is no rule is a ValueError; any text gives a result, in time linear
    in its length, and the story stays as it is.
    """
    codes = _known(rules)
    copy = Copy(story)
    found = [item for code in codes for item in _found(code, copy, house)]
    found.sort(key=lambda item: item[0])
    return _without_doubles([one for _, one in found])


def _known(rules: Collection[str] | None) -> list[str]:
    if rules is None:
        return list(RULES)
    if unknown := sorted(set(rules) - set(RULES)):
        raise ValueError(f"no such rule: {', '.join(unknown)}")
    return [code for code in RULES if code in rules]


def _found(code: str, copy: Copy, house: HouseList) -> Iterator[tuple[tuple[int, int], Finding]]:
    for mark in RULES[code].find(copy, house):
        place = _WHOLE if mark.whole else copy.place(mark.start, mark.end)
        if place is not None and not house.accepts(place.text):
            yield _order(mark), finding(code, mark, place, _others(copy, mark))


def _without_doubles(findings: list[Finding]) -> list[Finding]:
    """The findings, but of two on one spelling only the one that the text itself speaks for."""
    variants = {(one.piece, one.start, one.end) for one in findings if one.rule == "name_variant"}
    return [
        one
        for one in findings
        if one.rule != "misspelling" or (one.piece, one.start, one.end) not in variants
    ]


def _order(mark: Mark) -> tuple[int, int]:
    return (-1, 0) if mark.whole else (mark.start, mark.end)


def _others(copy: Copy, mark: Mark) -> tuple[Place, ...]:
    return tuple(place for span in mark.other if (place := copy.place(*span)))
