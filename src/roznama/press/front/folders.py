"""Folders of files that never change under their name: static files, pictures in their sizes."""

from __future__ import annotations

import mimetypes
import re
from dataclasses import dataclass
from pathlib import Path

from roznama.press.files import ENCODINGS, digest
from roznama.press.front.answers import Answer

FOREVER = "public, max-age=31536000, immutable"
_SHORT = "public, max-age=60"
_NAME = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*")
_HASHED = re.compile(r".+\.[0-9a-f]{12}\.[^/]+")
_TEXT = ("text/", "application/javascript", "application/json", "application/manifest+json")


@dataclass(frozen=True, slots=True)
class Folder:
    """Files under one prefix of addresses."""

    prefix: str
    root: Path
    kinds: str = ""
    """What media types begin with; files of others are not served."""
    immutable: bool = False

    def still_has(self, path: str, changed: int) -> bool:
        """Whether the file of an address that was answered is the same, for pictures.

        It is asked each time: those of a withdrawn story go at once.
        """
        if not self.immutable:
            return True
        try:
            return int((self.root / path[len(self.prefix) :]).stat().st_mtime) == changed
        except OSError:
            return False

    def answer(self, path: str) -> Answer | None:
        """Return the answer for an address, None where this folder has none.

        No part of a name may begin with a dot, so none leads out of the folder.
        """
        name = path[len(self.prefix) :]
        if not path.startswith(self.prefix) or not _NAME.fullmatch(name):
            return None
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        file = self.root / name
        if not kind.startswith(self.kinds) or not file.is_file():
            return None
        forever = self.immutable or _HASHED.fullmatch(name) is not None
        if kind.startswith(_TEXT):
            kind += "; charset=utf-8"
        headers = {
            "Content-Type": kind,
            "Cache-Control": FOREVER if forever else _SHORT,
            "X-Content-Type-Options": "nosniff",
            "Access-Control-Allow-Origin": "*",
        }
        body = file.read_bytes()
        changed = int(file.stat().st_mtime)

        def load(encoding: str) -> bytes | None:
            if encoding == "identity":
                return body
            smaller = file.with_name(file.name + ENCODINGS[encoding])
            return smaller.read_bytes() if smaller.is_file() else None

        return Answer(200, headers, digest(body), changed, load)
