"""The report as tables: what the screen shows beside its charts, and what goes into CSV files."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from roznama.newsroom.checking.csvfile import guarded
from roznama.newsroom.models import CorrectionKind
from roznama.newsroom.statistics.report import Name, Report

_BOM = "\ufeff"  # without it spreadsheets take Urdu for Latin letters
_NOTICES = (
    CorrectionKind.CORRECTION, CorrectionKind.CLARIFICATION, CorrectionKind.UPDATE,
    CorrectionKind.NOTE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """A head and rows under it; the first cell of a row is its name."""

    head: list[str]
    rows: list[list[Any]]


def table(name: str, report: Report) -> Table | None:
    """Return one of TABLES, None for a name that none has."""
    made = TABLES.get(name)
    return made(report) if made else None


def as_csv(found: Table) -> Iterator[str]:
    """Yield a table as lines of a CSV file; no cell is a formula to a spreadsheet."""
    yield _BOM + _line(found.head)
    for row in found.rows:
        yield _line([_cell(cell) for cell in row])


def per_hundred(notices: int, stories: int) -> float | None:
    """Return how many corrections come to a hundred stories, None where there are none."""
    return round(100 * notices / stories, 1) if stories else None


def name_of(one: Name) -> str:
    """Return somebody's name, or that nobody is named."""
    return one.name or _("nobody named")


def _desks(report: Report) -> Table:
    head = [pgettext("in a table", "Desk"), _("Stories"), _("off the paper since")]
    return Table(head, [[one.name, one.stories, one.off] for one in report.desks])


def _authors(report: Report) -> Table:
    return Table([_("Byline"), _("Stories")], _names(report.authors))


def _writers(report: Report) -> Table:
    return Table([_("Who wrote it"), _("Stories")], _names(report.writers))


def _names(names: tuple[Name, ...]) -> list[list[Any]]:
    return [[name_of(one), one.stories] for one in names]


def _times(report: Report) -> Table:
    head = [
        pgettext("in a table", "Desk"),
        _("Stories"),
        _("median, in minutes"),
        _("nine of ten within, in minutes"),
    ]
    rows = [(one.name, one.lasting) for one in report.desks]
    rows += [(_("All together"), report.lasting)]
    told = [
        [name, took.stories, _minutes(took.median), _minutes(took.most)]
        for name, took in rows
        if took
    ]
    return Table(head, told)


def _minutes(took: timedelta) -> float:
    return round(took.total_seconds() / 60, 1)


def _corrections(report: Report) -> Table:
    kinds = [str(kind.label) for kind in _NOTICES]
    head = [pgettext("in a table", "Desk"), *kinds, _("corrections to a hundred stories")]
    rows = [
        [one.name, *(one.notices.get(kind, 0) for kind in _NOTICES),
         per_hundred(one.notices.get(CorrectionKind.CORRECTION, 0), one.stories)]
        for one in report.desks
    ]  # fmt: skip
    return Table(head, rows)


def _days(report: Report) -> Table:
    rows = zip(report.steps, report.by_step, strict=True)
    return Table([_when(report), _("Stories")], [[at, n] for at, n in rows])


def _when(report: Report) -> str:
    names = {
        "day": pgettext("in a table", "Day"),
        "week": _("Week from"),
        "month": pgettext("in a table", "Month"),
    }
    return names[report.scope.step]


def _hours(report: Report) -> Table:
    rows = [[f"{hour:02}:00", n] for hour, n in enumerate(report.by_hour)]
    return Table([_("Hour"), _("Stories")], rows)


def _reads(report: Report) -> Table:
    found = report.readership
    is_hour = bool(found.steps) and isinstance(found.steps[0], int)
    rows = zip(found.steps, found.reads, strict=True)
    cells = [[f"{at:02}:00" if isinstance(at, int) else at, n] for at, n in rows]
    return Table([_("Hour") if is_hour else _when(report), _("Reads")], cells)


def _read(report: Report) -> Table:
    found = report.readership
    steps = [f"{at:02}:00" if isinstance(at, int) else at.isoformat() for at in found.steps]
    rows = [[one.title, one.url, one.reads, *one.line] for one in found.stories]
    return Table([_("Headline"), _("address"), _("Reads"), *steps], rows)


TABLES: dict[str, Callable[[Report], Table]] = {
    "desks": _desks,
    "days": _days,
    "authors": _authors,
    "writers": _writers,
    "read": _read,
    "reads": _reads,
    "times": _times,
    "corrections": _corrections,
    "hours": _hours,
}
"""By the names that addresses have."""


def _cell(cell: Any) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return guarded(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def _line(cells: list[Any]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
