"""Verifying a store: every page against its record."""

from __future__ import annotations

from collections.abc import Iterator

import brotli

from roznama.press.addresses import PagePath
from roznama.press.files import EXPAND, Files, digest
from roznama.press.records import Records


def verify(files: Files, records: Records) -> Iterator[tuple[PagePath, str]]:
    """Yield each page whose files are not what its record says, and what is wrong."""
    for page in records.paths():
        record = records.get(page)
        plain = files.read(page, "identity")
        if record is None or record.status != 200:
            if plain is not None and page != "/":
                yield page, "a file where there should be none"
        elif plain is None:
            yield page, "no file"
        elif digest(plain) != record.digest:
            yield page, "another text than recorded"
        else:
            yield from ((page, fault) for fault in _forms(files, page, plain))


def _forms(files: Files, page: PagePath, plain: bytes) -> Iterator[str]:
    for encoding, expand in EXPAND.items():
        packed = files.read(page, encoding)
        try:
            same = packed is not None and expand(packed) == plain
        except (OSError, EOFError, brotli.error):
            same = False
        if not same:
            yield f"the {encoding} form is missing or damaged"
