"""The hand-written tables: variants, Roman Urdu, slips, put to an index of any size."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from roznama.archive.index.reading import Snapshot
from roznama.archive.search.building import Filters, wanted
from roznama.archive.search.parsing import parsed
from roznama.archive.search.searching import Search, search
from roznama.archive.story import Story

Row = tuple[str, str, str]

_FOLDER = Path(__file__).resolve().parents[2] / "tests" / "gold"
_FIRST = 50_000_000
"""Ids of the stories that the Roman queries mean; beyond those of any synthetic archive."""

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_MOST = 20_000  # of a query's stories that are compared, beside how many there are


def table(name: str) -> list[list[str]]:
    r"""Return a gold table's rows without its remarks; \\uXXXX stands for a character."""
    with (_FOLDER / f"{name}.tsv").open(encoding="utf-8") as file:
        lines = (line for line in file if line.strip() and not line.startswith("#"))
        whole = (_ESCAPED.sub(lambda found: chr(int(found[1], 16)), line) for line in lines)
        return list(csv.reader(whole, delimiter="\t", quoting=csv.QUOTE_NONE))


def stories() -> Iterator[Story]:
    """Yield the stories that the Roman queries mean."""
    for number, (_, headline, lead) in enumerate(table("roman_queries")):
        yield Story(_FIRST + number, headline, body=lead, published=1_700_000_000, year=2023)


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """Yield what the tables show about an index that has `stories` too."""
    yield from _variants(snapshot)
    yield _roman(snapshot)
    yield _slips(snapshot)


def _variants(snapshot: Snapshot) -> Iterator[Row]:
    pairs = [(one, other) for _, one, other in table("search_variants")]
    found = [(_stories(snapshot, one), _stories(snapshot, other)) for one, other in pairs]
    some = [(one, other) for one, other in found if one or other]
    same = sum(one == other for one, other in some)
    yield f"variants that find the same, of {len(some)}", f"{same / len(some):.3f}", "1.00"
    first = [
        search(snapshot, Search(one)).stories == search(snapshot, Search(other)).stories
        for one, other in pairs
    ]
    yield "variants with the same first ten", f"{sum(first) / len(first):.3f}", "1.00"


def _stories(snapshot: Snapshot, text: str) -> tuple[int, frozenset[int]] | None:
    """How many stories a query finds, and the newest of them; None for none."""
    query = wanted(parsed(text), snapshot.frequency).query(Filters())
    found = snapshot.find(query, _MOST, newest=True)
    return (found.total, frozenset(one.pk for one in found.stories)) if found.total else None


def _roman(snapshot: Snapshot) -> Row:
    asked = [row[0] for row in table("roman_queries")]
    hits = [
        _FIRST + number in search(snapshot, Search(text)).stories
        for number, text in enumerate(asked)
    ]
    missed = [text for text, hit in zip(asked, hits, strict=True) if not hit]
    told = f"; missed: {', '.join(missed[:6])}" if missed else ""
    return f"Roman Urdu: the story in the first ten{told}", f"{sum(hits) / len(hits):.2f}", ".95"


def _slips(snapshot: Snapshot) -> Row:
    pairs = table("slips")
    mended = [search(snapshot, Search(slip)).meant == meant for slip, meant in pairs]
    return "slips put right as meant", f"{sum(mended) / len(mended):.2f}", "-"
