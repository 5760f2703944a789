"""Findings: the copy desk over the marked stories, by group of rules.

A found finding is a marked one when its rule is of the same group and the places overlap, by
one code point at least; each counts once. A mark may name a second rule or a second place that
is as right (README.md beside the marks): then either will do, and it counts for the group of its
first rule. Rules about the story as a whole match by rule. The written stories are checked under
their house list, the real ones under none.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from typing import Any

from bench_copydesk.marked import HOUSE, UNASKED, Mark, Marked, Place, marked
from bench_copydesk.matching import closeness, common, pairs
from bench_copydesk.printing import Table, share

_TARGETS = "targets: precision .9, recall .8"


def tables() -> Iterator[Table]:
    """Yield the table of the groups, for all stories and for those of each kind."""
    try:
        from roznama.copydesk import RULES  # noqa: PLC0415 - another room, said in one line
    except ImportError:
        yield Table("findings: roznama.copydesk is not here", ("",), ())
        return
    stories = marked()
    if not stories:
        yield Table("findings: no marked stories here", ("",), ())
        return
    results = [(story, _found(story)) for story in stories]
    groups = {code: str(rule.group) for code, rule in RULES.items()}
    for what, chosen in (
        ("all", results),
        ("written", [one for one in results if not one[0].is_real]),
        ("real", [one for one in results if one[0].is_real]),
    ):
        if chosen:
            yield _table(f"findings, {what}: {len(chosen)} stories ({_TARGETS})", chosen, groups)


def as_story(story: Marked) -> Any:
    """Return a marked story as the copy desk takes it."""
    from roznama.copydesk import Kind, Piece, Story  # noqa: PLC0415

    return Story(
        tuple(Piece(key, Kind(kind), text) for key, kind, text in story.pieces), **story.fields
    )


def _found(story: Marked) -> list[Any]:
    from roznama.copydesk import HouseList, check  # noqa: PLC0415

    found = check(as_story(story), HouseList() if story.is_real else _house())
    return [one for one in found if not (story.is_real and one.rule in UNASKED)]


def _house() -> Any:
    from roznama.copydesk import HouseEntry, HouseList  # noqa: PLC0415

    with HOUSE.open(encoding="utf-8", newline="") as file:
        return HouseList(HouseEntry(**row) for row in csv.DictReader(file))


def _table(title: str, results: list[tuple[Marked, list[Any]]], groups: dict[str, str]) -> Table:
    counts: dict[str, Counter[str]] = {group: Counter() for group in dict.fromkeys(groups.values())}
    for story, found in results:
        for mark in story.marks:
            counts[groups[mark.rule]]["marked"] += 1
        for one in found:
            counts[groups[one.rule]]["found"] += 1
        for mark, one in pairs(story.marks, found, _alike(groups)):
            counts[groups[one.rule]]["right found"] += 1
            count = counts[groups[mark.rule]]
            count["right"] += 1
            if mark.suggest:
                count["to suggest"] += 1
                count["suggested"] += _is_suggested(story, mark, one)
    rows = [_row(group, count) for group, count in counts.items()]
    rows.append(_row("all", sum(counts.values(), Counter())))
    columns = ("group", "marked", "found", "right", "precision", "recall", "suggestion right")
    return Table(title, columns, rows)


def _row(group: str, count: Counter[str]) -> tuple[str, ...]:
    right, wanted = count["right"], count["to suggest"]
    suggested = f"{count['suggested']} of {wanted}" if wanted else "-"
    counted = [str(count[name]) for name in ("marked", "found", "right")]
    told = share(count["right found"], count["found"]), share(right, count["marked"])
    return (group, *counted, *told, suggested)


def _alike(groups: dict[str, str]) -> Any:
    """Return what says how alike a mark and a finding are: 0 for not at all."""

    def alike(mark: Mark, one: Any) -> float:
        if groups[one.rule] not in {groups[rule] for rule in (mark.rule, *mark.also)}:
            return 0.0
        same_rule = 0.5 * (mark.rule == one.rule)
        if not mark.place.piece or not one.piece:
            return same_rule
        place = Place(one.piece, one.start, one.end)
        near = [known for known in (mark.place, *mark.others) if common(known, place)]
        return max((closeness(known, place) + same_rule for known in near), default=0.0)

    return alike


def _is_suggested(story: Marked, mark: Mark, one: Any) -> bool:
    """Whether the first suggestion makes the same text of the piece as the marked one."""
    if not one.suggestions or not mark.place.piece:
        return False
    made = _applied(story, Place(one.piece, one.start, one.end), one.suggestions[0])
    return made == _applied(story, mark.place, mark.suggest)


def _applied(story: Marked, place: Place, suggestion: str) -> tuple[str, str]:
    text = story.text(place.piece)
    return place.piece, text[: place.start] + suggestion + text[place.end :]
