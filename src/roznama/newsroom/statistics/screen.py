"""The report as the screen shows it: charts, and the rows of the tables beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language_bidi

from roznama.newsroom.models import CorrectionKind
from roznama.newsroom.statistics.charts import Columns, columns, line, share
from roznama.newsroom.statistics.lasting import Lasting
from roznama.newsroom.statistics.report import Desk, Name, Report
from roznama.newsroom.statistics.tables import name_of, per_hundred
from roznama.newsroom.statistics.words import number, span, step

MOST_NAMES = 25
"""Authors on the screen; the file has all."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with a bar, or a range, in it: places in per cent of its room."""

    name: str
    cells: tuple[str, ...]
    bar: float = 0.0
    end: float = 0.0


@dataclass(frozen=True, slots=True)
class OverTime:
    """A chart of columns with its table; `highest` is what is said of it in words."""

    chart: Columns | None
    rows: tuple[tuple[str, str], ...]
    highest: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A story that is read much, with its small line."""

    title: str
    url: str
    desk: str
    reads: str
    bar: float
    path: str
    highest: tuple[str, str]


def screen(report: Report, names: dict[str, str]) -> dict[str, Any]:
    """Return what the template shows; `names` has the desks' names by their paths."""
    kind, reads = report.scope.step, report.readership
    return {
        "figures": (number(report.stories), number(sum(reads.reads)), number(report.corrections)),
        "median": span(report.lasting.median if report.lasting else None),
        "desks": _desks(report.desks),
        "days": over_time(report.steps, report.by_step, kind),
        "hours": over_time(range(24), report.by_hour, kind),
        "reads": over_time(reads.steps, reads.reads, kind),
        "is_one_day": report.scope.since == report.scope.until,
        "authors": _names(report.authors),
        "more_authors": max(0, len(report.authors) - MOST_NAMES),
        "writers": _names(report.writers),
        "more_writers": max(0, len(report.writers) - MOST_NAMES),
        "read": _read(report, names),
        "times": _times(report),
        "corrections": _corrections(report.desks),
    }


def over_time(steps: Sequence[date | int], numbers: Sequence[int], kind: str) -> OverTime:
    """Return a chart of numbers over time."""
    names = [step(at, kind) for at in steps]
    told = tuple((name, number(value)) for name, value in zip(names, numbers, strict=True))
    chart = columns(names, numbers, rtl=get_language_bidi())
    return OverTime(chart, told, _highest(names, numbers))


def _highest(names: Sequence[str], numbers: Sequence[int]) -> tuple[str, str]:
    if not any(numbers):
        return "", ""
    place = max(range(len(numbers)), key=numbers.__getitem__)
    return names[place], number(numbers[place])


def _desks(desks: Iterable[Desk]) -> list[Row]:
    highest = max((one.stories for one in desks), default=0)
    return [
        Row(one.name, (number(one.stories), number(one.off)), share(one.stories, highest))
        for one in desks
    ]


def _names(names: tuple[Name, ...]) -> list[Row]:
    highest = max((one.stories for one in names), default=0)
    return [
        Row(name_of(one), (number(one.stories),), share(one.stories, highest))
        for one in names[:MOST_NAMES]
    ]


def _times(report: Report) -> list[Row]:
    rows: list[tuple[str, Lasting]] = [
        (one.name, one.lasting) for one in report.desks if one.lasting
    ]
    if len(rows) > 1 and report.lasting:
        rows.append(("", report.lasting))
    # At the end of the room a ring would be cut off.
    longest = max((took.most.total_seconds() for _, took in rows), default=0.0) / 0.98
    return [
        Row(
            name, (number(took.stories), span(took.median), span(took.most)),
            share(took.median.total_seconds(), longest), share(took.most.total_seconds(), longest),
        )
        for name, took in rows
    ]  # fmt: skip


def _corrections(desks: Sequence[Desk]) -> list[Row]:
    kinds = CorrectionKind
    highest = max((one.notices.get(kinds.CORRECTION, 0) for one in desks), default=0)
    rows = []
    for one in desks:
        corrections = one.notices.get(kinds.CORRECTION, 0)
        others = (one.notices.get(kind, 0) for kind in (kinds.CLARIFICATION, kinds.UPDATE))
        rate = per_hundred(corrections, one.stories)
        cells = (number(corrections), *map(number, others), number(rate))
        rows.append(Row(one.name, cells, share(corrections, highest)))
    return rows


def _read(report: Report, names: dict[str, str]) -> list[Line]:
    found = report.readership
    steps = [step(at, report.scope.step) for at in found.steps]
    highest = max((one.reads for one in found.stories), default=0)
    length = len(next(iter(names), ""))
    return [
        Line(
            one.title, one.url, names.get(one.path[:length], ""), number(one.reads),
            share(one.reads, highest), line(one.line), _highest(steps, one.line),
        )
        for one in found.stories
    ]  # fmt: skip
