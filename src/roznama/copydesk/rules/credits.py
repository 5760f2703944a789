"""Credit: a story says who wrote it or where it comes from."""

from collections.abc import Iterator

from roznama.copydesk.copy import BODY, Copy
from roznama.copydesk.house import HouseList
from roznama.copydesk.marks import Mark


def find_no_credit(copy: Copy, house: HouseList) -> Iterator[Mark]:
    """A story with text, but with no author and no credit line."""
    story = copy.story
    written = any(piece.kind in BODY and piece.text.strip() for piece in story.pieces)
    if written and not story.authors and not story.credit.strip():
        yield Mark(0, 0, whole=True)
