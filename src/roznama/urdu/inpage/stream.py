"""The stream of an InPage 1 or 2 document: where in it the text is.

A story begins with `START`. Its paragraphs follow, each a length (four bytes, little-endian) and
as many bytes of text, the last of them CR; then a length of zero and `END`'s rest, and the
formats, which are of no concern here. The same is said by KamalAbdali/InpageToUnicode and
ltrc/inPageToUnicode (marks and lengths), and found in the sample document of the former.
"""

import re
from collections.abc import Iterator

START = bytes.fromhex("01000000 0d000000 0000")
END = bytes.fromhex("0d 00000000 00 ffffffff")

_LENGTH = 4
_CR = 0x0D


def paragraphs(stream: bytes) -> list[bytes]:
    """The encoded paragraphs of all stories in `stream`, without their ends; may be none.

    A story without an end (a truncated file) goes as far as its paragraphs can be followed. In
    one with an end, a damaged length costs no more than its own paragraph's end.
    """
    found: list[bytes] = []
    done = 0
    for begin in _beginnings(stream):
        if begin < done:
            continue
        end = stream.find(END, begin)
        if end == -1:
            return found + list(_followed(stream, begin))
        found += _between(stream, begin, end + 1)
        done = end + len(END)
    return found


def _beginnings(stream: bytes) -> list[int]:
    """Where the first paragraph of each story has its length.

    Tables may hold the bytes of `START` by chance; those that a paragraph follows are believed,
    and only if there are none (a damaged file), all.
    """
    marks = [match.end() for match in re.finditer(re.escape(START), stream)]
    return [mark for mark in marks if _paragraph_end(stream, mark, len(stream))] or marks


def has_story(stream: bytes) -> bool:
    """Whether `stream` holds the mark that a story begins with."""
    return START in stream


def _paragraph_end(stream: bytes, position: int, limit: int) -> int | None:
    """Where the paragraph whose length is at `position` ends, or None if it does not hold."""
    length = int.from_bytes(stream[position : position + _LENGTH], "little")
    end = position + _LENGTH + length
    return end if length and end <= limit and stream[end - 1] == _CR else None


def _between(stream: bytes, position: int, limit: int) -> Iterator[bytes]:
    while position + _LENGTH < limit:
        begin, end = position + _LENGTH, _paragraph_end(stream, position, limit)
        if end is None:  # damaged: up to the next CR, of which there is one at the limit
            end = stream.index(b"\r", begin, limit) + 1
        yield stream[begin : end - 1]
        position = end


def _followed(stream: bytes, position: int) -> Iterator[bytes]:
    while (end := _paragraph_end(stream, position, len(stream))) is not None:
        yield stream[position + _LENGTH : end - 1]
        position = end
    length = int.from_bytes(stream[position : position + _LENGTH], "little")
    if length > len(stream) - position - _LENGTH:  # cut off in the middle of a paragraph
        yield stream[position + _LENGTH :]
