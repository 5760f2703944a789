"""From Unicode to InPage."""

import re

from roznama.urdu.inpage.codes import BREAK, LETTERS, MARKS, WRITTEN
from roznama.urdu.inpage.context import stored_numbers
from roznama.urdu.inpage.decoding import decode_inpage
from roznama.urdu.inpage.errors import InpageError

_BREAK = BREAK.encode("ascii")
_BYTES = WRITTEN | {BREAK: _BREAK}

# From its first letter or digit to its last, Latin text is written in Latin bytes, the signs and
# spaces in it too, which have Urdu codes as well.
_LATIN = re.compile("[A-Za-z0-9](?:[ -~]*[A-Za-z0-9])?")
_WORD = re.compile(r"\S+|\s")
_NUMBER_OR_SIGN = re.compile("(?s)[۰-۹]+(?:[.,][۰-۹]+)*|.")

# Where the key for hamza gives ئ: between letters. Elsewhere ئ has a code of its own.
_TOOTH = re.compile(f"(?<=[{LETTERS}{MARKS}])ئ(?=[{MARKS}]*[{LETTERS}])")


def encode_inpage(text: str) -> bytes:
    """`text` in InPage's code, as its clipboard takes it; decoding gives exactly `text` back.

    Letters are written the way they are typed (آ as alef and madda). A control byte (0x1F) is
    put between characters that decoding would otherwise change, as in ءا or 'ا' + U+0653. An
    empty text is that byte alone. Raises InpageError for the first character that InPage lacks,
    among them CR: lines end in LF here.
    """
    for sign in text:
        if sign not in WRITTEN:
            raise InpageError(f"InPage has no code for {sign!r} (U+{ord(sign):04X})")
    if not text:
        return _BREAK
    data = _typed(text)
    if decode_inpage(data) == text:
        return data
    return b"".join(map(_exact, _WORD.findall(text)))


def _typed(text: str) -> bytes:
    """`text` as somebody would type it."""
    typed, done = [], 0
    urdu = stored_numbers(_TOOTH.sub("ء", text))
    for match in _LATIN.finditer(urdu):
        typed += [_BYTES[sign] for sign in urdu[done : match.start()]]
        typed.append(match.group().encode("ascii"))
        done = match.end()
    typed += [_BYTES[sign] for sign in urdu[done:]]
    return b"".join(typed)


def _exact(word: str) -> bytes:
    """`word`, if need be with a break between all its characters and numbers."""
    data = _typed(word)
    if decode_inpage(data) == word:
        return data
    pieces = _NUMBER_OR_SIGN.findall(word)
    return _BREAK.join(WRITTEN.get(piece) or _typed(piece) for piece in pieces)
