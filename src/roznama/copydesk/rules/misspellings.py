"""Misspellings: words that no lexicon has and a frequent word explains."""

from collections.abc import Iterator

from roznama.copydesk.copy import Copy
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.copydesk.rules.slipped_words import find_slipped_words
from roznama.urdu.spelling.misspellings import misspellings_among


def find_misspellings(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """Slips, over all pieces together: a word that comes twice is no slip."""
    yield from find_slipped_words(copy)
    for slip in misspellings_among(copy.text, copy.words):
        yield Mark(slip.start, slip.end, slip.suggestions)
