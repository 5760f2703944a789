"""The Urdu words, sentences and marked strings that the font is tried with."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).with_name("samples.txt")


class Samples(NamedTuple):
    """What samples.txt holds, by kind."""

    words: list[str]
    sentences: list[str]
    marks: list[str]

    def all(self) -> list[str]:
        """Every string, the short ones first."""
        return [*self.words, *self.marks, *self.sentences]


def read() -> Samples:
    """Read samples.txt: words between spaces, sentences and marked strings one a line."""
    parts: dict[str, list[str]] = {"words": [], "sentences": [], "marks": []}
    current = parts["words"]
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            current = parts[line[2:]]
        elif current is parts["words"]:
            current.extend(line.split(" "))
        else:
            current.append(line)
    return Samples(**parts)
