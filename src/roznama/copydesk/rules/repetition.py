"""Repetition: a word typed twice."""

from collections.abc import Iterator

from roznama.copydesk.copy import Copy
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark
from roznama.copydesk.tables import words
from roznama.urdu.letters.folding import fold


def find_repeated_words(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """A word that stands twice in a row and is never doubled on purpose."""
    once = words("never_doubled")
    for one, two in zip(copy.tokens, copy.tokens[1:], strict=False):
        is_twice = one.text == two.text and one.kind == "word" and fold(one.text) in once
        if is_twice and not copy.text[one.end : two.start].strip(" "):
            yield Mark(one.start, two.end, (one.text,))
