"""The code page: Urdu text as one byte a character, so that rules run at the speed of bytes.

Everything a newspaper prints in Urdu fits in 256 characters. What does not (emoji, other
scripts, accents) and what must not be touched (addresses) is taken out as *opaque* runs: one
placeholder byte each, put back at the end. Rules see the placeholder's kind.
"""

import codecs
import re
import unicodedata

import numpy as np

from roznama.urdu.letters import alphabet as a

URDU_RUN, LATIN_RUN, OTHER_RUN = b"\x01", b"\x02", b"\x03"
"""Placeholders: a run of other Arabic-script letters; of Latin or an address; of anything else."""

RUNS = URDU_RUN + LATIN_RUN + OTHER_RUN
_ASCII = "\t\n\r" + "".join(map(chr, range(0x20, 0x7F)))
_UNDEFINED = "\ufffe"
_SHORT = 400  # characters; below it the codec is faster than going through arrays


def _table() -> str:
    slots = ["\0", *[_UNDEFINED] * 255]
    for char in _ASCII:
        slots[ord(char)] = char
    others = (
        a.LETTERS + a.LOOK_ALIKES + a.PAGE_MARKS + a.SIGNS + a.HIGH_HAMZA + a.URDU_DIGITS
        + a.ARABIC_DIGITS + a.URDU_PUNCTUATION + a.OTHER_PUNCTUATION
        + a.ZWNJ + a.ZWJ + a.TATWEEL + a.NBSP + a.INVISIBLE
    )  # fmt: skip
    free = [at for at in (*range(0x80, 0x100), *range(0x04, 0x20)) if slots[at] == _UNDEFINED]
    for slot, char in zip(free, dict.fromkeys(others), strict=False):
        slots[slot] = char
    return "".join(slots)


_PAGE = _table()
_CODEC = codecs.charmap_build(_PAGE)
_KNOWN = "".join(char for char in _PAGE if char != _UNDEFINED)
_UNKNOWN = 3  # in the array table: the byte of an opaque run stands for any foreign character
_CODES = np.full(0x10000, _UNKNOWN, np.uint8)
_CODES[[ord(char) for char in _KNOWN]] = [_PAGE.index(char) for char in _KNOWN]

_ADDRESS = (
    r"(?:https?://|ftp://|www\.)[^\s<>\"“”،؟۔]+(?<![.,;:!?)\]'])"
    r"|[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,64}){1,5}"
    r"|[@#][\w\u064b-\u0655\u200c]{1,100}"
)
_FOREIGN = f"[^{re.escape(_KNOWN)}](?:[^{re.escape(_KNOWN)}]|[{a.PAGE_MARKS}{a.ZWJ}{a.ZWNJ}])*"
_OPAQUE = re.compile(f"(?:{_ADDRESS})[{a.PAGE_MARKS}]*|{_FOREIGN}")
_FOREIGN_ONLY = re.compile(_FOREIGN)


def page(pattern: str) -> bytes:
    """`pattern` (a regular expression or a text) in the code page, for rules on bytes."""
    return codecs.charmap_encode(pattern, "strict", _CODEC)[0]


def encode(text: str) -> bytes | None:
    """`text` in the code page, or None when it has a character that is not there."""
    if len(text) < _SHORT:
        try:
            return codecs.charmap_encode(text, "strict", _CODEC)[0]
        except UnicodeEncodeError:
            return None
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    data: bytes = _CODES[units].tobytes()
    return None if b"\x03" in data else data


def decode(data: bytes) -> str:
    """The text that `data` stands for."""
    return codecs.charmap_decode(data, "strict", _PAGE)[0]


def has_address(text: str) -> bool:
    """Whether `text` may hold a web or e-mail address, a handle or a hashtag."""
    return "@" in text or "#" in text or "://" in text or "www." in text


def opaque_runs(text: str, *, addresses: bool = True) -> list[tuple[int, int]]:
    """Where the runs stand that rules must not look into: (start, end), in order.

    Foreign characters always; web and e-mail addresses, handles and hashtags with `addresses`.
    A foreign run that begins with a combining mark takes the letters it belongs to along.
    """
    pattern = _OPAQUE if addresses and has_address(text) else _FOREIGN_ONLY
    runs: list[tuple[int, int]] = []
    for match in pattern.finditer(text):
        start, end = match.span()
        before = runs[-1][1] if runs else 0
        while start > before and unicodedata.combining(text[start]):
            start -= 1
        if runs and start == before and unicodedata.combining(text[match.start()]):
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def placeholder(run: str) -> bytes:
    """The byte that stands for `run`, by what its first letter is."""
    first = run[0]
    if "\u0600" <= first <= "\u08ff":
        return URDU_RUN if first.isalpha() else OTHER_RUN
    return LATIN_RUN if first.isalnum() or first in "@#" else OTHER_RUN


def restore(data: bytes, runs: list[str]) -> str:
    """The text of `data`, with `runs` in the places of their bytes."""
    if not runs:
        return decode(data)
    left = iter(runs)
    pieces = re.split(b"([" + RUNS + b"])", data)
    return "".join(
        next(left) if len(piece) == 1 and piece in RUNS else decode(piece) for piece in pieces
    )
