"""Numbers without a source: casualties, money and shares that nobody is named for."""

from collections.abc import Iterator
from functools import cache

from roznama.copydesk.copy import Copy
from roznama.copydesk.house import HouseList, Keys, keys_of
from roznama.copydesk.marks import Mark
from roznama.copydesk.rules.sourcing import unsourced_sentences
from roznama.copydesk.tables import rows, word_class
from roznama.urdu.numbers.parsing import parse_number

_BETWEEN = 3  # words between a number and what it counts
_AROUND = 25  # words before and behind a sentence that tell a report on prices
_LONGEST = 24  # characters of a word that may be a number


def find_unattributed_numbers(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """One number a sentence: the first that needs a source, with what it counts."""
    for first, last in unsourced_sentences(copy):
        for at in range(first, last):
            if not _is_number(copy, at):
                continue
            if (found := _counted(copy, at, last)) and not _is_known(copy, first, last, found[0]):
                kind, end = found
                yield Mark(copy.tokens[at].start, copy.tokens[end - 1].end, (), {"kind": kind})
                break


def _is_number(copy: Copy, at: int) -> bool:
    token = copy.tokens[at]
    if token.kind == "number":
        return True
    is_word = token.kind == "word" and len(token.text) <= _LONGEST
    return (
        is_word
        and copy.keys[at] not in word_class("sourcing", "no_number")
        and (parse_number(token.text) is not None)
    )


def _counted(copy: Copy, at: int, last: int) -> tuple[str, int] | None:
    """What the number at `at` counts, and the token behind it."""
    at += 1
    while at < last and _is_number(copy, at):
        at += 1
    for kind, keys, gap in _forms():
        for start in range(at, min(at + (_BETWEEN if gap else 0), last) + 1):
            if tuple(copy.keys[start : start + len(keys)]) == keys and start + len(keys) <= last:
                return kind, start + len(keys)
    return None


def _is_known(copy: Copy, first: int, last: int, kind: str) -> bool:
    """Whether the number is a price that anyone can look up, or history."""
    keys = copy.keys[first:last]
    if kind == "casualties":
        return any(map(_is_year, keys)) or _has("past", keys)
    around = copy.keys[max(0, first - _AROUND) : last + _AROUND]
    return _has("price", around) or any(map(_is_year, keys))


def _has(kind: str, keys: list[str]) -> bool:
    return not word_class("sourcing", kind).isdisjoint(keys)


def _is_year(key: str) -> bool:
    return len(key) == 4 and key.isdigit() and key[:2] in ("18", "19", "20")


@cache
def _forms() -> tuple[tuple[str, Keys, bool], ...]:
    return tuple(
        (kind, keys_of(words.removeprefix("~").strip()), words.startswith("~"))
        for kind, words in rows("counted")
    )
