"""The stream of an InPage 3 document, InPage300: UTF-16.

As iamahsanmehmood/inpage-format (specs/04-encoding-v3.md) describes it; that the text is plain
UTF-16 in logical order with CR between the paragraphs is also said by
ShakesVision/html-experiments. No such document was at hand: this is tested on streams made after
the description only. What does not fit the description is refused.
"""

import re
import unicodedata

from roznama.urdu.inpage.errors import InpageError

MARK = bytes.fromhex("ffffffff 0d00")
"""Between the list of spans and the text, at an even place."""

_SPAN = 8  # a style's number and a length in bytes, four bytes each, little-endian
_LARGEST_STYLE = 1000
_LARGEST_SPAN = 100_000

# Format records within the text: a control character, a length in bytes, as many bytes.
_CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f~]")


def text3(stream: bytes) -> str:
    """The text of an InPage300 stream, a line for each paragraph; InpageError if there is none."""
    mark = _mark(stream)
    size = _text_size(stream, mark) if mark != -1 else 0
    begin = mark + len(MARK)
    if not size or begin + size > len(stream):
        raise InpageError("The InPage 3 stream does not hold its text where it is known to be")
    text = stream[begin : begin + size].decode("utf-16-le", "replace")
    return unicodedata.normalize("NFC", _without_records(text).replace("\r", "\n")).strip("\n")


def has_text3(stream: bytes) -> bool:
    """Whether `stream` looks like an InPage300 stream with text."""
    return (mark := _mark(stream)) != -1 and _text_size(stream, mark) > 0


def _mark(stream: bytes) -> int:
    """The first mark at an even place, or -1."""
    place = stream.find(MARK)
    while place % 2 and place != -1:
        place = stream.find(MARK, place + 1)
    return place


def _text_size(stream: bytes, mark: int) -> int:
    """The lengths of the spans before `mark` added up, in bytes."""
    size, place = 0, mark - _SPAN
    while place >= 0:
        style = int.from_bytes(stream[place : place + 4], "little")
        length = int.from_bytes(stream[place + 4 : place + 8], "little")
        if style > _LARGEST_STYLE or length > _LARGEST_SPAN or not (style or length):
            break
        size, place = size + length, place - _SPAN
    return size


def _without_records(text: str) -> str:
    kept, place = [], 0
    while match := _CONTROL.search(text, place):
        kept.append(text[place : match.start()])
        length = ord(text[match.end()]) if match.end() < len(text) else 0
        place = match.end() + 1 + (length + 1) // 2
    return "".join([*kept, text[place:]])
