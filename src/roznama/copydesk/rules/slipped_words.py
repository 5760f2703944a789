"""Slipped words: words that are right by themselves and wrong beside the next one.

Only what no sentence can mean is told: بے بازوں for بلے بازوں, and an infinitive before ہوئے
(کرنے ہوئے), which takes a participle.
"""

from collections.abc import Iterator
from functools import cache

from roznama.copydesk.copy import Copy
from roznama.copydesk.grammar import is_stem
from roznama.copydesk.marks import Mark
from roznama.copydesk.tables import forms, rows

_INFINITIVE, _PARTICIPLE = "نے", "تے"


def find_slipped_words(copy: Copy) -> Iterator[Mark]:
    """Words that a neighbor shows to be another word's slip."""
    for word, after in zip(copy.words, copy.words[1:], strict=False):
        if after.follows and (right := _meant(word.form, after.form)):
            yield Mark(word.start, word.end, (right,))


def _meant(form: str, after: str) -> str:
    if right := _pairs().get((form, after)):
        return right
    if form.endswith(_INFINITIVE) and after in forms("slipped_words", "after_participle"):
        stem = form.removesuffix(_INFINITIVE)
        if len(stem) > 1 and is_stem(stem) and not is_stem(stem + _INFINITIVE[0]):
            return stem + _PARTICIPLE
    return ""


@cache
def _pairs() -> dict[tuple[str, str], str]:
    """A wrong word and the one behind it, with what the first is to be."""
    return {
        (wrong, after): right
        for kind, wrong, right, afters in (row for row in rows("slipped_words") if len(row) == 4)
        for after in afters.split()
    }
