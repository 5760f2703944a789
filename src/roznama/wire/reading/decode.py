"""From bytes to text: byte order marks, declared and undeclared encodings."""

import codecs
import re

from charset_normalizer import from_bytes

from roznama.wire.reading.letters import LINK_CLOSE, LINK_OPEN
from roznama.wire.reading.mojibake import repair
from roznama.wire.reading.story import UnreadablePage

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I
)
# Where HTML's own rules look for the declaration, with room for long comments before it.
_DECLARED_WITHIN = 4096
# What Urdu is met in; a free choice among all encodings names rarer ones for short texts.
_EXPECTED = ["utf_8", "utf_16_le", "utf_16_be", "cp1256"]
# A page cut off in a letter, or with one damaged template, is still UTF-8; other encodings
# give a replacement sign for about every second Urdu letter.
_DAMAGE_ALLOWED = 0.005
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_CONTROLS_ALLOWED = 0.01


def _try(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    return None if "\x00" in text else text


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    return None


def _utf8(data: bytes) -> str | None:
    return _try(data, "utf-8")


def _by_declaration(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    return _try(data, found.group(1).decode("ascii")) if found else None


def _damaged_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", "replace")
    damage = text.count("\ufffd") / max(1, len(text))
    return text if damage <= _DAMAGE_ALLOWED and "\x00" not in text else None


def _by_guess(data: bytes) -> str | None:
    best = from_bytes(data, cp_isolation=_EXPECTED).best()
    return str(best) if best else None


def decode(data: bytes) -> str:
    """Give the text of a page's bytes, mojibake repaired, line ends as newlines.

    Raises UnreadablePage for bytes that are no text.
    """
    for attempt in (_by_mark, _utf8, _by_declaration, _damaged_utf8, _by_guess):
        text = attempt(data)
        if text is not None:
            break
    else:
        raise UnreadablePage("The file is not text in any known encoding.")
    if len(_CONTROLS.findall(text)) > _CONTROLS_ALLOWED * len(text):
        raise UnreadablePage("The file is not text: it is full of control characters.")
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    return repair(text.replace(LINK_OPEN, "").replace(LINK_CLOSE, ""))
