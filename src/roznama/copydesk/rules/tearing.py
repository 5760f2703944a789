"""Tearing: one word typed as two, its end or a letter of it by itself (خیم ے, کر یں)."""

from collections.abc import Iterator

from roznama.copydesk.copy import Copy
from roznama.copydesk.marks import Mark
from roznama.copydesk.tables import word_class
from roznama.urdu.spelling.inflections import is_frequent
from roznama.urdu.spelling.wording import Word

_WORDS = frozenset("وءآ")  # letters that are words or signs


def find_torn(copy: Copy) -> Iterator[Mark]:
    """Words that a space has torn in two."""
    words, done = copy.words, -1
    for at in range(1, len(words)):
        first, rest = words[at - 1], words[at]
        if at - 1 != done and rest.follows and _are_torn(first, rest):
            text = copy.text[first.start : first.end] + copy.text[rest.start : rest.end]
            yield Mark(first.start, rest.end, (text,), {"kind": "torn"})
            done = at


def _are_torn(first: Word, rest: Word) -> bool:
    is_end = rest.form in word_class("glued_words", "torn")
    alone = len(rest.form) == 1 or len(first.form) == 1
    if not (is_end or alone) or {first.form, rest.form} & _WORDS:
        return False
    return is_frequent(first.form + rest.form)
