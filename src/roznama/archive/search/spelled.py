"""The paper's words in this process's memory: for slips, and for Roman Urdu."""

from __future__ import annotations

import math
import threading
import time
from pathlib import Path

from roznama.archive.index.spellings import read_spellings
from roznama.urdu import Vocabulary, known_words

_MOST_WORDS = 150_000
_HOLDS = 600.0  # seconds; the paper's words change slowly


class Spelled:
    """The words of one index as they were a moment ago."""

    def __init__(self, folder: Path) -> None:
        self.words = read_spellings(folder, _MOST_WORDS)
        """By a word's folded form: how it is shown, and how often it stands in headlines."""
        self.by_length: dict[int, list[str]] = {}
        for word in self.words:
            self.by_length.setdefault(len(word), []).append(word)
        self.vocabulary: Vocabulary = known_words(dict(self.words.values()))


_lock = threading.Lock()
_kept: dict[Path, tuple[float, Spelled]] = {}


def spelled(folder: Path) -> Spelled:
    """Return the words of the index in a folder; read again now and then."""
    now = time.monotonic()
    with _lock:
        read, words = _kept.get(folder, (-math.inf, None))
        if words is None or now - read > _HOLDS:
            words = Spelled(folder)
            _kept.clear()
            _kept[folder] = (now, words)
        return words
