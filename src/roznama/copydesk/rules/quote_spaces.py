"""Quote spaces: a quotation mark between two words, without a space on either side (کہ’جب)."""

import re
from collections.abc import Iterator

from roznama.copydesk.copy import Copy
from roznama.copydesk.marks import Mark

QUOTES = "'\"‘’“”"
_TIGHT = re.compile(f"(?P<word>[ء-ۓ]+)(?P<mark>[{QUOTES}])(?=[ء-ۓ])")
_ALIKE = {"'": "'", '"': '"', "‘": "‘’", "’": "‘’", "“": "“”", "”": "“”"}


def find_tight_quotes(copy: Copy) -> Iterator[Mark]:
    """Quotation marks that stand between two words: those that open lack a space before."""
    for base, piece in copy.parts():
        for match in _TIGHT.finditer(piece.text):
            before = piece.text[: match.start("mark")]
            mark = match["mark"]
            opens = sum(map(before.count, _ALIKE[mark])) % 2 == 0
            spaced = f"{match['word']} {mark}" if opens else f"{match['word']}{mark} "
            yield Mark(base + match.start(), base + match.end(), (spaced,), {"kind": "quote"})
