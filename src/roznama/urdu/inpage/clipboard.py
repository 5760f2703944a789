"""Pasted text that is Urdu in disguise: InPage's codes or UTF-8, read as Windows' Latin letters.

InPage puts its codes on the clipboard as they are, and whoever takes them for text in the code
page 1252 sees a control character (04) and a Latin sign for each letter. Programs that throw
control characters away leave only the signs. UTF-8 read in the same code page is the `Ø§Ø±Ø¯Ùˆ`
of old web pages.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from roznama.urdu.frequency import frequency
from roznama.urdu.inpage.codes import UNKNOWN, URDU_TABLE
from roznama.urdu.inpage.decoding import InPageText, read_inpage
from roznama.urdu.inpage.errors import InpageError

_MARKED = re.compile(rb"\x04[\x20-\xff]")
_HIGH = re.compile(rb"[\x80-\xff]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_WORD = re.compile("[\u0621-\u06d3]+")
_FEWEST = 4  # letters that say anything
_KNOWN = 0.6  # of the words, before codes without their marks are believed


@dataclass(frozen=True)
class Recovered:
    """What pasted text is in Unicode (NFC, not yet the house form), and how that was known.

    `inpage` has InPage's marks, `utf8` decodes without a fault: both are certain. `bare` is
    InPage's code that lost its marks, believed because its words are Urdu words. `unknown` counts
    InPage's codes that nobody has explained (0 to 255); they stand in `text` as U+FFFD.
    """

    text: str
    kind: Literal["inpage", "bare", "utf8"]
    unknown: dict[int, int] = field(default_factory=dict)


def recover(pasted: str) -> Recovered | None:
    """Return the Urdu that `pasted` stands for, or None for text that is what it seems.

    Linear in time.
    """
    if _ARABIC.search(pasted) or (data := _bytes(pasted)) is None:
        return None
    if _MARKED.search(data):
        return _inpage(data)
    if len(_HIGH.findall(data)) < _FEWEST:
        return None
    return _utf8(data) or _bare(data)


def _bytes(text: str) -> bytes | None:
    """The bytes that were read as Latin letters, None where `text` has other characters.

    Five bytes have no letter in 1252; browsers show them as control characters.
    """
    pieces = []
    for sign in text:
        try:
            pieces.append(sign.encode("latin-1" if sign < "\u0100" else "cp1252"))
        except UnicodeEncodeError:
            return None
    return b"".join(pieces)


def _inpage(data: bytes) -> Recovered | None:
    read = _read(data)
    if read is None or sum(read.unknown.values()) * 5 > len(_MARKED.findall(data)):
        return None
    return Recovered(read.text, "inpage", read.unknown)


def _utf8(data: bytes) -> Recovered | None:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return Recovered(text, "utf8") if _ARABIC.search(text) else None


def _bare(data: bytes) -> Recovered | None:
    if any(URDU_TABLE[code[0]] == UNKNOWN for code in _HIGH.findall(data)):
        return None
    read = _read(_HIGH.sub(lambda code: b"\x04" + code.group(), data))
    words = _WORD.findall(read.text) if read else []
    known = sum(len(word) > 1 and frequency(word) > 0 for word in words)
    if read is None or not words or known < _KNOWN * len(words):
        return None
    return Recovered(read.text, "bare")


def _read(data: bytes) -> InPageText | None:
    try:
        return read_inpage(data)
    except InpageError:
        return None
