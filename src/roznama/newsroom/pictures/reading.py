"""Whether a picture that somebody sends can be read to its end."""

from __future__ import annotations

from typing import IO

from PIL import Image

_MOST_SCANS = 100  # a progressive JPEG has some ten; each is decoded over the whole picture
_SCAN = b"\xff\xda"


def is_readable(file: IO[bytes]) -> bool:
    """Decode the first frame of a picture; whether that works.

    The form has looked at its size in pixels before, so this is bounded.
    """
    file.seek(0)
    try:
        if file.read(2) == b"\xff\xd8" and file.read().count(_SCAN) > _MOST_SCANS:
            return False
        file.seek(0)
        with Image.open(file) as image:
            image.load()
    except Exception:  # decoders meet broken files with errors of every class
        return False
    finally:
        file.seek(0)
    return True
