"""Text that may stand in XML."""

from __future__ import annotations

import re

# https://www.w3.org/TR/xml/#charsets; pasted text brings such characters along.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return text without the characters that XML 1.0 has no way to write."""
    return _FORBIDDEN.sub("", text)
