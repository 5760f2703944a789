"""Repetition: a word, or two words, typed twice."""

import re
from collections.abc import Iterator
from functools import cache

from roznama.copydesk.copy import Copy, key_of
from roznama.copydesk.grammar import is_stem, is_verb, number_keys
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.copydesk.tables import word_class, words_of_class
from roznama.urdu.roman.letters import LETTER_NAMES
from roznama.urdu.spelling.inflections import is_accepted
from roznama.urdu.stop_words import STOP_WORDS

_SHORTEST = 2  # letters: a letter doubled is an initial or a sound
_LATIN_TWICE = re.compile(
    "(?<![A-Za-z])(?<![A-Za-z][ ])(?P<word>[A-Za-z]{4,}) (?P=word)(?! ?[A-Za-z])"
)
_PARTICIPLE = word_class("grammar", "participle")
_AFTER_STEM = word_class("grammar", "after_stem")
_DISTRIBUTED = word_class("grammar", "distributed")
_SUPERLATIVE = word_class("grammar", "superlative")
_PERFECT_TOO = word_class("grammar", "perfect_too")
_POSTPOSITIONS = word_class("grammar", "letter_too")
_PASSIVE = word_class("grammar", "passive")


@cache
def _on_purpose() -> frozenset[str]:
    return words_of_class("doubled_on_purpose") | _letters()


@cache
def _letters() -> frozenset[str]:
    return frozenset(map(key_of, LETTER_NAMES)) | word_class("grammar", "letter_too")


def find_repeated_words(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """A word that stands twice or more in a row and is not doubled on purpose; or two words."""
    yield from _latin_twice(copy)
    forms = [word.form for word in copy.words]
    done = 0
    for at in _candidates(forms):
        if at < done:
            continue
        last = _last_of_run(copy, at, 1)
        if last > at and not _may_be_doubled(copy, at, last):
            yield _mark(copy, at, at, last)
        elif last == at:
            last = _last_of_run(copy, at, 2)
            if last > at and _is_slip_of_two(copy, at):
                yield _mark(copy, at, at + 1, last)
        done = last + 1 if last > at else at


def _latin_twice(copy: Copy) -> Iterator[Mark]:
    """A Latin word of four letters or more that stands twice, other than in a line of Latin."""
    for match in _LATIN_TWICE.finditer(copy.text):
        word = match.group("word")
        yield Mark(*match.span(), (word,), {"word": word})


def _candidates(forms: list[str]) -> Iterator[int]:
    """The words that come again right away, or after one other."""
    one, two = [*forms[1:], ""], [*forms[2:], "", ""]
    for at, (form, next_one, next_two) in enumerate(zip(forms, one, two, strict=False)):
        if form in (next_one, next_two):
            yield at


def _last_of_run(copy: Copy, at: int, size: int) -> int:
    """The last word of the repetitions of the `size` words from `at`; `at` when there is none."""
    words, last = copy.words, at
    while _is_same_again(copy, last, size):
        last += size
    return last + size - 1 if last > at and last + size <= len(words) else at


def _is_same_again(copy: Copy, at: int, size: int) -> bool:
    words = copy.words
    if at + 2 * size > len(words):
        return False
    behind = words[at + 1 : at + 2 * size]
    same = all(words[at + i].form == words[at + size + i].form for i in range(size))
    return same and all(word.follows for word in behind)


def _mark(copy: Copy, first: int, kept: int, last: int) -> Mark:
    words = copy.words
    once = copy.text[words[first].start : words[kept].end]
    return Mark(words[first].start, words[last].end, (once,), {"word": once})


def _may_be_doubled(copy: Copy, first: int, last: int) -> bool:
    """Whether the doubled word has a reason: its meaning, its grammar, or a quoted cry."""
    words = copy.words
    word, form = words[first], key_of(words[first].form)
    after = words[last + 1] if last + 1 < len(words) else None
    following = key_of(after.form) if after and after.follows else ""
    if word.house != words[last].house or len(form) < _SHORTEST or form in _DISTRIBUTED:
        return True
    if last - first > 1 and form not in STOP_WORDS:
        return True
    if form in _letters() and (
        following in _letters() or key_of(words[first - 1].form) in _letters()
    ):
        return True
    if form in _PERFECT_TOO:  # the genitive and the verb: عدالت کی کی گئی توہین
        return following in _PASSIVE
    if (
        (form in _on_purpose() and form not in _POSTPOSITIONS)
        or (form.endswith(tuple(_PARTICIPLE)) and is_verb(form))
        or (following in _AFTER_STEM and is_stem(form))
    ):
        return True
    return form in number_keys() or not is_accepted(word.form) or _is_cry(copy, first, last)


def _is_cry(copy: Copy, first: int, last: int) -> bool:
    """Whether the words stand alone in quotation marks, as slogans and titles do."""
    start, end = copy.words[first].start, copy.words[last].end
    marks = copy.text[max(0, start - 1) : start] + copy.text[end : end + 1]
    return any(mark in "“”‘’\"'«»" for mark in marks)


def _is_slip_of_two(copy: Copy, at: int) -> bool:
    """Whether two words that stand twice are a slip, and no superlative: (سے) کم سے کم."""
    one, two = (key_of(copy.words[at + i].form) for i in (0, 1))
    return two in STOP_WORDS and not {one, two} & (_DISTRIBUTED | _SUPERLATIVE)
