"""The store's files: a page's bytes and their compressed forms, each replaced whole."""

from __future__ import annotations

import gzip
import os
import tempfile
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

import brotli

from roznama.press.addresses import PagePath, file_name, page_of

ENCODINGS = {"br": ".br", "gzip": ".gz", "identity": ""}
"""Content codings in the order of preference, and the endings of their files."""

EXPAND = {"br": brotli.decompress, "gzip": gzip.decompress}

# A story of 17 KB: 3.9 KB in 3 ms at 7, as many in 13 ms at 9, 3.7 KB in 26 ms at 11 (2026-11-26).
# A page is printed often.
_BROTLI_QUALITY = 7
_GZIP_LEVEL = 9


class Files:
    """The folder that holds the printed pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # On the same file system, so that a rename is one step; apart, so that it can be emptied.
        self.new = folder.with_name("new")

    def write(self, page: PagePath, body: bytes) -> dict[str, int]:
        """Write a page in all its forms; return the bytes of each.

        Each file is written elsewhere and renamed into its place: whoever reads sees the old
        page or the new one. The plain form comes last, so a page whose plain form is new is
        whole.
        """
        target = self.folder / file_name(page)
        target.parent.mkdir(parents=True, exist_ok=True)
        forms = compressed(body)
        for encoding, ending in ENCODINGS.items():
            replace_file(target.with_name(target.name + ending), forms[encoding], beside=self.new)
        return {encoding: len(form) for encoding, form in forms.items()}

    def read(self, page: PagePath, encoding: str) -> bytes | None:
        """Return a page's bytes in one form, None where it has none."""
        try:
            return (self.folder / (file_name(page) + ENCODINGS[encoding])).read_bytes()
        except OSError:
            return None

    def read_whole(
        self, page: PagePath, encoding: str, *, sizes: Mapping[str, int]
    ) -> bytes | None:
        """Return a page's bytes in one form if they are as long as they were written.

        The plain bytes come out of a packed form where their own file is damaged.
        """
        found = self.read(page, encoding)
        if found is not None and len(found) == sizes.get(encoding):
            return found
        if encoding == "identity":
            for packed, expand in EXPAND.items():
                if (body := self.read_whole(page, packed, sizes=sizes)) is not None:
                    return expand(body)
        return None

    def are_whole(self, page: PagePath, sizes: Mapping[str, int]) -> bool:
        """Whether a page's files have the lengths that they were written with."""
        name = file_name(page)
        try:
            return all(
                (self.folder / (name + ending)).stat().st_size == sizes.get(encoding)
                for encoding, ending in ENCODINGS.items()
            )
        except OSError:
            return False

    def pages(self) -> Iterator[PagePath]:
        """Yield all pages that have a plain form."""
        for file in self.folder.rglob("*"):
            page = page_of(file.relative_to(self.folder).as_posix())
            if page is not None and file.is_file():
                yield page

    def tidy(self) -> None:
        """Remove what a printer that was killed was writing. For who has the store to itself."""
        for file in self.new.glob("*"):
            file.unlink(missing_ok=True)

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


def replace_file(path: Path, data: bytes, *, beside: Path) -> None:
    """Put `data` at `path` in one step, by way of a file in the folder `beside`."""
    beside.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=beside)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
