"""Tearing: one word typed as two, its end or a letter of it by itself (خیم ے, کر یں)."""

from collections.abc import Iterator

from roznama.copydesk.copy import Copy
from roznama.copydesk.marks import Mark
from roznama.copydesk.tables import forms
from roznama.urdu.spelling.inflections import is_frequent, is_usual
from roznama.urdu.spelling.lexicon import listed_words, share
from roznama.urdu.spelling.wording import Word

_OFTEN, _RARE = 1e-5, 1e-6  # shares of running text
_PART = 3  # letters of the shorter part; longer ones are words that print joins or not
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
    is_end = rest.form in forms("glued_words", "torn")
    alone = len(rest.form) == 1 or len(first.form) == 1
    if {first.form, rest.form} & _WORDS:
        return False
    if is_end:
        return is_usual(first.form + rest.form)
    if alone:
        return is_frequent(first.form + rest.form)
    if min(len(first.form), len(rest.form)) > _PART or _are_joined_by_and(first.form, rest.form):
        return False
    is_half = _is_no_word(first.form) or _is_no_word(rest.form)
    return is_half and share(first.form + rest.form) >= _OFTEN


def _are_joined_by_and(first: str, rest: str) -> bool:
    """Whether the two are joined by و, which stands with either of them: اعداد وشمار."""
    return (rest[0] == "و" and is_frequent(rest[1:])) or (
        first[-1] == "و" and is_frequent(first[:-1])
    )


def _is_no_word(form: str) -> bool:
    """Whether `form` is hardly a word by itself: no list by hand has it, and print rarely."""
    return form not in listed_words() and share(form) < _RARE
