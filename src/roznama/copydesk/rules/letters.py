"""Letters: words typed with another language's keyboard (كراچي for کراچی)."""

import re
from collections.abc import Iterator
from functools import cache

from roznama.copydesk.copy import Copy
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.copydesk.tables import rows
from roznama.urdu.letters.marks import MARKS, strip_marks
from roznama.urdu.letters.normalizing import normalize

_FORMS = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd40-\ufdf2\ufe70-\ufefc"  # presentation forms, ﷲ among them
_REACH = 2  # words on either side that tell a quotation in Arabic


@cache
def _foreign() -> re.Pattern[str]:
    letters = "".join(row[1] for row in rows("foreign_letters"))
    return re.compile(f"[{letters}{_FORMS}]")


def find_foreign_letters(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """Every word with a letter that is not Urdu's; what stays in the house form is none."""
    if not _foreign().search(copy.text):
        return
    for at, token in enumerate(copy.tokens):
        if token.kind == "word" and (found := _foreign().findall(token.text)):
            plain = normalize(token.text)
            if plain != token.text and not _is_arabic(copy, at):
                letters = "".join(dict.fromkeys(found))
                yield Mark(token.start, token.end, (plain,), {"letters": letters})


def _is_arabic(copy: Copy, at: int) -> bool:
    """Whether the word is part of a passage in Arabic, with all its vowels, as verses are."""
    near = copy.tokens[max(0, at - _REACH) : at + _REACH + 1]
    return sum(_is_voweled(token.text) for token in near) > _REACH


def _is_voweled(word: str) -> bool:
    marks = sum(letter in MARKS for letter in word)
    return marks > 1 and marks * 2 >= len(strip_marks(word))
