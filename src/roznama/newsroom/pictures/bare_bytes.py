"""Taking what a camera notes out of a picture's file without touching a pixel.

JPEG, PNG and WebP are sequences of parts, and those with notes are left out. In AVIF and GIF the
notes are overwritten where they stand, so that every offset in the file stays true. Kept are the
color profile, without which colors would be others, and which side is up.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from io import BytesIO

from PIL import Image

_ORIENTATION = 0x0112
_PNG_START = b"\x89PNG\r\n\x1a\n"
# PNG (third edition), 11.3: texts, time, Exif; everything else has to do with how it looks.
_PNG_NOTES = {b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf"}
_WEBP_NOTES = {b"EXIF", b"XMP "}
_WEBP_FLAGS = 0x08 | 0x04  # Exif, XMP: bits of the VP8X part
_EXIF = b"Exif\0\0"
_NO_TAGS = b"II*\0\x08\0\0\0\0\0\0\0\0\0"  # a TIFF of one directory without entries
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)  # in a scan, one that ends it
_NEEDED = (b"JFIF\0", b"ICC_PROFILE\0", b"Adobe")  # what begins an APP segment that is kept


class BareError(ValueError):
    """A file is no picture that can be read, or its notes cannot be taken out."""


def bare(data: bytes) -> bytes:
    """Return a picture's file without notes; the same bytes where there are none.

    Raises:
        BareError: it is no picture of JPEG, PNG, WebP, AVIF or GIF, or it is damaged.

    """
    kind = _kind(data)
    try:
        found = {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp}.get(kind, _blanked)(data)
    except BareError:
        raise
    except Exception as error:  # decoders meet broken files with errors of every class
        raise BareError("it is damaged") from error
    if found != data and _size(found) != _size(data):
        raise BareError("it is damaged")
    return found


def _kind(data: bytes) -> str:
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(_PNG_START):
        return "PNG"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    if data.startswith((b"GIF87a", b"GIF89a")) or data[4:12] in (b"ftypavif", b"ftypavis"):
        return "OTHER"
    raise BareError("it is no picture of a known kind")


def _size(data: bytes) -> tuple[int, int]:
    try:
        with Image.open(BytesIO(data)) as image:
            return image.size
    except Exception as error:
        raise BareError("it is damaged") from error


def _jpeg(data: bytes) -> bytes:
    """Leave out APP and COM segments, but for the color profile and what tells the color space.

    Of Exif a new segment is made that says which side is up, where that is not the usual one.
    """
    head, turned = [b"\xff\xd8"], b""
    for marker, segment, start in _segments(data):
        body = segment[4:]
        if marker == 0xDA:
            return b"".join([*head, turned]) + _scans(data[start:])
        if marker == 0xE1 and body.startswith(_EXIF):
            turned = _upright(body) or turned
        elif not _is_note(marker) or body.startswith(_NEEDED):
            head.append(segment)
    raise BareError("it is damaged")


def _segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Yield marker, segment with marker and length, and where it begins, up to the first scan."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise BareError("it is damaged")
        while data[at + 1] == 0xFF:  # fill bytes
            at += 1
        marker, (length,) = data[at + 1], struct.unpack_from(">H", data, at + 2)
        yield marker, data[at : at + 2 + length], at
        at += 2 + length


def _is_note(marker: int) -> bool:
    return 0xE0 <= marker <= 0xEF or marker == 0xFE


def _scans(data: bytes) -> bytes:
    """Return the scans up to the end of the picture; phones hang further pictures behind it."""
    at = 0
    while data[at + 1] != 0xD9:
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = _MARKER.search(data, at + 2 + length)
        if end is None:
            return data  # its end is missing, which most programs put up with
        at = end.start()
    return data[: at + 2]


def _upright(exif: bytes) -> bytes:
    """Return a segment with nothing but the orientation; empty where that is the usual one."""
    found = Image.Exif()
    try:
        found.load(exif)
        side = found.get(_ORIENTATION, 1)
    except Exception:  # notes of a camera are broken in every way
        return b""
    if side not in range(2, 9):
        return b""
    plain = Image.Exif()
    plain[_ORIENTATION] = side
    body = plain.tobytes()
    body = body if body.startswith(_EXIF) else _EXIF + body
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png(data: bytes) -> bytes:
    kept, at = [_PNG_START], len(_PNG_START)
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        part = data[at : at + 12 + length]
        if part[4:8] not in _PNG_NOTES:
            kept.append(part)
        if part[4:8] == b"IEND":
            return b"".join(kept)
        at += 12 + length
    raise BareError("it is damaged")


def _webp(data: bytes) -> bytes:
    kept, at = [], 12
    (whole,) = struct.unpack_from("<I", data, 4)
    while at + 8 <= min(len(data), whole + 8):
        name, length = struct.unpack_from("<4sI", data, at)
        part = data[at : at + 8 + length + length % 2]
        if name == b"VP8X":
            part = part[:8] + bytes([part[8] & ~_WEBP_FLAGS & 0xFF]) + part[9:]
        if name not in _WEBP_NOTES:
            kept.append(part)
        at += len(part)
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _blanked(data: bytes) -> bytes:
    """Overwrite notes where they stand: Exif with one that says nothing, others with spaces."""
    with Image.open(BytesIO(data)) as image:
        info, is_avif = dict(image.info), image.format == "AVIF"
    for name in ("exif", "xmp", "comment"):
        note = info.get(name) or b""
        raw = (note if isinstance(note, bytes) else str(note).encode()).removeprefix(_EXIF)
        if raw:
            silent = _NO_TAGS.ljust(len(raw), b"\0") if name == "exif" else b" " * len(raw)
            data = data.replace(raw, silent[: len(raw)])
    if is_avif and _has_tags(data):
        raise BareError("its notes cannot be taken out")
    return data


def _has_tags(data: bytes) -> bool:
    with Image.open(BytesIO(data)) as image:
        return bool(set(image.getexif()) - {_ORIENTATION})
