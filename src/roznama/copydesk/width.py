"""Width: how wide a line is in the paper's Nastaliq, without the font.

The advance of a letter by its form (alone, first, middle, last) is what tools/fonts/advances.py
measured; letters next to it change it a little more, so a headline comes out within a few percent.
"""

import re
from collections.abc import Iterator
from functools import cache

from roznama.copydesk.tables import rows
from roznama.urdu.letters.alphabet import DUAL_JOINING, LETTERS, TATWEEL
from roznama.urdu.letters.marks import strip_marks

FORMS = ("alone", "first", "middle", "last")
"""The forms of a letter, in the order of the table's columns."""

OTHER = 0.55
"""The advance of what the table lacks, in ems: about that of a Latin letter."""

_WORD = re.compile(f"[{LETTERS}{TATWEEL}]+")
_NOT_JOINING = frozenset("ء")
_OPEN = ("first", "middle")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def width(text: str) -> float:
    """About how wide `text` (in the house form) is in the paper's bold Nastaliq, in ems."""
    table = _advances()
    return sum(table.get(unit, OTHER) for unit in units(text))


def units(text: str) -> Iterator[tuple[str, str]]:
    """What a line is set of: each letter with its form; what does not join stands alone."""
    bare, at = _INVISIBLE.sub("", strip_marks(text)), 0
    for match in _WORD.finditer(bare):
        yield from ((sign, "alone") for sign in bare[at : match.start()])
        yield from _formed(match.group())
        at = match.end()
    yield from ((sign, "alone") for sign in bare[at:])


def _formed(word: str) -> Iterator[tuple[str, str]]:
    for at, letter in enumerate(word):
        after = word[at + 1 : at + 2]
        joined = at > 0 and word[at - 1] in DUAL_JOINING and letter not in _NOT_JOINING
        joins = letter in DUAL_JOINING and after != "" and after not in _NOT_JOINING
        yield letter, ("last" if joined else "alone") if not joins else _OPEN[joined]


@cache
def _advances() -> dict[tuple[str, str], float]:
    return {
        (row[0].replace("space", " "), form): float(advance)
        for row in rows("advances")
        for form, advance in zip(FORMS, row[1:], strict=False)
        if advance != "-"
    }
