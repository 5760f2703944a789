"""The live files of coverages: one a story, there while readers may have the story, then gone."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from roznama.paper.assembly.coverage_file import Told, coverage_words, told_coverages
from roznama.press.files import replace_file

logger = logging.getLogger(__name__)

_NAMES = "coverage-*.json"


class Coverages:
    """Writes and removes the files of coverages under `live/`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "live"
        self._new = folder / "new"
        self._marks: dict[str, str] = {}
        self._troubles: dict[str, str] = {}

    def keep(self) -> None:
        """Remove the files of stories that readers have no more, then write what has changed.

        Raises:
            DatabaseError: the paper's database does not answer; the files stay.
            OSError: a file cannot be removed.

        """
        coverages = told_coverages()
        self._remove_others({one.name for one in coverages})
        for one in coverages:
            if self._marks.get(one.name) != one.mark:
                self._write(one)

    def _remove_others(self, names: set[str]) -> None:
        for file in self._folder.glob(_NAMES):
            if file.stem not in names:
                file.unlink(missing_ok=True)
                self._marks.pop(file.stem, None)

    def _write(self, told: Told) -> None:
        """Write one file; what is wrong with it is logged, stops no other and is tried again."""
        try:
            words = coverage_words(told)
            data = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._folder / f"{told.name}.json", data, beside=self._new)
        except Exception as error:
            trouble = f"{type(error).__name__}: {error}"
            if self._troubles.get(told.name) != trouble:
                logger.exception("cannot write %s", told.name)
            self._troubles[told.name] = trouble
        else:
            self._troubles.pop(told.name, None)
            self._marks[told.name] = told.mark
