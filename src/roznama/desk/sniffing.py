"""What kind of file something is, by its first bytes; names and senders may say anything."""

from __future__ import annotations

import re

PDF = "PDF"
_PDF_START = re.compile(rb"%PDF-[12]\.\d")
_PDF_END = b"%%EOF"
_PDF_END_WITHIN = 1_024  # bytes; what comes after it is ignored (ISO 32000-1, annex H.3)
# ISO/IEC 14496-12 puts the kind of a file at byte 8; these are of ISO/IEC 23008-12.
_HEIF_BRANDS = frozenset(
    (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"),
)


class FileError(Exception):
    """A file is not kept, or cannot be read again; `code` is for programs.

    Codes: `too_big` (bytes or pixels), `not_taken` (no kind that the desk takes), `damaged`,
    `too_many` (the conversation has its share).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def sniff(data: bytes) -> str:
    """Return the format's name as Pillow has it, or `PDF`.

    Raises:
        FileError: `not_taken`; `damaged` for a PDF without its end.

    """
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return "HEIF"
    if _PDF_START.match(data):
        return _whole_pdf(data)
    raise FileError("not_taken")


def _whole_pdf(data: bytes) -> str:
    if _PDF_END not in data[-_PDF_END_WITHIN:]:
        raise FileError("damaged")
    return PDF
