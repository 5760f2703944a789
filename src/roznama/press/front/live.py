"""Live files: small, and true for seconds."""

from __future__ import annotations

import re
import time
from pathlib import Path

from roznama.press.files import digest
from roznama.press.front.answers import Answer

LIVE = "/live/"
_NAME = re.compile(r"[a-z][a-z0-9-]{0,60}\.json")
_HOLDS = 0.5  # seconds until the file is looked at again
_MOST = 100
CACHING = "public, max-age=2, s-maxage=2, stale-while-revalidate=10, stale-if-error=600"


class LiveFiles:
    """The files under `/live/`, each read at most twice a second."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._answers: dict[str, tuple[float, Answer]] = {}

    def answer(self, path: str) -> Answer | None:
        """Return the answer for an address, None where there is no such file."""
        now = time.monotonic()
        known = self._answers.get(path)
        if known is not None and now - known[0] < _HOLDS:
            return known[1]
        made = self._read(path.removeprefix(LIVE))
        if made is not None and len(self._answers) < _MOST:
            self._answers[path] = (now, made)
        return made

    def _read(self, name: str) -> Answer | None:
        if not _NAME.fullmatch(name):
            return None
        try:
            body = (self._folder / name).read_bytes()
        except OSError:
            return None
        headers = {
            "Content-Type": "application/json",
            "Cache-Control": CACHING,
            "X-Content-Type-Options": "nosniff",
        }
        return Answer(200, headers, digest(body), 0, lambda form: _plain(form, body))


def _plain(form: str, body: bytes) -> bytes | None:
    return body if form == "identity" else None
