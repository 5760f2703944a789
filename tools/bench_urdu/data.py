"""The public Urdu data to measure on, where it is found."""

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"


def _found() -> Path | None:
    folder = Path(os.environ.get("DATA", ROOT.parent / "shared" / "data"))
    return folder if (folder / "README.md").exists() else None


DATA = _found()
"""The folder of the public data sets, or None: then only the gold tables are measured."""


def read_lines(name: str) -> Iterator[str]:
    """The lines of the data set `name` (a .gz file), without their ends."""
    with gzip.open((DATA or Path()) / name, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def read_jsonl(name: str) -> Iterator[dict[str, Any]]:
    """The records of the data set `name` (a .jsonl.gz file)."""
    return map(json.loads, read_lines(name))


def gold(name: str) -> list[list[str]]:
    r"""The rows of a gold table, `tests/gold/NAME.tsv`, as lists of cells; remarks left out.

    In a cell \n is a line break, \t a tab and \uXXXX a character.
    """
    rows = (GOLD / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    return [
        [_cell(cell) for cell in row.split("\t")] for row in rows if row and not row.startswith("#")
    ]


def _cell(cell: str) -> str:
    if "\\" not in cell:
        return cell
    return cell.encode("latin-1", "backslashreplace").decode("unicode_escape")
