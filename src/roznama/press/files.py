"""The store's files: a page's bytes and their compressed forms, each replaced whole."""

from __future__ import annotations

import gzip
import os
import tempfile
from hashlib import blake2b
from pathlib import Path

import brotli

from roznama.press.addresses import PagePath, file_name

ENCODINGS = {"br": ".br", "gzip": ".gz", "identity": ""}
"""Content codings in the order of preference, and the endings of their files."""

# Brotli's best takes ten times as long as 9 for 2% less; a page is printed often.
_BROTLI_QUALITY = 9
_GZIP_LEVEL = 9


class Files:
    """The folder that holds the printed pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, page: PagePath, body: bytes) -> int:
        """Write a page in all its forms; return the bytes they take.

        Each file is written beside its place and renamed into it: whoever reads sees the old
        page or the new one. The plain form comes last, so a page whose plain form is new is
        whole.
        """
        target = self.folder / file_name(page)
        target.parent.mkdir(parents=True, exist_ok=True)
        forms = compressed(body)
        for encoding, ending in ENCODINGS.items():
            _replace(target.with_name(target.name + ending), forms[encoding])
        return sum(map(len, forms.values()))

    def read(self, page: PagePath, encoding: str) -> bytes | None:
        """Return a page's bytes in one form, None where it has none."""
        try:
            return (self.folder / (file_name(page) + ENCODINGS[encoding])).read_bytes()
        except OSError:
            return None

    def remove(self, page: PagePath) -> None:
        """Remove a page in all its forms; the plain one first, so that nothing half is served."""
        for ending in reversed(ENCODINGS.values()):
            (self.folder / (file_name(page) + ending)).unlink(missing_ok=True)


def compressed(body: bytes) -> dict[str, bytes]:
    """Return a body in each of ENCODINGS. The same body always gives the same bytes."""
    return {
        "br": brotli.compress(body, quality=_BROTLI_QUALITY),
        "gzip": gzip.compress(body, _GZIP_LEVEL, mtime=0),
        "identity": body,
    }


def digest(body: bytes) -> str:
    """Return a page's fingerprint: 80 bits, as hexadecimal digits."""
    return blake2b(body, digest_size=10).hexdigest()


def _replace(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=".", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
