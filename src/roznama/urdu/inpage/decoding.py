"""From InPage to Unicode."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from roznama.urdu.inpage.codes import BREAK, LATIN_TABLE, UNKNOWN, URDU_TABLE
from roznama.urdu.inpage.container import OLE_SIGNATURE, text_stream
from roznama.urdu.inpage.context import in_context
from roznama.urdu.inpage.errors import InpageError
from roznama.urdu.inpage.stream import has_story, paragraphs
from roznama.urdu.inpage.stream3 import has_text3, text3

# A run of Urdu codes, each behind its mark, or a run of other bytes.
_RUN = re.compile(rb"((?:\x04[\x00-\xff])+)|([^\x04]+)")

_CODES_KNOWN = bytes(code for code in range(256) if URDU_TABLE[code] != UNKNOWN)
_BYTES_KNOWN = bytes(code for code in range(256) if LATIN_TABLE[code] != UNKNOWN)

_UTF16_SINCE = 3  # the version of InPage


@dataclass(frozen=True)
class InPageText:
    """What was read: the text, and how often each unknown code occurs, by code (0 to 255)."""

    text: str
    unknown: dict[int, int]


def decode_inpage(data: bytes) -> str:
    """The text of InPage's `data` in Unicode (NFC), one line for each paragraph.

    `data` is an .INP document (OLE), the stream in it, or text as on InPage's clipboard (0x04
    and a code for each Urdu character). U+FFFD stands for a code that nobody has explained;
    `read_inpage` counts them. Raises InpageError for empty data, for an OLE file that is damaged
    or no InPage document, and for a document without text. Linear in time and memory.
    """
    return read_inpage(data).text


def read_inpage(data: bytes) -> InPageText:
    """The text of InPage's `data`, as `decode_inpage` gives it, and its unknown codes."""
    if not data:
        raise InpageError("There is nothing to read: no bytes at all")
    if data.startswith(OLE_SIGNATURE):
        version, stream = text_stream(data)
        if version >= _UTF16_SINCE:
            return InPageText(text3(stream), {})
        return _document(stream)
    if has_story(data):
        return _document(data)
    if has_text3(data):
        return InPageText(text3(data), {})
    return _decoded(data.replace(b"\r\n", b"\r"))


def _document(stream: bytes) -> InPageText:
    found = paragraphs(stream)
    if not found:
        raise InpageError("The InPage document holds no text")
    return _decoded(b"\r".join(found))


def _decoded(data: bytes) -> InPageText:
    pieces: list[str] = []
    unknown: Counter[int] = Counter()
    for match in _RUN.finditer(data):
        urdu, latin = match.groups()
        if urdu:
            codes, table, known = urdu[1::2], URDU_TABLE, _CODES_KNOWN
        else:
            codes, table, known = latin, LATIN_TABLE, _BYTES_KNOWN
        piece = codecs.charmap_decode(codes, "strict", table)[0]
        if UNKNOWN in piece:
            unknown.update(codes.translate(None, known))
        pieces.append(piece)
    segments = "".join(pieces).split(BREAK)
    return InPageText("".join(map(in_context, segments)), dict(unknown))
