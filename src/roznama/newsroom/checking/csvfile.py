"""The house list as a CSV file, for spreadsheets: out, and in again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from roznama.newsroom.checking.models import HouseVersion, HouseWord, WordKind
from roznama.newsroom.models import User
from roznama.newsroom.record.audit import note

COLUMNS = ("kind", "written", "preferred", "note")
MOST_ROWS = 20_000
LARGEST = 5_000_000
"""Bytes of a file that is read."""

MOST_ERRORS = 50
"""How many lines of complaints are shown; the rest are counted."""

# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DELIMITERS = ",;\t"
_WRITTEN = [*COLUMNS[1:], "changed_by", "changed_at"]


@dataclass
class Reading:
    """What a file holds: words that can be taken, or why not, a line each."""

    words: list[HouseWord] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did."""

    added: int
    changed: int
    same: int


def write(words: Iterable[HouseWord]) -> Iterator[str]:
    """Yield the list as lines of CSV, with the mark at the start by which Excel knows UTF-8."""
    yield "\ufeff" + _line(COLUMNS)
    for word in words:
        yield _line([word.kind, *map(guarded, (word.written, word.preferred, word.note))])


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: OWASP's apostrophe before it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe that `guarded` set."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def read(data: bytes) -> Reading:
    """Read a file and look at each row; nothing is written. Errors name the line in the file."""
    reading = Reading()
    try:
        text = _decoded(data)
    except UnicodeDecodeError:
        reading.errors.append(_("This is not a CSV file in UTF-8."))
        return reading
    rows = _rows(text)
    try:
        _read_rows(rows, reading)
    except csv.Error:
        reading.errors.append(_("This is not a CSV file in UTF-8."))
    return reading


@transaction.atomic
def take(words: list[HouseWord], user: User) -> Taken:
    """Put words into the house list, all or none; a word that is there gets the new form."""
    there = {(word.kind, word.folded): word for word in HouseWord.objects.all()}
    new: list[HouseWord] = []
    changed: list[HouseWord] = []
    for word in words:
        word.changed_by, word.changed_at = user, now()
        old = there.get((word.kind, word.folded))
        if old is None:
            new.append(word)
        elif _says(old) != _says(word):
            word.pk = old.pk
            changed.append(word)
    # One by one, each would tell the engine of a new list.
    HouseWord.objects.bulk_create(new, batch_size=500)
    HouseWord.objects.bulk_update(changed, _WRITTEN, batch_size=100)
    HouseVersion.renew()
    if new or changed:
        about = (HouseWord._meta.label_lower, "", "CSV")
        note("roznama.house.change", user, about=about, added=len(new), changed=len(changed))
    return Taken(len(new), len(changed), len(words) - len(new) - len(changed))


def _says(word: HouseWord) -> tuple[str, str, str]:
    return word.written, word.preferred, word.note


def _decoded(data: bytes) -> str:
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = data.decode("utf-16" if is_wide else "utf-8-sig")
    if "\0" in text:
        raise UnicodeDecodeError("utf-8", data[:1], 0, 1, "a file of text has no zeros")
    return text


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with cells in them, each with the line that it begins on."""
    head = text.lstrip().partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    for row in reader:
        if any(cell.strip() for cell in row):
            yield line, row
        line = reader.line_num + 1


def _read_rows(rows: Iterator[tuple[int, list[str]]], reading: Reading) -> None:
    places = _head(next(rows, (1, []))[1])
    if places is None:
        reading.errors.append(_("Line 1: the columns must be named: %s.") % ", ".join(COLUMNS[:3]))
        return
    seen: dict[tuple[str, str], int] = {}
    for count, (line, row) in enumerate(rows):
        if count == MOST_ROWS:
            reading.errors.append(_("The file has more than %s rows.") % MOST_ROWS)
            return
        problem, word = _word(row, places)
        if word is not None:
            first = seen.setdefault((word.kind, word.folded), line)
            if first != line:
                problem = _("“%(word)s” stands on line %(line)s already.") % {
                    "word": word.written,
                    "line": first,
                }
        if problem:
            reading.errors.append(
                _("Line %(line)s: %(problem)s") % {"line": line, "problem": problem}
            )
        elif word is not None:
            reading.words.append(word)


def _head(row: list[str]) -> dict[str, int] | None:
    """Where each column stands, by the names in the first row; None where one is missing."""
    fields = {field.name: field for field in HouseWord._meta.fields}
    names = {str(fields[name].verbose_name): name for name in COLUMNS}
    names |= {name: name for name in COLUMNS}
    places: dict[str, int] = {}
    for place, cell in enumerate(row):
        if name := names.get(cell.strip().lower()) or names.get(cell.strip()):
            places.setdefault(name, place)
    return places if set(COLUMNS[:3]) <= set(places) else None


def _word(row: list[str], places: dict[str, int]) -> tuple[str, HouseWord | None]:
    """The word of a row, or what is wrong with it."""
    cells = {name: _cell(row, place) for name, place in places.items()}
    kind = _kinds().get(cells.pop("kind").lower())
    if kind is None:
        return _("there is no such kind; there are: %s.") % ", ".join(WordKind.values), None
    word = HouseWord(kind=kind, **cells)
    try:
        word.full_clean(exclude=["changed_by", "folded"], validate_constraints=False)
    except ValidationError as error:
        return " ".join(error.messages), None
    return "", word


def _kinds() -> dict[str, str]:
    """The kinds by their codes and by their names in the language in force."""
    return {**{str(kind.label).lower(): kind.value for kind in WordKind},
            **{kind.value: kind.value for kind in WordKind}}  # fmt: skip


def _cell(row: list[str], place: int) -> str:
    return unguarded(row[place].strip()) if place < len(row) else ""


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
