"""Numbers without a source: casualties, money and shares that nobody is named for."""

from collections.abc import Iterator
from functools import cache

from roznama.copydesk.copy import Copy
from roznama.copydesk.grammar import number_keys
from roznama.copydesk.house import HouseList, Keys, keys_of
from roznama.copydesk.marks import Mark
from roznama.copydesk.rules.sourcing import unsourced_sentences
from roznama.copydesk.tables import rows, word_class

_BETWEEN = 3  # words between a number and what it counts
_AROUND = 25  # words before and behind a sentence that tell a report on prices


def find_unattributed_numbers(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """One number a sentence: the first that needs a source, with what it counts."""
    wide = {first for first, _ in unsourced_sentences(copy, wide=True)}
    for first, last in unsourced_sentences(copy):
        for at, behind in _numbers(copy, first, last):
            found = _counted(copy, behind, last, _is_doubtful(copy, at, behind))
            if found and found[0] != "casualties" and first not in wide:
                continue
            if found and not _is_known(copy, first, last, found[0]):
                kind, end = found
                yield Mark(copy.tokens[at].start, copy.tokens[end - 1].end, (), {"kind": kind})
                break


def _numbers(copy: Copy, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The numbers of a sentence, in one token or several: the first, and the one behind."""
    at = first
    while at < last:
        behind = at
        while behind < last and _is_number(copy, behind):
            behind += 1
        if behind > at:
            yield at, behind
        at = behind + 1


def _is_number(copy: Copy, at: int) -> bool:
    return copy.tokens[at].kind == "number" or copy.keys[at] in number_keys()


def _is_doubtful(copy: Copy, at: int, behind: int) -> bool:
    """Whether a number alone is mostly something else (نو: new); نو مزدور جاں بحق counts."""
    return behind == at + 1 and copy.keys[at] in word_class("sourcing", "no_number")


def _counted(copy: Copy, at: int, last: int, is_doubtful: bool) -> tuple[str, int] | None:
    """What the number before the token at `at` counts, and the token behind it."""
    for kind, keys, gap in _forms():
        if is_doubtful and not gap:
            continue
        for start in range(at + is_doubtful, min(at + (_BETWEEN if gap else 0), last) + 1):
            if tuple(copy.keys[start : start + len(keys)]) == keys and start + len(keys) <= last:
                return kind, start + len(keys)
    return None


def _is_known(copy: Copy, first: int, last: int, kind: str) -> bool:
    """Whether the number is a price that anyone can look up, or history."""
    keys = copy.keys[first:last]
    if kind != "casualties" and _has("judged", keys):
        return True  # the sum of a charge or a sentence
    if kind == "casualties":
        return not _has("still", keys) and (_has("past", keys) or any(map(_is_year, keys)))
    around = copy.keys[max(0, first - _AROUND) : last + _AROUND]
    return _has("price", around) or _has("past", keys) or any(map(_is_year, keys))


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
