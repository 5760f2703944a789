"""Where the printer listens for requests."""

from __future__ import annotations

import tempfile
from hashlib import blake2b
from pathlib import Path

_LONGEST = 100  # a Unix socket's address holds 104 to 108 bytes


def socket_path(folder: Path) -> str:
    """Return the socket of the store in `folder`; a short name elsewhere if that is too long."""
    path = str(folder.absolute() / "printer.sock")
    if len(path.encode()) <= _LONGEST:
        return path
    name = blake2b(path.encode(), digest_size=8).hexdigest()
    return str(Path(tempfile.gettempdir()) / f"roznama-{name}.sock")
