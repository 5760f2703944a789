"""Tables on standard output: plain columns, as wide as what is in them."""

from collections.abc import Sequence
from typing import NamedTuple


class Table(NamedTuple):
    """A table: its title, the names of its columns, and its rows."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def print_table(table: Table) -> None:
    """Print a table; the first column is set left, numbers right."""
    print(f"\n{table.title}")
    every = [table.columns, *table.rows]
    widths = [max(len(row[at]) for row in every) for at in range(len(table.columns))]
    for row in every:
        first, *others = zip(row, widths, strict=True)
        cells = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
        print("  " + "  ".join(cells).rstrip(), flush=True)


def share(part: int, whole: int) -> str:
    """Return a share to three places; nothing to measure is a dash."""
    return f"{part / whole:.3f}" if whole else "-"


def f1(matched: int, found: int, marked: int) -> str:
    """Return the F1 of what was found against what is marked."""
    return share(2 * matched, found + marked)
