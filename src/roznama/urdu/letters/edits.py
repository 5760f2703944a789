"""Edits: the steps a text goes through, and where each character of the result came from.

A step works on bytes of the code page. `run` applies steps at full speed; `run_with_map` does the
same and keeps, for every byte, the index it had at the start.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

Edit = tuple[int, int, bytes]
"""`data[start:end]` becomes the bytes."""


@dataclass(frozen=True)
class Swap:
    """One character for another, or for none, all over the text."""

    table: bytes
    delete: bytes = b""

    def apply(self, data: bytes) -> bytes:
        """`data` after the step."""
        return data.translate(self.table, self.delete)

    def edits(self, data: bytes) -> Iterator[Edit]:
        """What the step changes in `data`, from left to right."""
        for at, code in enumerate(data):
            new = b"" if code in self.delete else self.table[code : code + 1]
            if new != data[at : at + 1]:
                yield at, at + 1, new


@dataclass(frozen=True)
class Replace:
    """One sequence for another."""

    old: bytes
    new: bytes

    def apply(self, data: bytes) -> bytes:
        """`data` after the step."""
        return data.replace(self.old, self.new)

    def edits(self, data: bytes) -> Iterator[Edit]:
        """What the step changes in `data`, from left to right."""
        at = data.find(self.old)
        while at >= 0:
            yield at, at + len(self.old), self.new
            at = data.find(self.old, at + len(self.old))


@dataclass(frozen=True)
class Rewrite:
    """A regular expression and what its matches become.

    `needs` are pieces of which one must be in the text for the pattern to match at all, and
    `shape` is a table and what must be found once the text has gone through it (a class for
    each character, and classes that stand side by side): such looks cost a hundredth of the
    search.
    """

    pattern: re.Pattern[bytes]
    new: bytes | Callable[[re.Match[bytes]], bytes]
    needs: tuple[bytes, ...] = ()
    shape: tuple[bytes, bytes] | None = None

    def _can_match(self, data: bytes) -> bool:
        if self.needs:
            for part in self.needs:  # a loop: any() with a generator costs more than the look
                if part in data:
                    break
            else:
                return False
        return self.shape is None or self.shape[1] in data.translate(self.shape[0])

    def apply(self, data: bytes) -> bytes:
        """`data` after the step."""
        return self.pattern.sub(self.new, data) if self._can_match(data) else data

    def edits(self, data: bytes) -> Iterator[Edit]:
        """What the step changes in `data`, from left to right."""
        if self._can_match(data):
            for match in self.pattern.finditer(data):
                new = match.expand(self.new) if isinstance(self.new, bytes) else self.new(match)
                yield match.start(), match.end(), new


@dataclass(frozen=True)
class Correct:
    """A function that finds what to change by itself."""

    find: Callable[[bytes], Iterable[Edit]]

    def apply(self, data: bytes) -> bytes:
        """`data` after the step."""
        return apply_edits(data, self.find(data))

    def edits(self, data: bytes) -> Iterable[Edit]:
        """What the step changes in `data`, from left to right."""
        return self.find(data)


Step = Swap | Replace | Rewrite | Correct


def apply_edits(data: bytes, edits: Iterable[Edit]) -> bytes:
    """`data` with `edits`, which are in order and do not overlap."""
    pieces, done = [], 0
    for start, end, new in edits:
        pieces += [data[done:start], new]
        done = end
    return b"".join([*pieces, data[done:]]) if done or pieces else data


def run(steps: Sequence[Step], data: bytes) -> bytes:
    """`data` after all `steps`."""
    for step in steps:
        data = step.apply(data)
    return data


def run_with_map(steps: Sequence[Step], data: bytes, origins: list[int]) -> tuple[bytes, list[int]]:
    """`data` after all `steps`, and for each byte of it the origin of the one it came from."""
    for step in steps:
        edits = list(step.edits(data))
        origins = _moved(origins, edits)
        data = apply_edits(data, edits)
    return data, origins


def _moved(origins: list[int], edits: list[Edit]) -> list[int]:
    moved: list[int] = []
    done = 0
    for start, end, new in edits:
        moved += origins[done:start]
        old = origins[start:end] or origins[start - 1 : start] or origins[:1] or [0]
        moved += [old[min(at, len(old) - 1)] for at in range(len(new))]
        done = end
    return moved + origins[done:]
