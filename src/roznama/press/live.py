"""Live files: what may change on every page in seconds, so that no page is printed for it."""

from __future__ import annotations

import json
import logging
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from roznama.paper.assembly.live import breaking, most_read
from roznama.press.coverages import Coverages
from roznama.press.files import replace_file
from roznama.press.records import Records

logger = logging.getLogger(__name__)

_CANDIDATES = 60  # pages asked for most, among which are lists and older stories
_EVERY = 15.0  # seconds: the breaking line ends, and what is read most changes
_OFTEN = 5.0  # seconds: what other rooms tell, who is there and how long an answer takes


class Live:
    """Writes the files under `live/` of a store; each only when it says something else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "live"
        self._new = folder / "new"
        self._written: dict[str, bytes] = {}
        self._due = self._others_due = 0.0
        self._troubles: dict[str, str] = {}
        self._coverages = Coverages(folder)

    def keep(self, records: Records, *, changed: bool) -> None:
        """Write what is due: all of it after a change in the paper, or when time has passed.

        Raises:
            DatabaseError: the paper's database does not answer; the files stay.
            OSError: a file cannot be written.

        """
        if changed or time.monotonic() >= self._others_due:
            self._coverages.keep()  # first: somebody waits for them
        if changed or time.monotonic() >= self._due:
            self._write("breaking.json", breaking())
            self._write("most-read.json", most_read(records.busiest(_CANDIDATES)))
            self._due = time.monotonic() + _EVERY
        if changed or time.monotonic() >= self._others_due:
            for name, source in settings.ROZNAMA_LIVE_FILES.items():
                self._keep_other(name, source)
            self._others_due = time.monotonic() + _OFTEN

    def _keep_other(self, name: str, source: str) -> None:
        """Write what a function of another room tells; its trouble is logged and its own."""
        try:
            self._write(name, import_string(source)())
        except Exception as error:
            words = f"{type(error).__name__}: {error}"
            if self._troubles.get(name) != words:
                logger.exception("cannot write %s", name)
            self._troubles[name] = words
        else:
            self._troubles.pop(name, None)

    def _write(self, name: str, words: dict[str, Any]) -> None:
        data = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
        if self._written.get(name) != data:
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._folder / name, data, beside=self._new)
            self._written[name] = data
