"""Names and claims in the forms that they are compared by."""

from __future__ import annotations

import re
from hashlib import blake2b

from roznama.urdu.letters.folding import fold

_LONGEST_KEY = 200
_MARKS = re.compile(r"[^\w\s.@-]+")


def name_key(name: str) -> str:
    """Return a source's name as names are compared: folded, without marks, at most 200 letters.

    Empty for a name that has no letter and no digit.
    """
    plain = " ".join(_MARKS.sub(" ", fold(name)).split())
    return plain[:_LONGEST_KEY] if any(sign.isalnum() for sign in plain) else ""


def claim_key(claim: str) -> str:
    """Return a claim's mark, 32 hexadecimal digits: the same for the same folded words."""
    words = " ".join(re.findall(r"\w+", fold(claim)))
    return blake2b(words.encode(), digest_size=16).hexdigest()
