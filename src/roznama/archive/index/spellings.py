"""How the paper writes its headlines' words: what "did you mean" proposes and typing completes.

The index itself holds folded terms, which nobody should have to read. So the words of headlines
are counted as they are printed, in a small database beside the index.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from roznama.urdu import fold, normalize
from roznama.urdu.segmentation.tokenizer import tokens

_NAME = "spellings.sqlite3"
_MOST_WAITING = 200_000
_SCHEMA = """
CREATE TABLE IF NOT EXISTS spelling (
    shown TEXT PRIMARY KEY, folded TEXT NOT NULL, count INTEGER NOT NULL
) WITHOUT ROWID
"""


class Spellings:
    """Counts words of headlines; what is counted is kept with the index's commits.

    A story that is put again counts again, and one taken out still counts: frequent words are
    meant, not exact numbers.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME
        self._counts: Counter[str] = Counter()

    def count(self, words: Iterable[str]) -> None:
        """Count words, as `spelled_words` gives them."""
        self._counts.update(words)
        if len(self._counts) > _MOST_WAITING:
            self.keep()

    def keep(self) -> None:
        """Write what was counted since last time."""
        if not self._counts:
            return
        rows = [(word, fold(word), number) for word, number in self._counts.items()]
        with closing(sqlite3.connect(self._path, timeout=20)) as database, database:
            database.execute(_SCHEMA)
            database.executemany(
                "INSERT INTO spelling VALUES (?, ?, ?)"
                " ON CONFLICT (shown) DO UPDATE SET count = count + excluded.count",
                rows,
            )
        self._counts.clear()


def spelled_words(headline: str) -> tuple[str, ...]:
    """Return a headline's words in the house form."""
    found = tokens(normalize(headline))
    return tuple(token.text for token in found if token.kind == "word" and len(token.text) > 1)


def read_spellings(folder: Path, most: int) -> dict[str, tuple[str, int]]:
    """Return the most frequent words by their folded form: how each is shown, and how often.

    Empty where nothing was counted yet or the file cannot be read.
    """
    query = "SELECT folded, shown, count FROM spelling WHERE count > 1 ORDER BY count DESC LIMIT ?"
    path = folder / _NAME
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
            rows = database.execute(query, [most]).fetchall()
    except sqlite3.Error:
        return {}
    found: dict[str, tuple[str, int]] = {}
    for folded, shown, count in rows:
        if folded in found:
            found[folded] = (found[folded][0], found[folded][1] + count)
        else:
            found[folded] = (shown, count)
    return found
