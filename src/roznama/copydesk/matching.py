"""Matching: where the words of a table stand in the copy."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from roznama.copydesk.copy import Copy

Value = TypeVar("Value")


class Match(NamedTuple, Generic[Value]):
    """The tokens from `first` to before `last`, their keys, and what the table has for them."""

    first: int
    last: int
    keys: tuple[str, ...]
    value: Value

    def place(self, copy: Copy) -> tuple[int, int]:
        """Where the words stand in the copy."""
        return copy.tokens[self.first].start, copy.tokens[self.last - 1].end


def matches(
    copy: Copy, forms: Mapping[str, Sequence[tuple[tuple[str, ...], Value]]]
) -> Iterator[Match[Value]]:
    """The longest forms that stand in the copy, each word in one of them at most, in order.

    `forms` has them as their keys (see `Copy.keys`) by the first key, longer ones first. A form
    does not go over a line break.
    """
    keys, at = copy.keys, 0 if forms else len(copy.keys)
    while at < len(keys):
        for form, value in forms.get(keys[at], ()):
            last = at + len(form)
            if tuple(keys[at:last]) == form and _is_together(copy, at, last):
                yield Match(at, last, form, value)
                at = last - 1
                break
        at += 1


def _is_together(copy: Copy, first: int, last: int) -> bool:
    start, end = copy.tokens[first].start, copy.tokens[last - 1].end
    return last - first == 1 or "\n" not in copy.text[start:end]
