"""Digits: a story keeps to 123 or to ۱۲۳."""

import re
from collections import Counter
from collections.abc import Iterator

from roznama.copydesk.copy import Copy
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.urdu.letters.alphabet import ARABIC_DIGITS, ASCII_DIGITS, URDU_DIGITS
from roznama.urdu.segmentation.tokenizer import Token

_SETS = {"latin": ASCII_DIGITS, "urdu": URDU_DIGITS, "arabic": ARABIC_DIGITS}
_CHOICES = ("latin", "urdu")  # what a paper may keep to; the first one when a story is even
_DIGIT = re.compile("[0-9۰-۹٠-٩]")


def find_mixed_digits(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """The numbers in the other digits than those of the story's most numbers, or the house's.

    Numbers beside Latin words (Windows 11) belong to them and count on neither side.
    """
    if copy.text.isascii() or not _DIGIT.search(copy.text):
        return
    numbers = [(token, sets) for token in _numbers(copy) if (sets := _sets(token.text))]
    used = Counter(name for _, sets in numbers for name in sets)
    if len(used) < 2:
        return
    kept = _house_choice(house) or max(_CHOICES, key=lambda name: used[name])
    table = str.maketrans("".join(_SETS.values()), _SETS[kept] * len(_SETS))
    for token, sets in numbers:
        if sets != {kept}:
            detail = {"kept": kept, "example": _SETS[kept][1:4]}
            yield Mark(token.start, token.end, (token.text.translate(table),), detail)


def _numbers(copy: Copy) -> Iterator[Token]:
    tokens = copy.tokens
    for at, token in enumerate(tokens):
        beside = tokens[max(0, at - 1) : at] + tokens[at + 1 : at + 2]
        if token.kind == "number" and not any(near.kind == "latin" for near in beside):
            yield token


def _sets(number: str) -> set[str]:
    return {name for name, digits in _SETS.items() if any(digit in digits for digit in number)}


def _house_choice(house: HouseList) -> str:
    """The digits that the house list asks for: an entry for one number in place of another."""
    for entry in house.entries:
        numbers = _is_number(entry.written) and _is_number(entry.preferred)
        for name in _CHOICES if entry.kind == "word" and numbers else ():
            if _sets(entry.preferred) == {name}:
                return name
    return ""


def _is_number(text: str) -> bool:
    return bool(text) and all(_DIGIT.fullmatch(letter) for letter in text)
