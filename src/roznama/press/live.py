"""Live files: what may change on every page in seconds, so that no page is printed for it."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from roznama.paper.assembly.live import breaking, most_read
from roznama.press.files import replace_file
from roznama.press.records import Records

_CANDIDATES = 60  # pages asked for most, among which are lists and older stories
_EVERY = 15.0  # seconds: the breaking line ends, and what is read most changes


class Live:
    """Writes the files under `live/` of a store; each only when it says something else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "live"
        self._new = folder / "new"
        self._written: dict[str, bytes] = {}
        self._due = 0.0

    def keep(self, records: Records, *, changed: bool) -> None:
        """Write what is due: all of it after a change in the paper, or when time has passed.

        Raises:
            DatabaseError: the paper's database does not answer; the files stay.
            OSError: a file cannot be written.

        """
        if not changed and time.monotonic() < self._due:
            return
        self._write("breaking.json", breaking())
        self._write("most-read.json", most_read(records.busiest(_CANDIDATES)))
        self._due = time.monotonic() + _EVERY

    def _write(self, name: str, words: dict[str, Any]) -> None:
        data = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
        if self._written.get(name) != data:
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._folder / name, data, beside=self._new)
            self._written[name] = data
