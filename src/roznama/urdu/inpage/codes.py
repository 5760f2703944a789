"""The codes of InPage 1 and 2: which byte stands for which character.

An Urdu character is the byte 0x04 and a code (data/inpage.tsv); everything else is text in the
code page of Windows' Latin fonts, 1252, with CR for the end of a paragraph.
"""

import unicodedata

from roznama.urdu.tables import rows

URDU_MARK = 0x04
"""The byte before each Urdu code."""

BREAK = "\x1f"
"""What a control byte becomes while decoding: no text, but letters do not join across it.

Encoding writes it (as the byte 0x1F) between characters that would otherwise change each other.
"""

UNKNOWN = "\ufffd"

_ROWS = [(bytes.fromhex(code), chr(int(name[2:], 16))) for code, name, *_ in rows("inpage")]

# Tab and the ends of line, column and page; InPage's LF, VT and FF end a line like CR.
# Source: they are copied as they are, with 0x04 before them or not (KamalAbdali/InpageToUnicode).
_LAYOUT = {0x09: "\t", 0x0A: "\n", 0x0B: "\n", 0x0C: "\n", 0x0D: "\n"}

_URDU = {code[0]: sign for code, sign in _ROWS if len(code) == 1} | _LAYOUT
URDU_TABLE = "".join(_URDU.get(code, UNKNOWN) for code in range(256))
"""The character of each code after 0x04; U+FFFD for the unknown ones."""


def _latin(code: int) -> str:
    if code in _LAYOUT:
        return _LAYOUT[code]
    if code < 0x20 or code == 0x7F:
        return BREAK
    return bytes([code]).decode("cp1252", "replace")


LATIN_TABLE = "".join(map(_latin, range(256)))
"""The character of each byte outside Urdu codes; `BREAK` for control bytes."""


def _of_category(*categories: str) -> set[str]:
    return {sign for _, sign in _ROWS if unicodedata.category(sign) in categories}


LETTERS = "".join(sorted(_of_category("Lo", "Lm") - set("ﷲﷺ")))
"""Everything that stands within a word, kashida too, for the class of a regular expression."""

MARKS = "".join(sorted(_of_category("Mn")))
"""The diacritics, for the class of a regular expression."""


def _written() -> dict[str, bytes]:
    """The bytes of each character; of two ways to write it the table's first."""
    written: dict[str, bytes] = {}
    for codes, sign in _ROWS:
        written.setdefault(sign, b"".join(bytes([URDU_MARK, code]) for code in codes))
    for code, sign in enumerate(LATIN_TABLE):
        if sign not in (BREAK, UNKNOWN, "\n"):
            written.setdefault(sign, bytes([code]))
    return written | {"\n": b"\r"}


WRITTEN = _written()
"""What each encodable character is written as."""
