"""Professionals' faces for readers: small squares, re-encoded; the uploads are never served."""

from __future__ import annotations

import logging
import os
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db.models.fields.files import FieldFile
from PIL import Image, ImageOps

logger = logging.getLogger(__name__)

SIZE = 96
"""Pixels of a side: 48 on a page, for screens with two pixels a point."""

_FOLDER = "images"
"""Pictures' sizes are served from here, under MEDIA, for ever: another face has another name."""

_FORMATS = ("JPEG", "PNG", "WEBP")
_QUALITY = 75
_MOST_PIXELS = 50_000_000
_AGAIN_AFTER = 300  # seconds, after a face that could not be read


class FaceError(Exception):
    """What was uploaded is no picture that can be read."""


def face_url(professional: int, face: FieldFile) -> str:
    """Return the address of a small face, made when it is first asked for; "" for none.

    `face` is the field of a professional. What is no picture is logged and is none.
    """
    if not face.name:
        return ""
    try:
        mark = f"{face.name} {face.storage.get_modified_time(face.name).timestamp()}"
        name = f"face-{professional}-{blake2b(mark.encode(), digest_size=10).hexdigest()}.webp"
        path = Path(settings.MEDIA_ROOT) / _FOLDER / name
        if not path.exists() and not _make(face, path, f"face-{professional}-*.webp"):
            return ""
    except OSError as error:
        _complain(face.name, error)
        return ""
    return f"{settings.MEDIA_URL}{_FOLDER}/{name}"


def small(data: bytes) -> bytes:
    """Return a picture cut to a square of SIZE, upright, as WebP without any metadata.

    Raises:
        FaceError: it is no JPEG, PNG or WebP, or has more pixels than a camera makes.

    """
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise FaceError("it has too many pixels")
            picture.draft("RGB", (2 * SIZE, 2 * SIZE))
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise FaceError(str(error)) from None
    square = ImageOps.fit(upright, (SIZE, SIZE), Image.Resampling.LANCZOS)
    # What is transparent becomes white; a new picture carries nothing over from the old one.
    clean = Image.new("RGB", square.size, "white")
    clean.paste(square, mask=square)
    out = BytesIO()
    clean.save(out, "WEBP", quality=_QUALITY, method=6)
    return out.getvalue()


def _make(face: FieldFile, path: Path, old: str) -> bool:
    """Write a small face and remove that of an earlier upload; False where it is no picture."""
    if cache.get(path.name):
        return False
    try:
        with face.open() as file:
            data = small(file.read())
    except (FaceError, OSError) as error:
        cache.set(path.name, True, _AGAIN_AFTER)
        _complain(face.name, error)
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.write_bytes(data)
    for earlier in path.parent.glob(old):
        earlier.unlink(missing_ok=True)
    new.replace(path)
    return True


def _complain(name: str | None, error: Exception) -> None:
    logger.error("the face %s cannot be shown: %s", name, error)
