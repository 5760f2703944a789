"""Sealed files on the disk, each named by its id: `files/3f/3f2a…` in the desk's folder."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from django.conf import settings


def put(name: UUID, data: bytes) -> None:
    """Write a file: there whole when this returns, also after the power goes, or not at all."""
    path = _path(name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f".{name}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def get(name: UUID) -> bytes:
    """Return a file's bytes.

    Raises:
        FileNotFoundError: there is none of that name.

    """
    return _path(name).read_bytes()


def remove(names: Iterable[UUID]) -> None:
    """Delete files; one that is gone is no error."""
    for name in names:
        _path(name).unlink(missing_ok=True)


def older_than(seconds: float) -> Iterator[Path]:
    """Yield the files that were written before, and parts that were never finished."""
    edge = time.time() - seconds
    for path in _root().glob("??/*"):
        # Somebody else may be deleting them too.
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < edge:
                yield path


def _root() -> Path:
    return Path(settings.DESK_ROOT) / "files"


def _path(name: UUID) -> Path:
    return _root() / name.hex[:2] / str(name)


def _settle(folder: Path) -> None:
    """Make a rename last: the folder is written as well."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
